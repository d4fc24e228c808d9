import { attributeClass, isNameStart, isSpace, nameClass } from './byte-class.js';
import { passSequence } from './character.js';
import { atEnd, badNamespace, beyondLimit, malformed, unexpected } from './fault.js';
import { passName } from './name.js';
import { bind, namespaceOf } from './namespace.js';
import type { Reader } from './reader.js';
import { cut, cutUtf8, reference } from './text.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * Reads the rest of a start tag from `p`, behind the element's name: attributes into the arrays of `r`, namespace
 * declarations into scope. Leaves `r.at` behind the tag.
 */
export function readAttributes(r: Reader, p: number): void {
  const bytes = r.bytes;
  let count = 0;
  let declared = 0;
  let prefixed = false;
  r.xsi = false;
  r.xsiType = -1;
  r.xsiNil = -1;
  for (;;) {
    const before = p;
    while (isSpace(bytes[p])) p++;
    const c = bytes[p];
    if (c === 0x3e) {
      p++;
      r.selfClosed = false;
      break;
    }
    if (c === 0x2f) {
      if (bytes[p + 1] !== 0x3e) unexpected(r, p + 1, '">"');
      p += 2;
      r.selfClosed = true;
      break;
    }
    if (p === before) unexpected(r, p, 'white space, "/>" or ">"');

    // The name.
    const nameStart = p;
    let local = p;
    const isAscii = (c as number) < 0x80 && isNameStart(c);
    if (isAscii) while (nameClass[bytes[p] as number] === 0 && (bytes[p] as number) < 0x80) p++;
    if (!isAscii || bytes[p] === 0x3a || (bytes[p] as number) >= 0x80) {
      p = passName(r, nameStart);
      local = nameStart;
      while (local < p && bytes[local] !== 0x3a) local++;
      if (local === p) local = nameStart;
      else checkQName(r, nameStart, ++local, p);
    }
    const nameEnd = p;

    // The value.
    while (isSpace(bytes[p])) p++;
    if (bytes[p] !== 0x3d) unexpected(r, p, '"=" after the attribute name');
    p++;
    while (isSpace(bytes[p])) p++;
    const quote = bytes[p];
    if (quote !== 0x22 && quote !== 0x27) unexpected(r, p, 'a quoted attribute value');
    const start = ++p;
    let cooked = false;
    for (;;) {
      while (attributeClass[bytes[p] as number] === 0) p++;
      const v = bytes[p];
      if (v === quote) break;
      if (p >= r.end || v === undefined) atEnd(r, p);
      else if (v === 0x22 || v === 0x27) p++;
      else if (v === 0x26) {
        reference(r, p);
        p = r.at;
        cooked = true;
      } else if (v >= 0x80) {
        p = passSequence(r, p);
        cooked = true;
      } else if (isSpace(v)) {
        p++;
        cooked = true;
      } else unexpected(r, p, v === 0x3c ? '"&lt;" in an attribute value' : 'a character of XML');
    }
    if (p - start > r.limits.maxTextLength || nameEnd - nameStart > r.limits.maxTextLength)
      beyondLimit(r, 'maxTextLength', r.limits.maxTextLength, nameStart);
    if (count + declared >= r.limits.maxAttributes)
      beyondLimit(r, 'maxAttributes', r.limits.maxAttributes, nameStart);

    if (isDeclaration(bytes, nameStart, local, nameEnd)) {
      const prefix = local === nameStart ? '' : cutUtf8(r, local, nameEnd);
      const namespace = cooked ? cook(r, start, p) : cut(r, start, p);
      bind(r, prefix, namespace, nameStart);
      declared++;
    } else {
      r.attributeName[count] = nameStart;
      r.attributeLocal[count] = local;
      r.attributeNameEnd[count] = nameEnd;
      r.attributeValue[count] = start;
      r.attributeValueEnd[count] = p;
      r.attributeCooked[count] = cooked;
      r.attributeNamespace[count] = '';
      if (local !== nameStart) prefixed = true;
      count++;
    }
    p++;
  }
  r.attributeCount = count;
  r.plain = false;
  r.at = p;
  if (prefixed) resolvePrefixes(r, count);
  if (count > 1) refuseDoubles(r, count);
}

/** `xmlns` or `xmlns:…`. */
function isDeclaration(bytes: Uint8Array, start: number, local: number, end: number): boolean {
  const length = local === start ? end - start : local - start - 1;
  return (
    length === 5 &&
    bytes[start] === 0x78 &&
    bytes[start + 1] === 0x6d &&
    bytes[start + 2] === 0x6c &&
    bytes[start + 3] === 0x6e &&
    bytes[start + 4] === 0x73
  );
}

/** A QName has one colon, with an NCName on each side. */
export function checkQName(r: Reader, start: number, local: number, end: number): void {
  if (local - 1 === start || local === end)
    badNamespace(r, 'a name must not begin or end with a colon', start);
  const first = r.bytes[local] as number;
  if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2e)
    badNamespace(r, 'the part of a name behind the colon must begin like a name', local);
  for (let at = local; at < end; at++)
    if (r.bytes[at] === 0x3a) badNamespace(r, 'a name must not have two colons', start);
}

function resolvePrefixes(r: Reader, count: number): void {
  for (let index = 0; index < count; index++) {
    const start = r.attributeName[index] as number;
    const local = r.attributeLocal[index] as number;
    if (local === start) continue;
    const prefix = cutUtf8(r, start, local - 1);
    const namespace = namespaceOf(r, prefix);
    if (namespace === undefined) return badNamespace(r, `the prefix "${prefix}" is not declared`, start);
    r.attributeNamespace[index] = namespace;
    if (namespace === XSI) {
      const name = cutUtf8(r, local, r.attributeNameEnd[index] as number);
      if (name === 'type') r.xsiType = index;
      else if (name === 'nil') r.xsiNil = index;
      if (name === 'type' || name === 'nil') r.xsi = true;
    }
  }
}

function refuseDoubles(r: Reader, count: number): void {
  if (count > 16) return refuseDoublesOfMany(r, count);
  const bytes = r.bytes;
  for (let one = 1; one < count; one++) {
    const start = r.attributeLocal[one] as number;
    const length = (r.attributeNameEnd[one] as number) - start;
    for (let other = 0; other < one; other++) {
      const otherStart = r.attributeLocal[other] as number;
      if ((r.attributeNameEnd[other] as number) - otherStart !== length) continue;
      if (r.attributeNamespace[one] !== r.attributeNamespace[other]) continue;
      let at = 0;
      while (at < length && bytes[start + at] === bytes[otherStart + at]) at++;
      if (at === length) malformed(r, 'the attribute is there twice', r.attributeName[one] as number);
    }
  }
}

function refuseDoublesOfMany(r: Reader, count: number): void {
  const seen = new Set<string>();
  for (let index = 0; index < count; index++) {
    const name = `${r.attributeNamespace[index] as string}\n${cutUtf8(r, r.attributeLocal[index] as number, r.attributeNameEnd[index] as number)}`;
    if (seen.has(name)) malformed(r, 'the attribute is there twice', r.attributeName[index] as number);
    seen.add(name);
  }
}

/** The value of attribute `index`, normalised as CDATA (3.3.3). */
export function attributeText(r: Reader, index: number): string {
  const start = r.attributeValue[index] as number;
  const end = r.attributeValueEnd[index] as number;
  if (r.attributeCooked[index] !== true) return cut(r, start, end);
  // References move `r.at`; here it must stay where it is.
  const at = r.at;
  const text = cook(r, start, end);
  r.at = at;
  return text;
}

/** Local name of attribute `index`. */
export const attributeName = (r: Reader, index: number): string =>
  cutUtf8(r, r.attributeLocal[index] as number, r.attributeNameEnd[index] as number);

/** References replaced, white space as spaces; a line end of two characters is one. */
function cook(r: Reader, start: number, end: number): string {
  const bytes = r.bytes;
  let text = '';
  let from = start;
  let p = start;
  while (p < end) {
    const c = bytes[p] as number;
    if (c === 0x26) {
      text += cutUtf8(r, from, p) + reference(r, p);
      p = r.at;
      from = p;
    } else if (c < 0x20) {
      text += `${cutUtf8(r, from, p)} `;
      p += c === 0x0d && bytes[p + 1] === 0x0a ? 2 : 1;
      from = p;
    } else p++;
  }
  return text + cutUtf8(r, from, end);
}
