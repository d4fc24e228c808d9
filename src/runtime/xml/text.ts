import { textClass } from './byte-class.js';
import { atEnd, beyondLimit, malformed, showCharacter } from './fault.js';
import { forbidding, NAME, NC_NAME, NOT_A_CHARACTER } from './character-class.js';
import type { Reader } from './reader.js';

/** Values keep the piece of the document alive that they were cut from: it stays small. */
const VIEW = 2048;
const latin1 = /* @__PURE__ */ new TextDecoder('latin1');
const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });

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
 * The text of `bytes[start, end)`, which must be UTF-8 and characters of XML (production 2), and hold nothing of what
 * `forbidden` finds in `what`.
 */
export function characters(
  r: Reader,
  start: number,
  end: number,
  what: string,
  forbidden = NOT_A_CHARACTER,
): string {
  if (end - start > r.limits.maxTextLength) beyondLimit(r, 'maxTextLength', start);
  const bytes = r.bytes.subarray(start, end);
  const text = utf8.decode(bytes);
  const bad = forbidden.exec(text);
  if (bad !== null)
    malformed(r, `${showCharacter(bad[0])} must not stand in ${what}`, start + lengthOf(text, bad.index));
  if (text.includes('\ufffd')) {
    // What is not UTF-8 was replaced.
    const fault = new TextEncoder().encode(text).findIndex((byte, index) => byte !== bytes[index]);
    if (fault >= 0) malformed(r, `the bytes are not UTF-8 in ${what}`, start + fault);
  }
  return text;
}

const lengthOf = (text: string, end: number): number => new TextEncoder().encode(text.slice(0, end)).length;

const NOT_IN_TEXT = /* @__PURE__ */ forbidding('\\]\\]>');
const NOT_IN_VALUE = /* @__PURE__ */ forbidding('<');
const NOT_IN_COMMENT = /* @__PURE__ */ forbidding('--|-$');

/** What cannot be a reference is found by its ampersand alone. */
const COOKED = /\r\n?|[\t\n]|&(?:#x([\dA-Fa-f]+)|#(\d+)|([^&;#]+));|&/g;
const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

/** Character data, or the value of an attribute, as it is meant: references resolved, line ends normalised (2.11, 3.3.3). */
export function cook(r: Reader, start: number, end: number, isValue: boolean): string {
  const text = isValue
    ? characters(r, start, end, 'an attribute value', NOT_IN_VALUE)
    : characters(r, start, end, 'character data', NOT_IN_TEXT);
  return text.replace(COOKED, (whole: string, hex?: string, decimal?: string, name?: string, index = 0) => {
    if (!whole.startsWith('&')) return isValue ? ' ' : whole === '\t' ? whole : '\n';
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    const meant = code <= 0x10ffff ? String.fromCodePoint(code) : '';
    if (meant !== '' && !NOT_A_CHARACTER.test(meant)) return meant;
    if (name !== undefined && Object.hasOwn(PREDEFINED, name)) return PREDEFINED[name] as string;
    const isName = name !== undefined && NAME.test(name);
    return malformed(
      r,
      isName
        ? `entity "${name}" is not declared`
        : `"${whole}" is not a reference to a character of XML or an entity`,
      start + lengthOf(text, index),
      isName ? 'wf-entity-declared' : undefined,
    );
  });
}

/**
 * Reads character data up to the next tag, from `r.at`: references, CDATA sections, comments and processing instructions
 * resolved, line ends normalised. Leaves `r.at` at the `<` of the tag.
 */
export function readText(r: Reader): string {
  let text = '';
  for (;;) {
    const start = r.at;
    const end = find(r, start, '<');
    if (end > start) text += cook(r, start, end, false);
    if (text.length > r.limits.maxTextLength) beyondLimit(r, 'maxTextLength', start);
    r.at = end;
    if (end + 1 >= r.end) return atEnd(r, end);
    const next = r.bytes[end + 1];
    if (next !== 0x21 && next !== 0x3f) return text;
    r.at = passMarkup(r, end);
    text += r.cdata;
    r.cdata = '';
  }
}

/** How markup begins and ends that is no tag, and what must not stand in it. */
const MARKUP: readonly (readonly [string, string, string, RegExp])[] = [
  ['<!--', '-->', 'a comment', NOT_IN_COMMENT],
  ['<![CDATA[', ']]>', 'a CDATA section', NOT_A_CHARACTER],
  ['<?', '?>', 'a processing instruction', NOT_A_CHARACTER],
];

/**
 * Passes a comment, a processing instruction or a CDATA section at `p` (`<!` or `<?`): answers the offset behind it. The text
 * of a CDATA section is in `r.cdata` then.
 */
export function passMarkup(r: Reader, p: number): number {
  for (const [open, close, what, forbidden] of MARKUP) {
    if (!startsWith(r, p, open)) continue;
    const start = p + open.length;
    const end = find(r, start, close);
    const text = characters(r, start, end, what, forbidden);
    if (open === '<![CDATA[') r.cdata = text.replace(/\r\n?/g, '\n');
    else if (open === '<?') {
      const [target = ''] = /^[^ \t\r\n]*/.exec(text) ?? [];
      if (/^xml$/i.test(target)) malformed(r, 'the XML declaration may only stand at the very start', p);
      if (!NC_NAME.test(target)) malformed(r, 'the target of a processing instruction must be a name', p);
    }
    return end + close.length;
  }
  return malformed(r, 'a declaration must not stand in content', p);
}

/** Where an ASCII text stands next; it must be there. */
export function find(r: Reader, from: number, text: string): number {
  for (let p = from; ; p++) {
    p = r.bytes.indexOf(text.charCodeAt(0), p);
    if (p < 0 || p + text.length > r.end) {
      if (r.end - from > r.limits.maxTextLength) beyondLimit(r, 'maxTextLength', from);
      return atEnd(r, r.end);
    }
    if (startsWith(r, p, text)) return p;
  }
}

/** Whether the bytes at `p` are this ASCII text; where they end within it, more are asked for. */
export function startsWith(r: Reader, p: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (p + at >= r.end) return atEnd(r, p);
    if (r.bytes[p + at] !== text.charCodeAt(at)) return false;
  }
  return true;
}
