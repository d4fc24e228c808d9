import { attributeClass, passSpace } from './byte-class.js';
import { beyondLimit, malformed, unexpected } from './fault.js';
import { passQName } from './name.js';
import { bind, boundNamespace } from './namespace.js';
import type { Reader } from './reader.js';
import { cook, cut, cutUtf8, find } from './text.js';

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
    p = passSpace(bytes, p);
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

    const nameStart = p;
    const nameEnd = passQName(r, p);
    const { local } = r;
    p = passSpace(bytes, nameEnd);
    if (bytes[p] !== 0x3d) unexpected(r, p, '"=" after the attribute name');
    p = passSpace(bytes, p + 1);
    const quote = bytes[p];
    if (quote !== 0x22 && quote !== 0x27) unexpected(r, p, 'a quoted attribute value');
    const start = ++p;
    while (attributeClass[bytes[p] as number] === 0) p++;
    let cooked: string | null = null;
    if (bytes[p] !== quote || p >= r.end) {
      p = find(r, p, quote === 0x22 ? '"' : "'");
      cooked = cook(r, start, p, true);
    }
    if (p - start > r.limits.maxTextLength) beyondLimit(r, 'maxTextLength', nameStart);
    if (count + declared >= r.limits.maxAttributes) beyondLimit(r, 'maxAttributes', nameStart);

    if (isDeclaration(bytes, nameStart, local, nameEnd)) {
      const prefix = local === nameStart ? '' : cutUtf8(r, local, nameEnd);
      bind(r, prefix, cooked ?? cut(r, start, p), nameStart);
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
const isDeclaration = (bytes: Uint8Array, start: number, local: number, end: number): boolean =>
  (local === start ? end : local - 1) === start + XMLNS.length &&
  XMLNS.every((byte, at) => bytes[start + at] === byte);

/** `xmlns` */
const XMLNS = [0x78, 0x6d, 0x6c, 0x6e, 0x73];

function resolvePrefixes(r: Reader, count: number): void {
  for (let index = 0; index < count; index++) {
    const start = r.attributeName[index] as number;
    const local = r.attributeLocal[index] as number;
    if (local === start) continue;
    const namespace = boundNamespace(r, cutUtf8(r, start, local - 1), start);
    r.attributeNamespace[index] = namespace;
    if (namespace !== XSI) continue;
    const name = attributeName(r, index);
    if (name === 'type') r.xsiType = index;
    if (name === 'nil') r.xsiNil = index;
    r.xsi = r.xsiType >= 0 || r.xsiNil >= 0;
  }
}

function refuseDoubles(r: Reader, count: number): void {
  const seen = new Set<string>();
  for (let index = 0; index < count; index++) {
    const name = `${r.attributeNamespace[index] as string}\n${attributeName(r, index)}`;
    if (seen.has(name)) malformed(r, 'the attribute is there twice', r.attributeName[index] as number);
    seen.add(name);
  }
}

/** The value of attribute `index`, normalised as CDATA (3.3.3). */
export const attributeText = (r: Reader, index: number): string =>
  r.attributeCooked[index] ?? cut(r, r.attributeValue[index] as number, r.attributeValueEnd[index] as number);

/** Local name of attribute `index`. */
export const attributeName = (r: Reader, index: number): string =>
  cutUtf8(r, r.attributeLocal[index] as number, r.attributeNameEnd[index] as number);
