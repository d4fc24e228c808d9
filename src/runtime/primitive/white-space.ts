import type { SimpleTypeCodec } from './simple-type.js';

/** Normalises white space as the facet `whiteSpace` says (4.3.6). */
export function normalizeWhiteSpace(text: string, whiteSpace: SimpleTypeCodec['whiteSpace']): string {
  if (whiteSpace === 'preserve') return text;
  if (whiteSpace === 'replace') return /[\t\n\r]/.test(text) ? text.replace(/[\t\n\r]/g, ' ') : text;
  return isCollapsed(text) ? text : text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
}

/** Whether white space stands only as single spaces between other characters. */
export const isCollapsed = (text: string): boolean => !/^ |[\t\n\r]| {2}| $/.test(text);

/** The same for ASCII bytes. */
export function isCollapsedBytes(bytes: Uint8Array, start: number, end: number): boolean {
  let before = 0x20;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte <= 0x20 && (byte < 0x20 || before === 0x20)) return false;
    before = byte;
  }
  return before !== 0x20 || start === end;
}

/** Whether ASCII bytes are free of tab, line feed and carriage return. */
export function isReplacedBytes(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] as number) < 0x20) return false;
  return true;
}
