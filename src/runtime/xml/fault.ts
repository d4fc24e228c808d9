import type { Limits } from './limits.js';
import { NEED_MORE, STOP, type Reader } from './reader.js';

/** Notes an issue at an offset into the present bytes. */
export function report(
  r: Reader,
  code: string,
  rule: string,
  message: string,
  at: number,
  expected?: string,
  found?: string,
  attribute?: string,
  severity: 'error' | 'warning' = 'error',
): void {
  r.issueCount++;
  if (severity === 'error') r.errorCount++;
  if (r.issues.length >= r.limits.maxIssues) return;
  r.issues.push({
    code,
    rule,
    severity,
    message,
    attribute,
    offset: r.base + at,
    ...(expected !== undefined && { expected }),
    ...(found !== undefined && { found }),
  });
}

/** Reports that the document is not well-formed, and ends the reading. */
export function malformed(
  r: Reader,
  message: string,
  at: number,
  rule = 'well-formed',
  code = 'XML1001',
): never {
  report(r, code, rule, message, at);
  throw STOP;
}

/** Reports that a namespace rule is broken (Namespaces in XML), and ends the reading. */
export const badNamespace = (r: Reader, message: string, at: number): never =>
  malformed(r, message, at, 'namespace-well-formed', 'XML1002');

/** Reports that a limit is passed, and ends the reading. */
export const beyondLimit = (r: Reader, limit: keyof Limits, at: number, value = r.limits[limit]): never =>
  malformed(r, `the document passes the limit ${limit} = ${value}`, at, 'limit', 'XML1003');

export const ENDS_EARLY = 'the document ends before its root element does';

/** The bytes ended: asks the driver for more, or reports that the document is cut short. */
export function atEnd(r: Reader, at: number): never {
  if (r.partial) throw NEED_MORE;
  return malformed(r, ENDS_EARLY, Math.min(at, r.end));
}

/** For whatever stands where it must not: the end of the bytes, or a character. */
export function unexpected(r: Reader, at: number, wanted: string): never {
  if (at >= r.end) return atEnd(r, at);
  const byte = r.bytes[at] as number;
  const found = byte < 0x80 ? showCharacter(String.fromCharCode(byte)) : 'a character beyond ASCII';
  return malformed(r, `${found} found, ${wanted} expected`, at);
}

/** A text from a document for a message: what cannot be seen, by its number. */
export const showCharacter = (text: string): string =>
  /^[!-~]+$/.test(text)
    ? `"${text}"`
    : `U+${(text.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase()}`;
