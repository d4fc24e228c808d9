import { atomicType } from './atomic-type.js';
import { UNSURE } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';

const FLOATING_POINT = /^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/;

/** xs:float or xs:double. */
export const floatingPointType = (name: string): SimpleTypeCodec =>
  atomicType(
    name,
    'a number such as 1.5 or 1.5E3, INF, -INF or NaN',
    (literal) => FLOATING_POINT.test(literal),
    { scan: scanFloatingPoint },
  );

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
