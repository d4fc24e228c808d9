import { isSpace } from '../byte-class.js';
import { unexpected } from '../fault.js';
import type { Reader } from '../reader.js';
import { isAt, passLiteral, passRequiredSpace, passSpace } from './token.js';

/** Whether an ExternalID starts here. */
export const isExternalId = (c: Reader, p: number): boolean => isAt(c, p, 'SYSTEM') || isAt(c, p, 'PUBLIC');

/** Passes an ExternalID (production 75); for a notation, a public identifier alone will do (production 83). */
export function passExternalId(c: Reader, p: number, mayBePublicOnly: boolean): number {
  if (isAt(c, p, 'SYSTEM')) return passLiteral(c, passRequiredSpace(c, p + 6));
  if (!isAt(c, p, 'PUBLIC')) return unexpected(c, p, 'SYSTEM or PUBLIC');
  const end = passLiteral(c, passRequiredSpace(c, p + 6), isPubidChar);
  const next = passSpace(c, end);
  if (mayBePublicOnly && (!isSpace(c.bytes[end]) || (c.bytes[next] !== 0x22 && c.bytes[next] !== 0x27)))
    return end;
  return passLiteral(c, passRequiredSpace(c, end));
}

/** PubidChar (production 13). */
const isPubidChar = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) ||
  (byte >= 0x3f && byte <= 0x5a) ||
  (byte >= 0x27 && byte <= 0x3b) ||
  byte === 0x20 ||
  byte === 0x0d ||
  byte === 0x0a ||
  byte === 0x21 ||
  byte === 0x23 ||
  byte === 0x24 ||
  byte === 0x25 ||
  byte === 0x3d ||
  byte === 0x5f;
