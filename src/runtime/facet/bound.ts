import type { BoundFacet } from './facet.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';

/** A facet on the order of values: values that are incomparable with the bound are excluded. */
export function bound(
  base: SimpleTypeCodec,
  limit: string,
  holds: (order: number) => boolean,
  rule: string,
  expected: string,
): BoundFacet {
  const { compare } = base;
  const number = Number(limit);
  return {
    check(literal) {
      const order = compare?.(literal, limit);
      return compare === undefined || (order !== undefined && holds(order)) ? undefined : { rule, expected };
    },
    // Only numbers that are exact in floating point are compared on the bytes.
    ...(base.primitive === 'decimal' &&
      Number.isSafeInteger(number) &&
      !limit.includes('.') && {
        scan: (bytes: Uint8Array, start: number, end: number): boolean => {
          const value = smallInteger(bytes, start, end);
          return !Number.isNaN(value) && holds(value - number);
        },
      }),
  };
}

/** The value of an integer of up to fifteen digits, NaN for everything else. */
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
