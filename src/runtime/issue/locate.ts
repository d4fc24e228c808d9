import type { Reader } from '../xml/reader.js';
import type { Issue, RawIssue } from './issue.js';

/** An element that is open, and how often each child was there so far, by its raw name. */
export interface OpenElement {
  readonly name: string;
  /** Position among its siblings of the same name, from 1. */
  readonly index: number;
  readonly counts: Map<string, number>;
}

/** Where a piece of a document starts that is looked at without the rest. */
export interface Origin {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** Outermost first. */
  readonly open: readonly OpenElement[];
}

const START: Origin = { offset: 0, line: 1, column: 1, open: [] };

/**
 * Works out path, line and column of issues in one pass over the bytes that they are about, which were found to be
 * well-formed up to the last issue.
 */
export function locate(
  issues: readonly RawIssue[],
  bytes: Uint8Array,
  origin: Origin = START,
): readonly Issue[] {
  const located = new Map<RawIssue, Issue>();
  const open: OpenElement[] = [{ name: '', index: 1, counts: new Map() }, ...origin.open];
  let { line, column } = origin;
  let p = 0;
  let counted = 0;
  // Where the empty-element tag ends that is passed: until there, its element is open.
  let closing = Infinity;
  for (const issue of issues.toSorted((a, b) => a.offset - b.offset)) {
    const target = Math.min(issue.offset - origin.offset, bytes.length);
    for (;;) {
      if (closing <= target) {
        open.pop();
        closing = Infinity;
      }
      const start = bytes.indexOf(0x3c, p);
      if (start < 0 || start >= target) break;
      const isClose = bytes[start + 1] === 0x2f;
      p = behindMarkup(bytes, start);
      if (isClose) open.pop();
      else if (!isMarkup(bytes[start + 1])) {
        let end = start + 1;
        while ((bytes[end] as number) > 0x20 && bytes[end] !== 0x3e && bytes[end] !== 0x2f) end++;
        const name = new TextDecoder().decode(bytes.subarray(start + 1, end));
        const siblings = open.at(-1)?.counts;
        const index = (siblings?.get(name) ?? 0) + 1;
        siblings?.set(name, index);
        open.push({ name, index, counts: new Map() });
        if (bytes[p - 2] === 0x2f) closing = p;
      }
    }
    for (; counted < target; counted++) {
      const byte = bytes[counted] as number;
      if (byte === 0x0a || (byte === 0x0d && bytes[counted + 1] !== 0x0a)) {
        line++;
        column = 1;
      } else if ((byte & 0xc0) !== 0x80 && byte !== 0x0d) column++;
    }
    const { code, rule, severity, message, attribute, ...rest } = issue;
    const steps = open.map(({ name, index }) => (index > 1 ? `${name}[${index}]` : name));
    if (attribute !== undefined) steps.push(`@${attribute}`);
    const path = steps.join('/') || '/';
    located.set(issue, { code, rule, severity, message, path, line, column, ...rest });
  }
  return issues.map((issue) => located.get(issue) as Issue);
}

/** The issues of a reader, with their places in the document as it came. */
export function issuesOf(r: Reader): readonly Issue[] {
  if (r.issues.length === 0) return [];
  const issues = locate(r.issues, r.bytes);
  return r.rewriting === null ? issues : r.rewriting.relocate(issues);
}

/** Behind `<`: a comment, a processing instruction, a CDATA section or a DOCTYPE. */
const isMarkup = (byte: number | undefined): boolean => byte === 0x21 || byte === 0x3f;

/** Where the tag or markup ends that begins at `start`. */
function behindMarkup(bytes: Uint8Array, start: number): number {
  const [next, kind] = bytes.subarray(start + 1);
  const end =
    next === 0x3f ? '?>' : next !== 0x21 ? '>' : kind === 0x2d ? '-->' : kind === 0x5b ? ']]>' : '>';
  let quote = 0;
  for (let p = start + 2; p < bytes.length; p++) {
    const byte = bytes[p] as number;
    if (quote > 0) quote = byte === quote ? 0 : quote;
    else if (!isMarkup(next) && (byte === 0x22 || byte === 0x27)) quote = byte;
    else if (byte === 0x3e && endsWith(bytes, p, end)) return p + 1;
  }
  return bytes.length;
}

const endsWith = (bytes: Uint8Array, at: number, end: string): boolean => {
  for (let i = 1; i <= end.length; i++)
    if (bytes[at + 1 - i] !== end.charCodeAt(end.length - i)) return false;
  return true;
};
