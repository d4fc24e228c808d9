import { unbind } from '../xml/namespace.js';
import { copyOf } from './way.js';
import { NEED_MORE, type Reader } from '../xml/reader.js';

/** Zero bytes behind the end of a window: no tight loop takes one for part of a document. */
const PADDING = 64;

/** Where a reader stood before it tried to read something that may not be there whole yet. */
export interface Mark {
  at: number;
  depth: number;
  selfClosed: boolean;
  issues: number;
  issueCount: number;
  errorCount: number;
  floor: number;
  floorOf: number;
  watch: (() => void) | null;
}

export const mark = (r: Reader): Mark =>
  markAgain(r, {
    at: 0,
    depth: r.depth,
    selfClosed: false,
    issues: 0,
    issueCount: -1,
    errorCount: 0,
    floor: 0,
    floorOf: -1,
    watch: null,
  });

/** Moves a mark to where the reader stands now: one object serves all children of an element on the way. */
export function markAgain(r: Reader, here: Mark): Mark {
  here.at = r.at;
  here.selfClosed = r.selfClosed;
  // Between valid children, nothing else changes.
  if (
    r.issueCount === here.issueCount &&
    r.issues.length === here.issues &&
    r.floorOf === here.floorOf &&
    r.watch === null &&
    here.watch === null
  )
    return here;
  here.depth = r.depth;
  here.issues = r.issues.length;
  here.issueCount = r.issueCount;
  here.errorCount = r.errorCount;
  here.floor = r.floor;
  here.floorOf = r.floorOf;
  here.watch = r.watch === null ? null : r.watch.mark(r);
  return here;
}

/** Goes back to a mark when the bytes ran out; any other signal is passed on. */
export function rewind(r: Reader, to: Mark, signal: unknown): void {
  if (signal !== NEED_MORE) throw signal;
  // A start tag that was cut short may have declared prefixes for an element that was not entered.
  for (r.depth++; r.depth > to.depth; r.depth--) if (r.bindingDepth === r.depth) unbind(r);
  r.at = to.at;
  r.selfClosed = to.selfClosed;
  r.pending = null;
  r.nil = false;
  r.readAgain = false;
  r.issues.length = to.issues;
  r.issueCount = to.issueCount;
  r.errorCount = to.errorCount;
  r.floor = to.floor;
  r.floorOf = to.floorOf;
  if (to.watch === null) r.watch = null;
  else to.watch();
}

/** The buffer that was not used last, if it is large enough: two serve a whole stream. */
function roomFor(r: Reader, size: number): Uint8Array {
  const { spare } = r;
  return spare !== null && spare.length >= size ? spare : new Uint8Array(size + (size >> 2));
}

/**
 * Moves on by one chunk: what was read is dropped, what is left and the chunk are put together. The raw names of the open
 * elements are kept at the start, so that end tags can still be compared with them.
 */
export function slide(r: Reader, chunk: Uint8Array): void {
  let names = 0;
  for (let depth = 1; depth <= r.depth; depth++) names += r.nameLength[depth] as number;
  const left = r.end - r.at;
  const needed = names + left + chunk.length;
  const old = r.bytes;
  const fresh = roomFor(r, needed + PADDING);
  let to = 0;
  let floorOf = -1;
  for (let depth = 1; depth <= r.depth; depth++) {
    const start = r.nameStart[depth] as number;
    const length = r.nameLength[depth] as number;
    fresh.set(old.subarray(start, start + length), to);
    if (start === r.floorOf) floorOf = to;
    r.nameStart[depth] = to;
    to += length;
  }
  r.floorOf = floorOf;
  fresh.set(old.subarray(r.at, r.end), names);
  fresh.set(chunk, names + left);
  fresh.fill(0, needed, needed + PADDING);
  r.base += r.at - names;
  r.spare = old;
  r.bytes = fresh;
  r.words = new DataView(fresh.buffer);
  r.at = names;
  r.kept = names;
  r.waysAtWindow = r.ways.map(copyOf);
  r.end = needed;
  r.viewStart = 0;
  r.viewEnd = 0;
  r.view = '';
}
