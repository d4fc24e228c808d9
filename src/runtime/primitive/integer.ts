import { compareDecimals } from './decimal.js';
import { notInLexicalSpace } from './fault.js';
import { UNSURE } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';

/** xs:integer: any number of digits. */
export const integer = /* @__PURE__ */ integerType('integer');
export const nonPositiveInteger = /* @__PURE__ */ integerType('nonPositiveInteger', undefined, '0');
export const negativeInteger = /* @__PURE__ */ integerType('negativeInteger', undefined, '-1');
export const nonNegativeInteger = /* @__PURE__ */ integerType('nonNegativeInteger', '0');
export const positiveInteger = /* @__PURE__ */ integerType('positiveInteger', '1');
/** xs:long: 64 bits with sign. */
export const long = /* @__PURE__ */ integerType('long', '-9223372036854775808', '9223372036854775807');
/** xs:int: 32 bits with sign. */
export const int = /* @__PURE__ */ integerType('int', '-2147483648', '2147483647');
/** xs:short: 16 bits with sign. */
export const short = /* @__PURE__ */ integerType('short', '-32768', '32767');
/** xs:byte: 8 bits with sign. */
export const byte = /* @__PURE__ */ integerType('byte', '-128', '127');
/** xs:unsignedLong: 64 bits without sign. */
export const unsignedLong = /* @__PURE__ */ integerType('unsignedLong', '0', '18446744073709551615');
/** xs:unsignedInt: 32 bits without sign. */
export const unsignedInt = /* @__PURE__ */ integerType('unsignedInt', '0', '4294967295');
/** xs:unsignedShort: 16 bits without sign. */
export const unsignedShort = /* @__PURE__ */ integerType('unsignedShort', '0', '65535');
/** xs:unsignedByte: 8 bits without sign. */
export const unsignedByte = /* @__PURE__ */ integerType('unsignedByte', '0', '255');

function integerType(name: string, minimum?: string, maximum?: string): SimpleTypeCodec {
  const from = minimum === undefined ? -Infinity : Number(minimum);
  const to = maximum === undefined ? Infinity : Number(maximum);
  const isBounded = minimum !== undefined || maximum !== undefined;
  return {
    name,
    variety: 'atomic',
    primitive: 'decimal',
    whiteSpace: 'collapse',
    scan(bytes, start, limit) {
      let at = start;
      const sign = bytes[at];
      if (sign === 0x2d || sign === 0x2b) at++;
      const first = at;
      let value = 0;
      for (; at < limit; at++) {
        const digit = (bytes[at] as number) ^ 0x30;
        if (digit > 9) break;
        value = value * 10 + digit;
      }
      // Fifteen digits are exact in a number; what is longer is compared as text by `check`.
      if (at === first || (isBounded && at - first > 15)) return UNSURE;
      if (sign === 0x2d) value = -value;
      return value >= from && value <= to ? at : UNSURE;
    },
    check(literal) {
      if (!/^[+-]?[0-9]+$/.test(literal)) return notInLexicalSpace('an integer');
      if (minimum !== undefined && compareDecimals(literal, minimum) < 0)
        return { rule: 'cvc-minInclusive-valid', expected: `an integer from ${minimum}` };
      if (maximum !== undefined && compareDecimals(literal, maximum) > 0)
        return { rule: 'cvc-maxInclusive-valid', expected: `an integer up to ${maximum}` };
      return undefined;
    },
  };
}
