import { decimalDigits } from '../primitive/decimal.js';
import type { Facet } from './facet.js';

/**
 * totalDigits: the value is i × 10^-n with |i| < 10^limit and n ≤ limit (4.3.11). Leading zeros and trailing zeros of the
 * fraction do not count; the zeros behind the point of 0.001 do.
 */
export const totalDigits =
  (limit: number): Facet =>
  () => ({
    check(literal) {
      const { integer, fraction } = decimalDigits(literal);
      return integer.length + fraction.length <= limit
        ? undefined
        : { rule: 'cvc-totalDigits-valid', expected: `at most ${limit} digits` };
    },
    // What has no more characters than digits are allowed cannot have too many.
    scan: (_, start, end) => end - start <= limit,
  });
