import { decimalDigits } from '../primitive/decimal.js';
import type { Facet } from './facet.js';

/** fractionDigits: at most so many digits behind the point, trailing zeros left out (4.3.12). */
export const fractionDigits =
  (limit: number): Facet =>
  () => ({
    check: (literal) =>
      decimalDigits(literal).fraction.length <= limit
        ? undefined
        : {
            rule: 'cvc-fractionDigits-valid',
            expected:
              limit === 0
                ? 'no digits behind the decimal point'
                : `at most ${limit} digits behind the decimal point`,
          },
    scan(bytes, start, end) {
      for (let at = start; at < end; at++) if (bytes[at] === 0x2e) return end - at - 1 <= limit;
      return true;
    },
  });
