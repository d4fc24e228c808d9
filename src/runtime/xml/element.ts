import { readAttributes } from './attribute.js';
import { passSpace } from './byte-class.js';
import { atEnd, beyondLimit, malformed, report } from './fault.js';
import { passQName } from './name.js';
import { findName, NO_NAMES, type NameTable } from './name-table.js';
import { boundNamespace, unbind } from './namespace.js';
import type { Reader } from './reader.js';
import { cutUtf8, passText, readText } from './text.js';

/** Returned by `child` for the end tag: the element is closed. */
export const END = 0;
/** Returned by `child` for an element whose name is not in the table. */
export const UNKNOWN = -1;

/**
 * Goes to the next child element and reads its start tag: its number in `table`, `END` when the open element's end tag
 * was there instead, `UNKNOWN` for a name that the table does not have. Character data other than white space is an
 * issue (cvc-complex-type.2.3). `expected` is the number of the name that will most likely come; 0 for none.
 */
export function child(r: Reader, table: NameTable, expected: number): number {
  if (r.selfClosed) {
    r.selfClosed = false;
    leave(r);
    return END;
  }
  const b = r.bytes;
  const words = r.words;
  // Words are read four bytes at a time; the last bytes of a window are left to the slow path.
  const safe = r.end - WORD_MARGIN;
  let p = r.at;
  let c = b[p] as number;
  while (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) {
    c = b[++p] as number;
    if (c === 0x20) {
      while (p < safe && words.getInt32(p) === FOUR_SPACES) p += 4;
      c = b[p] as number;
    }
  }
  if (c === 0x3c && p < safe) {
    let q = p + 1;
    if (b[q] === 0x2f) {
      closeTag(r, p);
      return END;
    }
    const prefix = r.prefix;
    for (let i = 0; i < prefix.length; i++, q++)
      if (b[q] !== prefix[i]) {
        r.at = p;
        return childSlowly(r, table, false);
      }
    const first = words.getInt32(q);
    // Names that are not there are mostly optional ones: the next ones are tried, too, which costs little each.
    const last = expected + TRIES < table.local.length ? expected + TRIES : table.local.length;
    for (let e = expected; e < last; e++) {
      const word = table.firstWord[e];
      if (word !== first && word !== 0) continue;
      const from = table.at[e] as number;
      const length = (table.at[e + 1] as number) - from;
      const end = q + length;
      // Entry 0 has no name; a longer one may go on behind the end.
      if (length === 0 || end >= r.end || !isSame(words, q, table.words, from, length)) continue;
      if (table.namespace[e] !== r.prefixNamespace) continue;
      const d = b[end];
      if (d === 0x3e) {
        enterPlain(r, p + 1, end);
        if (r.watch !== null) r.watch.open(r, r.prefixNamespace, table.text[e] as string);
        return e;
      }
      if (d === 0x20 || d === 0x2f) return withAttributes(r, table, p, q, end, e);
    }
  }
  r.at = p;
  return childSlowly(r, table, false);
}

/** As `child`, where character data may stand: it is added to `content`, joined, if there is any. */
export function childOrText(r: Reader, table: NameTable, content: unknown[]): number {
  if (r.selfClosed) {
    r.selfClosed = false;
    leave(r);
    return END;
  }
  const text = readText(r);
  if (text !== '') content.push(text);
  return childSlowly(r, table, true);
}

/** Whether the same bytes stand at two places. */
export function isSame(one: DataView, from: number, other: DataView, at: number, length: number): boolean {
  const rest = length - 4;
  if (rest < 0) {
    for (let i = 0; i < length; i++) if (one.getInt8(from + i) !== other.getInt8(at + i)) return false;
    return true;
  }
  for (let i = 0; i < rest; i += 4) if (one.getInt32(from + i) !== other.getInt32(at + i)) return false;
  return one.getInt32(from + rest) === other.getInt32(at + rest);
}

/** Names beyond the expected one that are tried before the name is looked up. */
const TRIES = 8;
const FOUR_SPACES = 0x20202020;
/** Behind a place before `end - WORD_MARGIN`, four bytes can be read even behind a name that is looked at. */
const WORD_MARGIN = 64;
/** Longer prefixes are not remembered. */
const LONGEST_PREFIX = 48;

/**
 * Reads the start tag at `p`, which has the name that was expected, and attributes: they may bind its prefix anew. Answers as
 * `child` does.
 */
export function withAttributes(
  r: Reader,
  table: NameTable,
  p: number,
  local: number,
  end: number,
  expected: number,
): number {
  const namespace = r.prefixNamespace;
  readAttributes(r, end);
  if (r.bindingDepth === r.depth + 1) return opened(r, table, p + 1, local, end);
  enter(r, p + 1, end - p - 1);
  r.openNamespace = namespace;
  r.openLocal = local;
  if (r.watch !== null) r.watch.open(r, namespace, table.text[expected] as string);
  return expected;
}

function childSlowly(r: Reader, table: NameTable, textRead: boolean): number {
  if (!textRead) {
    const before = r.at;
    if (r.bytes[before] !== 0x3c || r.bytes[before + 1] === 0x21 || r.bytes[before + 1] === 0x3f) {
      const text = readText(r);
      if (/[^ \t\r\n]/.test(text)) characterDataFound(r, before, text);
    }
  }
  const p = r.at;
  if (r.bytes[p + 1] === 0x2f) {
    closeTag(r, p);
    return END;
  }
  return openTag(r, table, p);
}

function characterDataFound(r: Reader, at: number, text: string): void {
  const shown = text.trim();
  let p = at;
  while (p < r.at && /\s/.test(String.fromCharCode(r.bytes[p] as number))) p++;
  report(
    r,
    'VAL2003',
    'cvc-complex-type.2.3',
    'character data must not stand between the elements here',
    p,
    'elements only',
    shown.length > 40 ? `${shown.slice(0, 40)}…` : shown,
  );
}

/** Reads the start tag at `p`. */
export function openTag(r: Reader, table: NameTable, p: number): number {
  const start = p + 1;
  const end = passQName(r, start);
  const { local } = r;
  if (r.bytes[end] === 0x3e) {
    r.plain = true;
    r.xsi = false;
    r.attributeCount = 0;
    r.selfClosed = false;
    r.at = end + 1;
  } else readAttributes(r, end);
  return opened(r, table, start, local, end);
}

/** Resolves the name of the start tag that was read, and enters the element. */
function opened(r: Reader, table: NameTable, start: number, local: number, end: number): number {
  const prefix = local === start ? '' : cutUtf8(r, start, local - 1);
  const namespace = boundNamespace(r, prefix, start);
  enter(r, start, end - start);
  if (r.prefixNamespace !== namespace) {
    r.prefix = local - start > LONGEST_PREFIX ? NO_PREFIX : r.bytes.slice(start, local);
    r.prefixNamespace = namespace;
  }
  r.openNamespace = namespace;
  r.openLocal = local;
  if (r.watch !== null) r.watch.open(r, namespace, cutUtf8(r, local, end));
  const found = findName(table, namespace, r.bytes, local, end);
  // The table's own string: comparing it with itself is comparing pointers.
  if (found > 0) r.prefixNamespace = table.namespace[found] as string;
  if (local - start > LONGEST_PREFIX) r.prefixNamespace = '\u0000';
  return found;
}

const NO_PREFIX = /* @__PURE__ */ new Uint8Array(0);

/** Enters an element whose start tag holds nothing but its name, which ends before the `>` at `end`. */
export function enterPlain(r: Reader, nameStart: number, end: number): void {
  enter(r, nameStart, end - nameStart);
  r.at = end + 1;
  r.plain = true;
  r.xsi = false;
  r.attributeCount = 0;
}

function enter(r: Reader, nameStart: number, nameLength: number): void {
  const depth = ++r.depth;
  if (depth > r.maxDepth) beyondLimit(r, 'maxDepth', nameStart);
  r.nameStart[depth] = nameStart;
  r.nameLength[depth] = nameLength;
}

/** Reads the end tag at `p`, which must be that of the open element. */
export function closeTag(r: Reader, p: number): void {
  const b = r.bytes;
  const depth = r.depth;
  const start = r.nameStart[depth] as number;
  const length = r.nameLength[depth] as number;
  let q = p + 2;
  let i = 0;
  if (q + length + 4 < r.end) {
    const words = r.words;
    while (i + 4 <= length && words.getInt32(q + i) === words.getInt32(start + i)) i += 4;
  }
  while (i < length && b[q + i] === b[start + i]) i++;
  q += i;
  if (i === length && b[q] !== 0x3e) q = passSpace(b, q);
  if (q >= r.end) atEnd(r, q);
  if (b[q] !== 0x3e || i < length)
    malformed(r, `the end tag does not match the start tag "${openName(r)}"`, p);
  r.at = q + 1;
  leave(r);
}

/** Leaves the open element, whose end was read. */
export function leave(r: Reader): void {
  if (r.bindingDepth === r.depth) unbind(r);
  if (r.watch !== null) r.watch.close(r);
  r.depth--;
}

/** Raw name of the open element, as it stands in the document. */
export const openName = (r: Reader): string => {
  const start = r.nameStart[r.depth] as number;
  return cutUtf8(r, start, start + (r.nameLength[r.depth] as number));
};

/** Passes the open element, with all that is in it: well-formedness is all that is asked of it. */
export function skip(r: Reader): void {
  const depth = r.depth - 1;
  if (r.watch !== null) r.watch.skipped(r);
  while (r.depth > depth) {
    if (r.selfClosed) {
      r.selfClosed = false;
      leave(r);
      continue;
    }
    passText(r);
    if (r.bytes[r.at + 1] === 0x2f) closeTag(r, r.at);
    else openTag(r, NO_NAMES, r.at);
  }
}

/**
 * The text of the open element, up to its end tag, which is left to `close`: the bindings in scope are still those of the
 * element. Elements in it break `rule`, and are passed over.
 */
export function textContent(r: Reader, rule: string): string {
  if (r.selfClosed) return '';
  let text = readText(r);
  while (r.bytes[r.at + 1] !== 0x2f) {
    openTag(r, NO_NAMES, r.at);
    const name = openName(r);
    report(
      r,
      'VAL3001',
      rule,
      `element "${name}" must not stand in simple content`,
      r.nameStart[r.depth] as number,
      'text only',
      name,
    );
    skip(r);
    text += readText(r);
  }
  return text;
}

/** Reads the end of the open element, before whose end tag the reader stands. */
export function close(r: Reader): void {
  if (r.selfClosed) {
    r.selfClosed = false;
    leave(r);
  } else closeTag(r, r.at);
}
