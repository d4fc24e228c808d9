import { textClass } from './byte-class.js';
import { isXmlChar, passSequence } from './character.js';
import { passName } from './name.js';
import { atEnd, beyondLimit, malformed, unexpected } from './fault.js';
import type { Reader } from './reader.js';

/** Values keep the piece of the document alive that they were cut from: it stays small. */
const VIEW = 2048;
const latin1 = /* @__PURE__ */ new TextDecoder('latin1');
const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

/** The text of `bytes[start, end)`, all of it ASCII. */
export function cut(r: Reader, start: number, end: number): string {
  if (start < r.viewStart || end > r.viewEnd) {
    if (end - start > VIEW) return latin1.decode(r.bytes.subarray(start, end));
    r.viewStart = start;
    r.viewEnd = Math.min(start + VIEW, r.end);
    const bytes = r.bytes.subarray(start, r.viewEnd);
    // The quicker decoder gives as many characters as there are bytes if each byte is one character.
    const view = utf8.decode(bytes);
    r.view = view.length === bytes.length ? view : latin1.decode(bytes);
  }
  return r.view.substring(start - r.viewStart, end - r.viewStart);
}

/** The text of `bytes[start, end)`, which may go beyond ASCII and was checked to be UTF-8. */
export const cutUtf8 = (r: Reader, start: number, end: number): string =>
  utf8.decode(r.bytes.subarray(start, end));

/** Passes character data up to the next tag, as `readText` reads it, and makes no text of it where nothing is special. */
export function passText(r: Reader): void {
  const { bytes } = r;
  let p = r.at;
  while (textClass[bytes[p] as number] === 0) p++;
  const next = bytes[p + 1];
  if (
    bytes[p] === 0x3c &&
    p + 1 < r.end &&
    next !== 0x21 &&
    next !== 0x3f &&
    p - r.at <= r.limits.maxTextLength
  )
    r.at = p;
  else readText(r);
}

/**
 * Reads character data up to the next tag, from `r.at`: references, CDATA sections, comments and processing instructions
 * resolved, line ends normalised. Leaves `r.at` at the `<` of the tag.
 */
export function readText(r: Reader): string {
  const bytes = r.bytes;
  let p = r.at;
  let start = p;
  let ascii = true;
  let text = '';
  for (;;) {
    while (textClass[bytes[p] as number] === 0) p++;
    const c = bytes[p];
    if (c === 0x3c) {
      const d = bytes[p + 1];
      if (d === 0x2f || (d !== 0x21 && d !== 0x3f && d !== undefined && p + 1 < r.end)) {
        r.at = p;
        return text + piece(r, start, p, ascii);
      }
      text += piece(r, start, p, ascii);
      p = passMarkup(r, p);
      if (r.cdataEnd > 0) {
        text += cdataText(r, r.cdataStart, r.cdataEnd);
        r.cdataEnd = 0;
      }
      start = p;
      ascii = true;
    } else if (c === 0x26) {
      text += piece(r, start, p, ascii) + reference(r, p);
      p = r.at;
      start = p;
      ascii = true;
    } else if (c === 0x0d) {
      text += piece(r, start, p, ascii) + '\n';
      if (p + 1 >= r.end && r.partial) return atEnd(r, p);
      p += bytes[p + 1] === 0x0a ? 2 : 1;
      start = p;
      ascii = true;
    } else if (c === 0x5d) {
      if (p + 2 >= r.end) return atEnd(r, p);
      if (bytes[p + 1] === 0x5d && bytes[p + 2] === 0x3e)
        return malformed(r, '"]]>" must not stand in character data', p);
      p++;
    } else if (c !== undefined && c >= 0x80 && p < r.end) {
      p = passSequence(r, p);
      ascii = false;
    } else {
      return unexpected(r, p, 'a character of XML');
    }
    if (p - start > r.limits.maxTextLength || text.length > r.limits.maxTextLength)
      return beyondLimit(r, 'maxTextLength', r.limits.maxTextLength, start);
  }
}

const piece = (r: Reader, start: number, end: number, ascii: boolean): string =>
  start === end ? '' : ascii ? cut(r, start, end) : cutUtf8(r, start, end);

/** A CDATA section's text, line ends normalised; its characters were checked when it was passed. */
function cdataText(r: Reader, start: number, end: number): string {
  const text = cutUtf8(r, start, end);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Passes a comment, a processing instruction or a CDATA section at `p` (`<!` or `<?`): answers the offset behind it.
 * For a CDATA section, `r.cdataStart` and `r.cdataEnd` say where its text lies; `cdataEnd` is 0 otherwise.
 */
export function passMarkup(r: Reader, p: number): number {
  const bytes = r.bytes;
  if (bytes[p + 1] === 0x3f) return passInstruction(r, p);
  if (p + 3 >= r.end) return atEnd(r, p);
  if (bytes[p + 2] === 0x2d && bytes[p + 3] === 0x2d) return passComment(r, p);
  if (startsWith(r, p, '<![CDATA[')) {
    const start = p + 9;
    for (let q = start; ;) {
      const c = bytes[q];
      if (c === 0x5d && bytes[q + 1] === 0x5d && bytes[q + 2] === 0x3e) {
        r.cdataStart = start;
        r.cdataEnd = q;
        return q + 3;
      }
      q = passCharacter(r, q);
    }
  }
  return malformed(r, 'a declaration must not stand in content', p);
}

function passComment(r: Reader, p: number): number {
  const bytes = r.bytes;
  for (let q = p + 4; ;) {
    if (bytes[q] === 0x2d && bytes[q + 1] === 0x2d) {
      if (q + 2 >= r.end) return atEnd(r, q);
      if (bytes[q + 2] !== 0x3e) return malformed(r, '"--" must not stand in a comment', q);
      return q + 3;
    }
    q = passCharacter(r, q);
  }
}

function passInstruction(r: Reader, p: number): number {
  const bytes = r.bytes;
  let q = passName(r, p + 2);
  const target = cutUtf8(r, p + 2, q);
  if (target.toLowerCase() === 'xml')
    return malformed(r, 'the XML declaration may only stand at the very start', p);
  if (target.includes(':')) return malformed(r, 'the target of a processing instruction has a colon', p + 2);
  const c = bytes[q];
  if (c === 0x3f) {
    if (bytes[q + 1] === 0x3e) return q + 2;
    return unexpected(r, q + 1, '">"');
  } else if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) {
    return unexpected(r, q, 'white space or "?>"');
  }
  for (;;) {
    if (bytes[q] === 0x3f && bytes[q + 1] === 0x3e) return q + 2;
    q = passCharacter(r, q);
  }
}

/** Passes any one character of XML. */
function passCharacter(r: Reader, p: number): number {
  const c = r.bytes[p];
  if (c === undefined || p >= r.end) return atEnd(r, p);
  if (c >= 0x80) return passSequence(r, p);
  if (c < 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return unexpected(r, p, 'a character of XML');
  return p + 1;
}

/** Whether the bytes at `p` are this ASCII text; where they end within it, more are asked for. */
export function startsWith(r: Reader, p: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (p + at >= r.end) return atEnd(r, p);
    if (r.bytes[p + at] !== text.charCodeAt(at)) return false;
  }
  return true;
}

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

/** Resolves the reference at `p` and leaves `r.at` behind its semicolon. */
export function reference(r: Reader, p: number): string {
  const bytes = r.bytes;
  let q = p + 1;
  if (bytes[q] === 0x23) {
    q++;
    const hex = bytes[q] === 0x78;
    if (hex) q++;
    const start = q;
    let code = 0;
    for (; ; q++) {
      const c = bytes[q] as number;
      const digit =
        c >= 0x30 && c <= 0x39
          ? c - 0x30
          : hex && c >= 0x61 && c <= 0x66
            ? c - 0x57
            : hex && c >= 0x41 && c <= 0x46
              ? c - 0x37
              : -1;
      if (digit < 0) break;
      code = code * (hex ? 16 : 10) + digit;
      if (code > 0x10ffff) return malformed(r, 'the character reference is beyond U+10FFFF', p);
    }
    if (bytes[q] !== 0x3b || q === start) return unexpected(r, q, 'a character reference');
    if (!isXmlChar(code))
      return malformed(r, 'the character reference stands for a character that XML forbids', p);
    r.at = q + 1;
    return String.fromCodePoint(code);
  }
  q = passName(r, q);
  if (bytes[q] !== 0x3b) return unexpected(r, q, '";" after the entity name');
  const name = cutUtf8(r, p + 1, q);
  const text = PREDEFINED[name];
  if (text === undefined || !Object.hasOwn(PREDEFINED, name))
    return malformed(r, `entity "${name}" is not declared`, p, 'wf-entity-declared');
  r.at = q + 1;
  return text;
}
