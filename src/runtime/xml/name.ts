import { isNameStart, nameClass } from './byte-class.js';
import { codePointAt, passSequence } from './character.js';
import { atEnd, unexpected, malformed } from './fault.js';
import type { Reader } from './reader.js';

/** Passes a Name (production 5; the colon counts): answers the offset behind it. */
export function passName(r: Reader, p: number): number {
  const bytes = r.bytes;
  const first = bytes[p];
  if ((!isNameStart(first) && first !== 0x3a) || p >= r.end) return unexpected(r, p, 'a name');
  let q = p;
  for (;;) {
    while (nameClass[bytes[q] as number] === 0 && (bytes[q] as number) < 0x80) q++;
    const c = bytes[q];
    if (q >= r.end) return atEnd(r, q);
    if (c === 0x3a) q++;
    else if (c !== undefined && c >= 0x80) {
      const next = passSequence(r, q);
      const code = codePointAt(bytes, q);
      if (!(q === p ? isNameStartChar(code) : isNameChar(code))) {
        if (q === p) return malformed(r, 'a name must not begin with this character', q);
        return malformed(r, 'a name must not contain this character', q);
      }
      q = next;
    } else return q;
  }
}

/** NameStartChar of XML 1.0 fifth edition, beyond ASCII. */
export const isNameStartChar = (code: number): boolean =>
  (code >= 0xc0 && code <= 0x2ff && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x370 && code <= 0x1fff && code !== 0x37e) ||
  code === 0x200c ||
  code === 0x200d ||
  (code >= 0x2070 && code <= 0x218f) ||
  (code >= 0x2c00 && code <= 0x2fef) ||
  (code >= 0x3001 && code <= 0xd7ff) ||
  (code >= 0xf900 && code <= 0xfdcf) ||
  (code >= 0xfdf0 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0xeffff);

/** NameChar of XML 1.0 fifth edition, beyond ASCII. */
export const isNameChar = (code: number): boolean =>
  isNameStartChar(code) ||
  code === 0xb7 ||
  (code >= 0x300 && code <= 0x36f) ||
  code === 0x203f ||
  code === 0x2040;
