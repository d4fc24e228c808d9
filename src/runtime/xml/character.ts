import { malformed, atEnd } from './fault.js';
import type { Reader } from './reader.js';

/** Char of XML 1.0 (production 2), beyond ASCII. */
export const isXmlChar = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/**
 * Passes one UTF-8 sequence that starts with a byte from 0x80: answers the offset behind it. Overlong forms, surrogates,
 * cut sequences and characters that XML forbids end the reading.
 */
export function passSequence(r: Reader, at: number): number {
  const length = sequenceLength(r.bytes, at, r.end);
  if (length > 0) return at + length;
  if (length === CUT) return atEnd(r, at);
  return malformed(r, 'the bytes are not UTF-8, or stand for a character that XML forbids', at);
}

/** The code point of a valid sequence at `at`. */
export function codePointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return first;
  const second = (bytes[at + 1] as number) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = (bytes[at + 2] as number) & 0x3f;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | ((bytes[at + 3] as number) & 0x3f);
}

const CUT = -1;
const BAD = 0;

/** Length of the sequence at `at`, 0 if it is no valid character, -1 if the bytes end within it. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] as number;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0) return BAD;
  for (let next = 1; next < length; next++) {
    if (at + next >= end) return CUT;
    if (((bytes[at + next] as number) & 0xc0) !== 0x80) return BAD;
  }
  const second = bytes[at + 1] as number;
  if (first === 0xe0 && second < 0xa0) return BAD;
  if (first === 0xed && second > 0x9f) return BAD;
  if (first === 0xf0 && second < 0x90) return BAD;
  if (first === 0xf4 && second > 0x8f) return BAD;
  if (first === 0xef && second === 0xbf && (bytes[at + 2] as number) > 0xbd) return BAD;
  return length;
}
