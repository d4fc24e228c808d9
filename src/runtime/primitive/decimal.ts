import { notInLexicalSpace } from './fault.js';
import { UNSURE } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';

const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;

/** xs:decimal: any number of digits, no rounding anywhere. */
export const decimal: SimpleTypeCodec = {
  name: 'decimal',
  variety: 'atomic',
  primitive: 'decimal',
  whiteSpace: 'collapse',
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
  check: (literal) => (DECIMAL.test(literal) ? undefined : notInLexicalSpace('a decimal number')),
  key: decimalKey,
  compare: compareDecimals,
};

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
  const fraction = point < 0 ? '' : trimEnd(unsigned.slice(point + 1));
  return { isNegative: sign === 0x2d && (integer !== '' || fraction !== ''), integer, fraction };
}

/** Without a regular expression: one anchored at the end would try every zero of a long fraction. */
function trimEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}

/** The key of a value of xs:decimal and the types derived from it. */
export function decimalKey(literal: string): string {
  const { isNegative, integer, fraction } = decimalDigits(literal);
  return `decimal ${isNegative ? '-' : ''}${integer}.${fraction}`;
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
