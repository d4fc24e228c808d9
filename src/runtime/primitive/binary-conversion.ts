import { sextet, sextetCharacter } from './base64-binary.js';
import type { Base64Binary, HexBinary } from './brand.js';

/** The octets of an xs:base64Binary. */
export function decodeBase64(value: Base64Binary): Uint8Array {
  const octets = new Uint8Array(Math.floor((value.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    const six = sextet(value.charCodeAt(at));
    if (six < 0) continue;
    bits = ((bits << 6) | six) & 0xfff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      octets[length++] = bits >> count;
    }
  }
  return octets.slice(0, length);
}

/** An xs:base64Binary, without spaces. */
export function encodeBase64(octets: Uint8Array): Base64Binary {
  let text = '';
  for (let at = 0; at < octets.length; at += 3) {
    const first = octets[at] ?? 0;
    const second = octets[at + 1] ?? 0;
    const third = octets[at + 2] ?? 0;
    text += sextetCharacter(first >> 2) + sextetCharacter((first << 4) | (second >> 4));
    text += at + 1 < octets.length ? sextetCharacter((second << 2) | (third >> 6)) : '=';
    text += at + 2 < octets.length ? sextetCharacter(third) : '=';
  }
  return text as Base64Binary;
}

/** The octets of an xs:hexBinary. */
export function decodeHex(value: HexBinary): Uint8Array {
  const octets = new Uint8Array(value.length >> 1);
  for (let at = 0; at < octets.length; at++) octets[at] = parseInt(value.slice(at * 2, at * 2 + 2), 16);
  return octets;
}

/** An xs:hexBinary, in capitals: the canonical form. */
export function encodeHex(octets: Uint8Array): HexBinary {
  let text = '';
  for (const octet of octets) text += (octet < 16 ? '0' : '') + octet.toString(16);
  return text.toUpperCase() as HexBinary;
}
