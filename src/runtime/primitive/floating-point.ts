import { notInLexicalSpace } from './fault.js';
import { UNSURE } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';

const FLOATING_POINT = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** xs:float or xs:double: `valueOf` rounds a number to the precision of the type. */
export const floatingPointType = (name: string, valueOf: (literal: string) => number): SimpleTypeCodec => ({
  name,
  variety: 'atomic',
  primitive: name,
  whiteSpace: 'collapse',
  scan: scanFloatingPoint,
  check: (literal) =>
    FLOATING_POINT.test(literal) || literal === 'NaN' || literal === 'INF' || literal === '-INF'
      ? undefined
      : notInLexicalSpace('a number such as 1.5 or 1.5E3, INF, -INF or NaN'),
  // There is one zero: -0 has the key of 0. There is one NaN, equal to itself.
  key: (literal) => `${name} ${valueOf(literal) + 0}`,
  compare(a, b) {
    const x = valueOf(a);
    const y = valueOf(b);
    if (x < y) return -1;
    if (x > y) return 1;
    return x === y || (x !== x && y !== y) ? 0 : undefined;
  },
});

/** The nearest double of a valid literal. */
export const numberOf = (literal: string): number =>
  literal === 'INF' ? Infinity : literal === '-INF' ? -Infinity : Number(literal);

function scanFloatingPoint(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (bytes[at] === 0x2d || bytes[at] === 0x2b) at++;
  const first = at;
  while (at < end && ((bytes[at] as number) ^ 0x30) < 10) at++;
  let digits = at - first;
  if (at < end && bytes[at] === 0x2e) {
    const point = ++at;
    while (at < end && ((bytes[at] as number) ^ 0x30) < 10) at++;
    digits += at - point;
  }
  if (digits === 0) return UNSURE;
  if (at >= end || ((bytes[at] as number) | 0x20) !== 0x65) return at;
  at++;
  if (at < end && (bytes[at] === 0x2d || bytes[at] === 0x2b)) at++;
  const exponent = at;
  while (at < end && ((bytes[at] as number) ^ 0x30) < 10) at++;
  return at > exponent ? at : UNSURE;
}
