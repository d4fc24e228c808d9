import { atomicType } from './atomic-type.js';
import { codePointLength } from './code-point-length.js';
import { scanText } from './scan.js';
import { isCollapsed } from './white-space.js';

/**
 * xs:anyURI. Characters that a URI must not hold are allowed, since XLink (5.4) escapes them. What is left of RFC 2396 and
 * RFC 2732 is checked: percent signs begin an escape, one fragment at most, a scheme is well formed and followed by something,
 * square brackets stand around a host, in a query or in a fragment.
 */
export const anyURI = /* @__PURE__ */ atomicType(
  'anyURI',
  'a URI',
  (literal) => isUriReference(literal) && isCollapsed(literal),
  { scan: /* @__PURE__ */ scanText(scanUri), length: codePointLength },
);

/** Whether a text is a URI reference once what must be escaped is escaped. The empty text is one. */
export function isUriReference(text: string): boolean {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return false;
  const fragment = text.indexOf('#');
  if (fragment >= 0 && text.includes('#', fragment + 1)) return false;
  const [first = ''] = /^[^/?#]*/.exec(text) ?? [];
  const colon = first.indexOf(':');
  let rest = fragment < 0 ? text : text.slice(0, fragment);
  if (colon >= 0) {
    if (!/^[A-Za-z][A-Za-z0-9+.-]*$/.test(first.slice(0, colon))) return false;
    rest = rest.slice(colon + 1);
    if (rest === '') return false;
    // An opaque part: only its first character must not be a bracket.
    if (!rest.startsWith('/')) return !/^[[\]]/.test(rest);
  }
  const path = rest.replace(/\?.*$/s, '').replace(BRACKETED_HOST, '');
  return rest !== '//' && !/[[\]]/.test(path);
}

/** The host that RFC 2732 writes in brackets, with what may stand around it. */
const BRACKETED_HOST = /^\/\/(?:[^/@[\]]*@)?\[[0-9A-Fa-f:.]+\](?::\d*)?(?=\/|$)/;

/** Knows URIs without escapes, fragments and brackets; leaves the others to `check`. */
function scanUri(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  let isSchemeLike = true;
  let byte = 0;
  for (; at < end; at++) {
    byte = bytes[at] as number;
    if (byte === 0x3a || byte === 0x2f || byte === 0x3f) break;
    if (byte <= 0x20 || byte === 0x25 || byte === 0x23 || byte === 0x5b || byte === 0x5d) return false;
    const letter = byte | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) continue;
    if (at === start || ((byte ^ 0x30) > 9 && byte !== 0x2b && byte !== 0x2d && byte !== 0x2e))
      isSchemeLike = false;
  }
  if (byte === 0x3a && at < end) {
    if (!isSchemeLike || at === start) return false;
    start = ++at;
    if (at === end) return false;
  }
  for (; at < end; at++) {
    byte = bytes[at] as number;
    if (byte <= 0x20 || byte === 0x25 || byte === 0x23 || byte === 0x5b || byte === 0x5d) return false;
  }
  return end - start !== 2 || bytes[start] !== 0x2f || bytes[start + 1] !== 0x2f;
}
