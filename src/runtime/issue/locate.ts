import type { Reader } from '../xml/reader.js';
import type { Issue, RawIssue } from './issue.js';

interface OpenTag {
  readonly name: string;
  readonly index: number;
  readonly counts: Map<string, number>;
}

/** An element that is open where a piece of a document starts, and how often each child was there so far. */
export interface OpenElement {
  readonly name: string;
  /** Position among its siblings of the same name, from 1. */
  readonly index: number;
  /** Raw names of children seen, and how many of each; by the same subscript. */
  readonly names: readonly (string | undefined)[];
  readonly counts: readonly number[];
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
  const order = issues
    .map((issue, index) => ({ issue, index }))
    .sort((a, b) => a.issue.offset - b.issue.offset);
  const located = new Array<Issue>(issues.length);
  const open: OpenTag[] = [];
  let counts = new Map<string, number>();
  for (const outer of origin.open) {
    open.push({ name: outer.name, index: outer.index, counts });
    counts = new Map();
    outer.names.forEach((name, at) => {
      if (name !== undefined) counts.set(name, outer.counts[at] ?? 0);
    });
  }
  let { line, column } = origin;
  let p = 0;
  let counted = 0;
  // An issue inside an empty-element tag: the element is open for it, and closed for whatever follows the tag.
  let insideEmpty = -1;
  const countTo = (target: number): void => {
    for (; counted < target; counted++) {
      const byte = bytes[counted];
      if (byte === 0x0a || (byte === 0x0d && bytes[counted + 1] !== 0x0a)) {
        line++;
        column = 1;
      } else if (((byte ?? 0) & 0xc0) !== 0x80 && byte !== 0x0d) column++;
    }
  };
  for (const { issue, index } of order) {
    const target = Math.min(issue.offset - origin.offset, bytes.length);
    if (insideEmpty >= 0 && target >= insideEmpty) {
      counts = open.pop()?.counts ?? counts;
      insideEmpty = -1;
    }
    for (let tag = nextTag(bytes, p, target); tag !== undefined; tag = nextTag(bytes, p, target)) {
      p = tag.end;
      if (tag.kind === 'open' || tag.kind === 'empty') {
        const count = (counts.get(tag.name) ?? 0) + 1;
        counts.set(tag.name, count);
        if (tag.kind === 'open' || tag.end > target) {
          open.push({ name: tag.name, index: count, counts });
          counts = new Map();
          if (tag.kind === 'empty') insideEmpty = tag.end;
          if (tag.end > target) break;
        }
      } else if (tag.kind === 'close') {
        const closed = open.pop();
        if (closed !== undefined) counts = closed.counts;
      }
    }
    countTo(target);
    const steps = open.map((tag) => (tag.index > 1 ? `${tag.name}[${tag.index}]` : tag.name));
    const { code, rule, severity, message, offset, attribute, expected, found } = issue;
    located[index] = {
      code,
      rule,
      severity,
      message,
      path: `/${steps.join('/')}${attribute === undefined ? '' : `/@${attribute}`}`,
      line,
      column,
      offset,
      ...(expected === undefined ? {} : { expected }),
      ...(found === undefined ? {} : { found }),
    };
  }
  return located;
}

/** The issues of a reader, with their places in the document as it came. */
export function issuesOf(r: Reader): readonly Issue[] {
  if (r.issues.length === 0) return [];
  const issues = locate(r.issues, r.bytes);
  return r.rewriting === null ? issues : r.rewriting.relocate(issues);
}

interface Tag {
  readonly kind: 'open' | 'empty' | 'close' | 'other';
  readonly name: string;
  readonly end: number;
}

/** The next tag that starts before `limit`; an end tag must start before it, too. */
function nextTag(bytes: Uint8Array, from: number, limit: number): Tag | undefined {
  let p = from;
  while (p < limit && bytes[p] !== 0x3c) p++;
  if (p >= limit) return undefined;
  const next = bytes[p + 1];
  if (next === 0x21 || next === 0x3f) return { kind: 'other', name: '', end: behindMarkup(bytes, p) };
  const isClose = next === 0x2f;
  let q = isClose ? p + 2 : p + 1;
  const start = q;
  while (q < bytes.length && !isEndOfName(bytes[q] as number)) q++;
  const name = new TextDecoder().decode(bytes.subarray(start, q));
  let quote = 0;
  for (; q < bytes.length; q++) {
    const byte = bytes[q] as number;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === 0x3e) break;
  }
  const kind = isClose ? 'close' : bytes[q - 1] === 0x2f ? 'empty' : 'open';
  return { kind, name, end: q + 1 };
}

const isEndOfName = (byte: number): boolean => byte <= 0x20 || byte === 0x3e || byte === 0x2f;

function behindMarkup(bytes: Uint8Array, p: number): number {
  const end =
    bytes[p + 1] === 0x3f ? '?>' : bytes[p + 2] === 0x2d ? '-->' : bytes[p + 2] === 0x5b ? ']]>' : '>';
  for (let q = p + 2; q < bytes.length; q++) {
    let at = 0;
    while (at < end.length && bytes[q + at] === end.charCodeAt(at)) at++;
    if (at === end.length) return q + at;
  }
  return bytes.length;
}
