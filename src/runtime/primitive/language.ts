import { tokenType } from './token-type.js';

const LANGUAGE = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** xs:language: a language tag in the form of RFC 3066. */
export const language = /* @__PURE__ */ tokenType(
  'language',
  'a language tag such as "en" or "de-CH"',
  (literal) => LANGUAGE.test(literal),
  { bytes: scanLanguage },
);

function scanLanguage(bytes: Uint8Array, start: number, end: number): boolean {
  let run = 0;
  let isFirst = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    const letter = byte | 0x20;
    if ((letter >= 0x61 && letter <= 0x7a) || (!isFirst && byte >= 0x30 && byte <= 0x39)) {
      if (++run > 8) return false;
    } else if (byte === 0x2d && run !== 0) {
      run = 0;
      isFirst = false;
    } else return false;
  }
  return run !== 0;
}
