import { isSpace } from '../byte-class.js';
import { malformed, unexpected } from '../fault.js';
import { passName } from '../name.js';
import type { Reader } from '../reader.js';
import { cutUtf8 } from '../text.js';
import { attributeValue, escapeValue, tokens } from './attribute-value.js';
import type { Doctype } from './doctype.js';
import { PREDEFINED, countAdded, passEntityReference } from './reference.js';
import { passLiteral, passSpace } from './token.js';

/** Takes what a piece of the document becomes. */
export interface Output {
  /** `[start, end)` of the cursor stays as it is. */
  copy(start: number, end: number): void;
  /** `text` stands for what is at `at`. */
  write(text: string, at: number): void;
}

/** Defaults of this many bytes a tag are not counted as added: they cannot make a document grow out of proportion. */
const SMALL = 256;

/**
 * Rewrites the start tag at `p`: entities in values replaced, tokens normalised, defaults added. Answers the offset
 * behind it; `c.selfClosed` says whether the element is empty.
 */
export function rewriteStartTag(d: Doctype, c: Reader, p: number, out: Output, inEntity: boolean): number {
  const { bytes } = c;
  let q = passName(c, p + 1);
  const definitions = d.attributes.size === 0 ? undefined : d.attributes.get(cutUtf8(c, p + 1, q));
  const seen = definitions === undefined ? undefined : new Set<string>();
  let copied = p;
  for (;;) {
    const next = passSpace(c, q);
    const byte = bytes[next];
    if (byte === 0x3e || byte === 0x2f) {
      out.copy(copied, q);
      if (definitions !== undefined) {
        let added = '';
        for (const { name, value } of definitions.values())
          if (value !== null && seen?.has(name) !== true) added += ` ${name}="${escapeValue(value)}"`;
        countAdded(d, c, added.length - SMALL, p);
        out.write(added, q);
      }
      c.selfClosed = byte === 0x2f;
      const end = c.selfClosed ? next + 2 : next + 1;
      if (bytes[end - 1] !== 0x3e || end > c.end) unexpected(c, end - 1, '">"');
      out.copy(q, end);
      return end;
    }
    if (next === q) unexpected(c, q, 'white space, "/>" or ">"');
    const nameEnd = passName(c, next);
    const equals = passSpace(c, nameEnd);
    if (bytes[equals] !== 0x3d) unexpected(c, equals, '"=" after the attribute name');
    const start = passSpace(c, equals + 1);
    if (bytes[start] !== 0x22 && bytes[start] !== 0x27) unexpected(c, start, 'a quoted attribute value');
    q = passLiteral(c, start);
    const end = q - 1;
    const look = lookAt(c, start + 1, end);
    const name = seen === undefined ? '' : cutUtf8(c, next, nameEnd);
    seen?.add(name);
    const tokenized = definitions?.get(name)?.tokenized === true;
    if (!inEntity && !look.entities && !(tokenized && look.spaces)) continue;
    const value = attributeValue(d, c, start + 1, end, { inEntity });
    const escaped = escapeValue(tokenized ? tokens(value) : value);
    countAdded(d, c, escaped.length - (end - start), start);
    out.copy(copied, start);
    out.write(`"${escaped}"`, start);
    copied = q;
  }
}

/** What an attribute value has that asks for care. */
function lookAt(
  c: Reader,
  start: number,
  end: number,
): { readonly entities: boolean; readonly spaces: boolean } {
  let entities = false;
  let spaces = false;
  for (let p = start; p < end; p++) {
    const byte = c.bytes[p] as number;
    if (byte === 0x3c) malformed(c, '"<" must not stand in an attribute value', p);
    if (isSpace(byte)) spaces = true;
    else if (byte === 0x26) {
      spaces = true;
      if (c.bytes[p + 1] !== 0x23)
        entities ||= !PREDEFINED.has(cutUtf8(c, p + 1, passEntityReference(c, p) - 1));
    }
  }
  return { entities, spaces };
}
