import { atomicType } from './atomic-type.js';
import { UNSURE } from './scan.js';
import { trimZeros } from './trim-zeros.js';

const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;

/** xs:decimal: any number of digits, no rounding anywhere. */
export const decimal = /* @__PURE__ */ atomicType(
  'decimal',
  'a decimal number',
  (literal) => DECIMAL.test(literal),
  {
    scan(bytes, start, limit) {
      let at = start;
      if (bytes[at] === 0x2d || bytes[at] === 0x2b) at++;
      const first = at;
      while (at < limit && ((bytes[at] as number) ^ 0x30) < 10) at++;
      let others = 0;
      if (at < limit && bytes[at] === 0x2e) {
        others = 1;
        at++;
        while (at < limit && ((bytes[at] as number) ^ 0x30) < 10) at++;
      }
      return at - first > others ? at : UNSURE;
    },
  },
);

/** A decimal taken apart: no leading zeros in `integer`, no trailing ones in `fraction`; zero is not negative. */
export interface DecimalDigits {
  readonly isNegative: boolean;
  readonly integer: string;
  readonly fraction: string;
}

export function decimalDigits(literal: string): DecimalDigits {
  const sign = literal.charCodeAt(0);
  const unsigned = sign === 0x2d || sign === 0x2b ? literal.slice(1) : literal;
  const point = unsigned.indexOf('.');
  const integer = (point < 0 ? unsigned : unsigned.slice(0, point)).replace(/^0+/, '');
  const fraction = point < 0 ? '' : trimZeros(unsigned.slice(point + 1));
  return { isNegative: sign === 0x2d && (integer !== '' || fraction !== ''), integer, fraction };
}

/** Numeric order, exact. */
export function compareDecimals(a: string, b: string): number {
  const x = decimalDigits(a);
  const y = decimalDigits(b);
  if (x.isNegative !== y.isNegative) return x.isNegative ? -1 : 1;
  return x.isNegative ? compareMagnitudes(y, x) : compareMagnitudes(x, y);
}

const compareMagnitudes = (x: DecimalDigits, y: DecimalDigits): number =>
  x.integer.length - y.integer.length ||
  compareDigits(x.integer, y.integer) ||
  compareDigits(x.fraction, y.fraction);

const compareDigits = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
