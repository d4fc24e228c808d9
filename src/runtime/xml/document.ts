import { isSpace, passSpace } from './byte-class.js';
import { atEnd, malformed, unexpected } from './fault.js';
import type { Reader } from './reader.js';
import { cutUtf8, passMarkup, startsWith } from './text.js';

/** Reads what stands before the root element (production 22) and leaves `r.at` at its `<`. */
export function readProlog(r: Reader): void {
  const { bytes } = r;
  if (bytes[r.at] === 0xef && bytes[r.at + 1] === 0xbb && bytes[r.at + 2] === 0xbf) r.at += 3;
  if (startsWith(r, r.at, '<?xml') && isSpace(bytes[r.at + 5])) r.at = passDeclaration(r, r.at);
  for (let hasDoctype = false; ; hasDoctype = true) {
    passMisc(r);
    const p = r.at;
    if (p >= r.end) {
      if (r.partial) atEnd(r, p);
      malformed(r, 'the document has no root element', p);
    }
    if (r.bytes[p] !== 0x3c) unexpected(r, p, '"<"');
    if (r.bytes[p + 1] !== 0x21) return;
    if (!startsWith(r, p, '<!DOCTYPE')) unexpected(r, p + 2, 'a comment or DOCTYPE');
    const { allowDoctype } = r.options;
    if (allowDoctype === undefined)
      malformed(
        r,
        'the document has a DOCTYPE, which is refused unless it is allowed',
        p,
        'doctype',
        'XML1004',
      );
    if (hasDoctype) malformed(r, 'a document has one DOCTYPE at most', p);
    r.at = allowDoctype(r, p);
  }
}

/** Reads what stands behind the root element: only comments, processing instructions and white space may. */
export function readEpilog(r: Reader): void {
  passMisc(r);
  if (r.at < r.end)
    malformed(r, 'nothing but comments and processing instructions may follow the root element', r.at);
}

/** Passes white space, comments and processing instructions (production 27). */
function passMisc(r: Reader): void {
  for (;;) {
    const p = passSpace(r.bytes, r.at);
    r.at = p < r.end ? p : r.end;
    const next = r.bytes[p + 1];
    const isMisc = next === 0x3f || (next === 0x21 && (r.bytes[p + 2] === 0x2d || p + 2 >= r.end));
    if (r.bytes[p] !== 0x3c || p + 1 >= r.end || !isMisc) return;
    r.at = passMarkup(r, p);
  }
}

/** XMLDecl (production 23). Its encoding was seen to before: what is here is UTF-8. */
function passDeclaration(r: Reader, p: number): number {
  const { bytes } = r;
  let end = p + 5;
  while (bytes[end] !== 0x3e && end < r.end && end < p + 512) end++;
  if (end >= r.end) return atEnd(r, end);
  const text = cutUtf8(r, p, end + 1);
  if (!DECLARATION.test(text)) malformed(r, 'the XML declaration is not right', p);
  return end + 1;
}

const S = '[ \\t\\r\\n]';
const EQ = /* @__PURE__ */ `${S}*=${S}*`;
const DECLARATION = /* @__PURE__ */ new RegExp(
  `^<\\?xml${S}+version${EQ}(["'])(1\\.[0-9]+)\\1` +
    `(?:${S}+encoding${EQ}(["'])([A-Za-z][A-Za-z0-9._-]*)\\3)?` +
    `(?:${S}+standalone${EQ}(["'])(?:yes|no)\\5)?${S}*\\?>$`,
);
