import { isSpace } from './byte-class.js';
import { atEnd, malformed, report, unexpected } from './fault.js';
import { STOP, type Reader } from './reader.js';
import { passMarkup, startsWith } from './text.js';

/** Reads what stands before the root element (production 22) and leaves `r.at` at its `<`. */
export function readProlog(r: Reader): void {
  let p = r.at;
  if (r.bytes[p] === 0xef && r.bytes[p + 1] === 0xbb && r.bytes[p + 2] === 0xbf) p += 3;
  if (startsWithDeclaration(r, p)) p = passDeclaration(r, p);
  let hasDoctype = false;
  for (;;) {
    while (isSpace(r.bytes[p])) p++;
    if (p >= r.end) {
      if (r.partial) atEnd(r, p);
      malformed(r, 'the document has no root element', p);
    }
    if (r.bytes[p] !== 0x3c) unexpected(r, p, '"<"');
    const next = r.bytes[p + 1];
    if (next !== 0x21 && next !== 0x3f) {
      r.at = p;
      return;
    }
    if (next === 0x21 && p + 2 < r.end && r.bytes[p + 2] !== 0x2d) {
      if (startsWith(r, p, '<!DOCTYPE')) {
        const { allowDoctype } = r.options;
        if (allowDoctype !== undefined) {
          if (hasDoctype) malformed(r, 'a document has one DOCTYPE at most', p);
          p = allowDoctype(r, p);
          hasDoctype = true;
          continue;
        }
        report(
          r,
          'XML1004',
          'doctype',
          'the document has a DOCTYPE, which is refused unless it is allowed',
          p,
        );
        throw STOP;
      }
      unexpected(r, p + 2, 'a comment or DOCTYPE');
    }
    p = passMarkup(r, p);
  }
}

/** Reads what stands behind the root element: only comments, processing instructions and white space may. */
export function readEpilog(r: Reader): void {
  let p = r.at;
  for (;;) {
    while (isSpace(r.bytes[p])) p++;
    if (p >= r.end) {
      r.at = p;
      return;
    }
    const next = r.bytes[p + 1];
    const isMisc = r.bytes[p] === 0x3c && (next === 0x3f || (next === 0x21 && r.bytes[p + 2] === 0x2d));
    if (!isMisc)
      malformed(r, 'nothing but comments and processing instructions may follow the root element', p);
    p = passMarkup(r, p);
  }
}

function startsWithDeclaration(r: Reader, p: number): boolean {
  return startsWith(r, p, '<?xml') && isSpace(r.bytes[p + 5]);
}

/** XMLDecl (production 23). Its encoding was seen to before: what is here is UTF-8. */
function passDeclaration(r: Reader, p: number): number {
  const { bytes } = r;
  let end = p + 5;
  while (bytes[end] !== 0x3e && end < r.end && end < p + 512) end++;
  if (end >= r.end) return atEnd(r, end);
  let text = '';
  for (let at = p; at <= end; at++) text += String.fromCharCode(bytes[at] as number);
  const s = '[ \\t\\r\\n]';
  const eq = `${s}*=${s}*`;
  const declaration = new RegExp(
    `^<\\?xml${s}+version${eq}(["'])(1\\.[0-9]+)\\1` +
      `(?:${s}+encoding${eq}(["'])([A-Za-z][A-Za-z0-9._-]*)\\3)?` +
      `(?:${s}+standalone${eq}(["'])(?:yes|no)\\5)?${s}*\\?>$`,
  );
  if (!declaration.test(text)) malformed(r, 'the XML declaration is not right', p);
  return end + 1;
}
