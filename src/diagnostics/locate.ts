import { lineColumn } from '../foundation/source-text.js';
import type { SourceText } from '../foundation/source-text.js';
import type { Span } from '../foundation/span.js';
import type { Diagnostic } from './diagnostic.js';
import type { Finding, Frame, Place } from './finding.js';
import { finding } from './finding.js';

/** Finds a source by `SourceText.uri`. */
export type SourceLookup = (uri: string) => SourceText | undefined;

/** Works out lines, columns and frames of diagnostics. Sources that cannot be found are named by their URI alone. */
export const findingsOf = (diagnostics: readonly Diagnostic[], lookup: SourceLookup): readonly Finding[] =>
  diagnostics.map((diagnostic) =>
    finding({
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: diagnostic.message,
      rule: diagnostic.rule,
      hint: diagnostic.hint,
      place: diagnostic.at && placeOf(diagnostic.at, lookup),
      related: diagnostic.related.flatMap(({ at, label }) => {
        const place = placeOf(at, lookup);
        return place === undefined ? [] : [{ place, label }];
      }),
    }),
  );

/** The place of a span; undefined for the span of a built-in component, which no document holds. */
export function placeOf(span: Span, lookup: SourceLookup): Place | undefined {
  if (span.source === '') return undefined;
  const source = lookup(span.source);
  if (source === undefined) {
    return { label: span.source, line: 1, column: 1, endLine: 1, endColumn: 1, frame: undefined };
  }
  const start = lineColumn(source.bytes, span.start);
  const end = lineColumn(source.bytes, Math.max(span.start, span.end));
  return {
    label: source.label,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    frame: frameAt(source.bytes, span.start, span.end),
  };
}

/** Longer lines are cut around the mark: documents without line ends are common. */
const WIDEST_LINE = 160;
const BEFORE_MARK = 40;

/** The line that holds a byte offset, with a mark from `start` to `end` or to the end of the line. */
export function frameAt(bytes: Uint8Array, start: number, end: number): Frame {
  let lineStart = Math.min(start, bytes.length);
  while (lineStart > 0 && !isLineEnd(bytes[lineStart - 1]) && start - lineStart < 4 * WIDEST_LINE)
    lineStart--;
  let lineEnd = Math.min(start, bytes.length);
  while (lineEnd < bytes.length && !isLineEnd(bytes[lineEnd]) && lineEnd - start < 4 * WIDEST_LINE) lineEnd++;
  // A cut may fall into a sequence of UTF-8: move to its start.
  while (lineStart < start && ((bytes[lineStart] ?? 0) & 0xc0) === 0x80) lineStart++;
  const before = plain(bytes.subarray(lineStart, Math.min(start, lineEnd)));
  const marked = plain(bytes.subarray(Math.min(start, lineEnd), Math.max(start, Math.min(end, lineEnd))));
  const after = plain(bytes.subarray(Math.max(start, Math.min(end, lineEnd)), lineEnd));
  const whole = before + marked + after;
  if (whole.length <= WIDEST_LINE)
    return { text: whole, start: before.length, length: Math.max(1, marked.length) };
  const left = before.length <= BEFORE_MARK ? before : `…${before.slice(1 - BEFORE_MARK)}`;
  const rest = (marked + after).slice(0, WIDEST_LINE - left.length);
  const cut = rest.length < marked.length + after.length ? '…' : '';
  return {
    text: left + rest + cut,
    start: left.length,
    length: Math.max(1, Math.min(marked.length, rest.length)),
  };
}

const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;

/** One cell for each character: tabs and control characters become spaces, so that the mark stands under the right text. */
const plain = (bytes: Uint8Array): string =>
  // Control characters of hostile documents must not reach a terminal.
  new TextDecoder()
    .decode(bytes)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
