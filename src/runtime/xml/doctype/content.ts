import { textClass } from '../byte-class.js';
import { passSequence } from '../character.js';
import { atEnd, beyondLimit, malformed, unexpected } from '../fault.js';
import type { Reader } from '../reader.js';
import { cutUtf8, passMarkup } from '../text.js';
import { ByteSink } from './byte-sink.js';
import type { Doctype, Entity } from './doctype.js';
import {
  PREDEFINED,
  countAdded,
  entityNamed,
  inside,
  nameOfReference,
  passEntityReference,
  passOver,
} from './reference.js';
import { rewriteStartTag, type Output } from './start-tag.js';
import { isAt, reference } from './token.js';
import type { Rewriting } from './rewriting.js';

/** Rewrites what follows the DOCTYPE: prolog, root element and the rest. What is not well-formed is left to the reader. */
export function rewriteDocument(d: Doctype, from: number, out: Rewriting): void {
  const { r } = d;
  const { bytes, end } = r;
  let depth = 0;
  let copied = from;
  let p = from;
  const output: Output = {
    copy: (start, to) => {
      out.copy(start, to);
    },
    write: (text, at) => {
      out.write(new TextEncoder().encode(text), at);
    },
  };
  while (p < end) {
    const byte = bytes[p];
    if (byte === 0x3c) {
      const next = bytes[p + 1];
      r.at = p;
      if (next === 0x21 || next === 0x3f) p = passMarkup(r, p);
      else if (next === 0x2f) {
        depth--;
        p += 2;
      } else {
        out.copy(copied, p);
        p = rewriteStartTag(d, r, p, output, false);
        copied = p;
        if (!r.selfClosed) depth++;
      }
    } else if (byte === 0x26 && depth > 0 && bytes[p + 1] !== 0x23) {
      r.at = p;
      const behind = passEntityReference(r, p);
      const name = nameOfReference(r, p, behind);
      if (!PREDEFINED.has(name)) {
        const content = contentOf(d, r, name, p);
        countAdded(d, r, content.length - (behind - p), p);
        out.copy(copied, p);
        out.write(content, p);
        copied = behind;
      }
      p = behind;
    } else p++;
  }
  out.copy(copied, end);
  r.selfClosed = false;
  r.cdata = '';
}

const NOTHING = /* @__PURE__ */ new Uint8Array(0);

/** What the entity of a reference at `p` stands for in content; nothing where it is not read. */
function contentOf(d: Doctype, c: Reader, name: string, p: number): Uint8Array {
  const entity = entityNamed(d, c, name, p);
  if (entity === undefined) return NOTHING;
  const { text } = entity;
  if (text === null) {
    passOver(d, name, 'is external and not read');
    return NOTHING;
  }
  entity.content ??= inside(d, c, entity, text, p, (inner) => rewriteEntity(d, inner, entity));
  return entity.content;
}

/**
 * Replacement text as content (4.3.2: it must match production 43 by itself), with the entities in it replaced, written so
 * that it means the same between other bytes: what only this text may decide is escaped.
 */
function rewriteEntity(d: Doctype, c: Reader, entity: Entity): Uint8Array {
  const { bytes } = c;
  const out = new ByteSink(bytes.length);
  const output: Output = {
    copy: (start, end) => {
      out.put(bytes.subarray(start, end));
    },
    write: (text) => {
      out.putText(text);
    },
  };
  const most = bytes.length * 5 + d.r.limits.maxEntityExpansion;
  let depth = 0;
  let p = 0;
  while (p < c.end) {
    const start = p;
    while (textClass[bytes[p] as number] === 0 && bytes[p] !== 0x3e) p++;
    out.put(bytes.subarray(start, p));
    const byte = bytes[p];
    if (p >= c.end || byte === undefined) break;
    if (byte === 0x3c) {
      const next = bytes[p + 1];
      if (next === 0x21 || next === 0x3f) p = passMarkupOfEntity(c, p, out);
      else if (next === 0x2f) {
        let end = p;
        while (end < c.end && bytes[end] !== 0x3e) end++;
        if (end >= c.end) atEnd(c, end);
        if (--depth < 0) malformed(c, 'an element ends in the entity that did not begin in it', p);
        out.put(bytes.subarray(p, end + 1));
        p = end + 1;
      } else {
        p = rewriteStartTag(d, c, p, output, true);
        if (!c.selfClosed) depth++;
      }
    } else if (byte === 0x26) p = rewriteReference(d, c, p, out);
    else if (byte === 0x3e) {
      out.putText('&gt;');
      p++;
    } else if (byte === 0x0d) {
      out.putText('&#13;');
      p++;
    } else if (byte === 0x5d) {
      if (bytes[p + 1] === 0x5d && bytes[p + 2] === 0x3e)
        malformed(c, '"]]>" must not stand in character data', p);
      out.put(bytes.subarray(p, ++p));
    } else if (byte >= 0x80) {
      const end = passSequence(c, p);
      out.put(bytes.subarray(p, end));
      p = end;
    } else unexpected(c, p, 'a character of XML');
    if (out.length > most) beyondLimit(c, 'maxEntityExpansion', start, d.r.limits.maxEntityExpansion);
  }
  if (depth > 0) malformed(c, `entity "${entity.name}" ends within an element that began in it`, c.end - 1);
  // Entities inside were counted with the bytes that they have in this one: nested, they may add up to a lot.
  countAdded(d, c, out.length - bytes.length * 5, 0);
  return out.bytes();
}

function rewriteReference(d: Doctype, c: Reader, p: number, out: ByteSink): number {
  if (c.bytes[p + 1] === 0x23) {
    reference(c, p);
    out.put(c.bytes.subarray(p, c.at));
    return c.at;
  }
  const end = passEntityReference(c, p);
  const name = nameOfReference(c, p, end);
  out.put(PREDEFINED.has(name) ? c.bytes.subarray(p, end) : contentOf(d, c, name, p));
  return end;
}

/** A comment, an instruction or a CDATA section in an entity: the text of the last is written as text. */
function passMarkupOfEntity(c: Reader, p: number, out: ByteSink): number {
  const end = passMarkup(c, p);
  c.cdata = '';
  if (!isAt(c, p, '<![CDATA[')) {
    out.put(c.bytes.subarray(p, end));
    return end;
  }
  // As it stands: line ends of an entity were normalised when its declaration was read.
  const text = cutUtf8(c, p + 9, end - 3);
  out.putText(text.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`));
  return end;
}
