import { compareDecimals } from '../primitive/decimal.js';
import type { Compare } from '../value-space/compare-values.js';
import type { Facet } from './facet.js';

/** A facet on the order of values: `compare` is left out where they are decimals. */
export type BoundFacetOf = (limit: string, compare?: Compare) => Facet;

/** Makes such a facet: values that are incomparable with the bound are excluded. `words` say what is expected. */
export const bound =
  (rule: string, words: string, holds: (order: number) => boolean): BoundFacetOf =>
  (limit, compare = (_, a, b) => compareDecimals(a, b)) =>
  (base) => {
    const number = Number(limit);
    return {
      check(literal) {
        const order = compare(base, literal, limit);
        return order !== undefined && holds(order) ? undefined : { rule, expected: `${words} ${limit}` };
      },
      // Only numbers that are exact in floating point are compared on the bytes.
      ...(base.primitive === 'decimal' &&
        Number.isSafeInteger(number) &&
        !limit.includes('.') && {
          scan: (bytes, start, end) => holds(smallInteger(bytes, start, end) - number),
        }),
    };
  };

/** The value of an integer of up to fifteen digits, NaN for everything else: no order holds of it. */
function smallInteger(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const sign = bytes[at];
  if (sign === 0x2d || sign === 0x2b) at++;
  if (end - at > 15) return NaN;
  let value = 0;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) ^ 0x30;
    if (digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return sign === 0x2d ? -value : value;
}
