import { isNameStart, nameClass } from '../xml/byte-class.js';
import { NAME, NAME_TOKEN } from '../xml/character-class.js';
import { tokenType } from './token-type.js';

/** xs:Name: a name of XML 1.0, colons allowed. */
export const Name = /* @__PURE__ */ tokenType('Name', 'a name', (literal) => NAME.test(literal), {
  bytes: (bytes, start, end) =>
    (isNameStart(bytes[start]) || bytes[start] === 0x3a) && scanNameToken(bytes, start, end),
});

/** xs:NMTOKEN: one or more name characters. */
export const NMTOKEN = /* @__PURE__ */ tokenType(
  'NMTOKEN',
  'letters, digits, ".", "-", "_" and ":" only',
  (literal) => NAME_TOKEN.test(literal),
  { bytes: scanNameToken },
);

function scanNameToken(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (nameClass[byte] !== 0 && byte !== 0x3a) return false;
  }
  return start < end;
}
