import { malformed, unexpected } from '../fault.js';
import type { Reader } from '../reader.js';
import { cutUtf8 } from '../text.js';
import { attributeValue, tokens } from './attribute-value.js';
import type { AttributeDefinition, Doctype } from './doctype.js';
import {
  isAt,
  passByte,
  passLiteral,
  passNCName,
  passNmtoken,
  passRequiredSpace,
  passSpace,
} from './token.js';
import { passQName } from '../name.js';

/** An attribute list declaration (production 52), behind its keyword. The first definition of an attribute binds. */
export function readAttributeList(d: Doctype, c: Reader, p: number): number {
  const start = passRequiredSpace(c, p);
  let q = passQName(c, start);
  const element = cutUtf8(c, start, q);
  const isUsed = !d.unread || d.standalone;
  for (;;) {
    const next = passSpace(c, q);
    if (c.bytes[next] === 0x3e && next < c.end) return next + 1;
    passRequiredSpace(c, q);
    const nameEnd = passQName(c, next);
    const name = cutUtf8(c, next, nameEnd);
    const type = passRequiredSpace(c, nameEnd);
    const tokenized = !isAt(c, type, 'CDATA');
    const value = readDefault(d, c, passRequiredSpace(c, passType(c, type)), isUsed);
    q = c.at;
    if (!isUsed) continue;
    const definitions = d.attributes.get(element) ?? new Map<string, AttributeDefinition>();
    d.attributes.set(element, definitions);
    if (!definitions.has(name))
      definitions.set(name, { name, tokenized, value: tokenized && value !== null ? tokens(value) : value });
  }
}

const KEYWORDS = /* @__PURE__ */ [
  'CDATA',
  'IDREFS',
  'IDREF',
  'ID',
  'ENTITY',
  'ENTITIES',
  'NMTOKENS',
  'NMTOKEN',
];

/** AttType (productions 54 to 59). */
function passType(c: Reader, p: number): number {
  if (c.bytes[p] === 0x28) return passAlternatives(c, p, passNmtoken);
  if (isAt(c, p, 'NOTATION')) {
    const open = passRequiredSpace(c, p + 8);
    if (c.bytes[open] !== 0x28) return unexpected(c, open, '"("');
    return passAlternatives(c, open, (reader, at) => passNCName(reader, at, 'a notation'));
  }
  for (const keyword of KEYWORDS) if (isAt(c, p, keyword)) return p + keyword.length;
  return unexpected(c, p, 'the type of an attribute');
}

function passAlternatives(c: Reader, p: number, pass: (c: Reader, p: number) => number): number {
  let q = p;
  do q = passSpace(c, pass(c, passSpace(c, q + 1)));
  while (c.bytes[q] === 0x7c);
  return passByte(c, q, 0x29);
}

/** DefaultDecl (production 60): the default value, normalised as CDATA, or null. Leaves `c.at` behind it. */
function readDefault(d: Doctype, c: Reader, p: number, isUsed: boolean): string | null {
  if (isAt(c, p, '#REQUIRED') || isAt(c, p, '#IMPLIED')) {
    c.at = p + (c.bytes[p + 1] === 0x52 ? 9 : 8);
    return null;
  }
  const start = isAt(c, p, '#FIXED') ? passRequiredSpace(c, p + 6) : p;
  const end = passLiteral(c, start);
  const less = c.bytes.subarray(start, end).indexOf(0x3c);
  if (less >= 0) malformed(c, '"<" must not stand in an attribute value', start + less);
  const value = attributeValue(d, c, start + 1, end - 1, {
    inEntity: false,
    // What is declared further down, or not at all, is looked at when all was read.
    undeclared: (name, at) => {
      if (isUsed) d.undeclared.push({ name, at: c === d.r ? at : d.r.at });
    },
  });
  c.at = end;
  return value;
}
