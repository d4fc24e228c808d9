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
export function malformed(r: Reader, message: string, at: number, rule = 'well-formed'): never {
  report(r, 'XML1001', rule, message, at);
  throw STOP;
}

/** Reports that a namespace rule is broken (Namespaces in XML), and ends the reading. */
export function badNamespace(r: Reader, message: string, at: number): never {
  report(r, 'XML1002', 'namespace-well-formed', message, at);
  throw STOP;
}

/** Reports that a limit is passed, and ends the reading. */
export function beyondLimit(r: Reader, limit: string, value: number, at: number): never {
  report(r, 'XML1003', 'limit', `the document passes the limit ${limit} = ${value}`, at);
  throw STOP;
}

export const ENDS_EARLY = 'the document ends before its root element does';

/** The bytes ended: asks the driver for more, or reports that the document is cut short. */
export function atEnd(r: Reader, at: number): never {
  if (r.partial) throw NEED_MORE;
  return malformed(r, ENDS_EARLY, Math.min(at, r.end));
}

/** For whatever stands where it must not: the end of the bytes, or a character. */
export function unexpected(r: Reader, at: number, wanted: string): never {
  if (at >= r.end) return atEnd(r, at);
  return malformed(r, `${showByte(r.bytes[at] as number)} found, ${wanted} expected`, at);
}

const showByte = (byte: number): string =>
  byte > 0x20 && byte < 0x7f
    ? `"${String.fromCharCode(byte)}"`
    : byte >= 0x80
      ? 'a character beyond ASCII'
      : `U+${byte.toString(16).padStart(4, '0').toUpperCase()}`;
