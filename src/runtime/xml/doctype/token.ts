import { isSpace, nameClass, passSpace as passSpaceOf } from '../byte-class.js';
import { NAME_TOKEN } from '../character-class.js';
import { passSequence } from '../character.js';
import { atEnd, badNamespace, unexpected } from '../fault.js';
import { passName } from '../name.js';
import type { Reader } from '../reader.js';
import { characters, cook, cutUtf8, find } from '../text.js';

/** Passes white space, if there is any. */
export const passSpace = (c: Reader, p: number): number => passSpaceOf(c.bytes, p);

/** Passes white space, which must be there. */
export function passRequiredSpace(c: Reader, p: number): number {
  if (!isSpace(c.bytes[p])) unexpected(c, p, 'white space');
  return passSpace(c, p);
}

/** Passes one byte, which must be there. */
export function passByte(c: Reader, p: number, byte: number): number {
  if (c.bytes[p] !== byte || p >= c.end) unexpected(c, p, `"${String.fromCharCode(byte)}"`);
  return p + 1;
}

/** Whether this ASCII text stands at `p`. */
export function isAt(c: Reader, p: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (c.bytes[p + at] !== text.charCodeAt(at)) return false;
  return p + text.length <= c.end;
}

/** Passes this ASCII text, which must be there. */
export function passText(c: Reader, p: number, text: string): number {
  if (!isAt(c, p, text)) unexpected(c, p, `"${text}"`);
  return p + text.length;
}

/** Passes the name of an entity or notation, which has no colon (Namespaces in XML, 7). */
export function passNCName(c: Reader, p: number, what: string): number {
  const end = passName(c, p);
  if (cutUtf8(c, p, end).includes(':')) badNamespace(c, `the name of ${what} must not have a colon`, p);
  return end;
}

/** Passes an Nmtoken (production 7). */
export function passNmtoken(c: Reader, p: number): number {
  let q = p;
  while (nameClass[c.bytes[q] as number] === 0 || c.bytes[q] === 0x3a) q++;
  if (q >= c.end) return atEnd(c, q);
  return NAME_TOKEN.test(characters(c, p, q, 'a name token')) ? q : unexpected(c, p, 'a name token');
}

/** Resolves a reference to a character, or to one of the five entities that are always declared; `c.at` is left behind it. */
export function reference(c: Reader, p: number): string {
  c.at = find(c, p, ';') + 1;
  return cook(c, p, c.at, false);
}

/** Passes a literal in quotes, whatever is in it; `check` looks at each character of ASCII. */
export function passLiteral(c: Reader, p: number, check?: (byte: number) => boolean): number {
  const quote = c.bytes[p];
  if (quote !== 0x22 && quote !== 0x27) return unexpected(c, p, 'a quoted literal');
  let q = p + 1;
  for (;;) {
    const byte = c.bytes[q];
    if (byte === undefined || q >= c.end) return atEnd(c, q);
    if (byte === quote) return q + 1;
    if (check?.(byte) === false) return unexpected(c, q, 'a character of a public identifier');
    q = byte >= 0x80 ? passSequence(c, q) : passCharacter(c, q, byte);
  }
}

function passCharacter(c: Reader, p: number, byte: number): number {
  if (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
    return unexpected(c, p, 'a character of XML');
  return p + 1;
}
