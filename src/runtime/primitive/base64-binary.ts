import { notInLexicalSpace } from './fault.js';
import { scanText } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The value of a character of the Base64 alphabet, -1 for any other. */
export function sextet(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x47;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41;
  if (code >= 0x30 && code <= 0x39) return code + 4;
  return code === 0x2b ? 62 : code === 0x2f ? 63 : -1;
}

/** The character of a value from 0 to 63. */
export const sextetCharacter = (value: number): string => ALPHABET.charAt(value & 63);

/** xs:base64Binary, by the grammar of the second edition: bits that padding leaves over are zero, single spaces may stand between. */
export const base64Binary: SimpleTypeCodec = {
  name: 'base64Binary',
  variety: 'atomic',
  primitive: 'base64Binary',
  whiteSpace: 'collapse',
  scan: /* @__PURE__ */ scanText((bytes, start, end) => {
    if (((end - start) & 3) !== 0) return false;
    if (start === end) return true;
    const padding = bytes[end - 1] !== 0x3d ? 0 : bytes[end - 2] !== 0x3d ? 1 : 2;
    let value = 0;
    for (let at = start; at < end - padding; at++) {
      value = sextet(bytes[at] as number);
      if (value < 0) return false;
    }
    return (value & LEFT_OVER[padding]) === 0;
  }),
  check: (literal) =>
    isBase64(literal)
      ? undefined
      : notInLexicalSpace('octets in Base64: groups of four characters, the last one filled up with "="'),
  length(literal) {
    let characters = 0;
    for (let at = 0; at < literal.length; at++) if (sextet(literal.charCodeAt(at)) >= 0) characters++;
    return Math.floor((characters * 3) / 4);
  },
};

/** The bits of the last character before none, one or two `=` that no octet takes. */
const LEFT_OVER = [0, 3, 15] as const;

function isBase64(literal: string): boolean {
  let count = 0;
  let padding: 0 | 1 | 2 = 0;
  let value = 0;
  let isAfterSpace = true;
  for (let at = 0; at < literal.length; at++) {
    const code = literal.charCodeAt(at);
    if (code === 0x20) {
      if (isAfterSpace) return false;
      isAfterSpace = true;
      continue;
    }
    isAfterSpace = false;
    if (code === 0x3d) {
      if (padding === 2) return false;
      padding = padding === 0 ? 1 : 2;
    } else {
      value = sextet(code);
      if (value < 0 || padding !== 0) return false;
    }
    count++;
  }
  if (count === 0) return literal === '';
  return !isAfterSpace && count % 4 === 0 && (value & LEFT_OVER[padding]) === 0;
}
