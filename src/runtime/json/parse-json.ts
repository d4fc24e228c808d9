/** What is wrong with a text that should be JSON, and where: an index into the text. */
export interface JsonFault {
  readonly at: number;
  readonly message: string;
  readonly expected?: string;
}

export type ParsedJson =
  { readonly ok: true; readonly value: unknown } | ({ readonly ok: false } & JsonFault);

/** Told of every value before it is read: its JSON Pointer (RFC 6901) and where it starts. */
export type OnValue = (pointer: string, at: number) => void;

/** Arrays and objects inside each other. */
const MAX_DEPTH = 2048;

/**
 * Parses JSON (RFC 8259). Beyond what `JSON.parse` does, it says where a text is wrong, refuses two members of the same
 * name, and stops at a depth that whoever walks the value can bear.
 */
export function parseJson(text: string, onValue?: OnValue): ParsedJson {
  const scan: Scan = { text, at: 0, fault: undefined, onValue };
  const value = readValue(scan, 0, '');
  space(scan);
  if (scan.fault === undefined && scan.at < text.length)
    fail(scan, `${found(scan)} behind the value`, 'the end of the text');
  return scan.fault === undefined ? { ok: true, value } : { ok: false, ...scan.fault };
}

interface Scan {
  readonly text: string;
  at: number;
  fault: JsonFault | undefined;
  readonly onValue: OnValue | undefined;
}

const SPACE = /[\t\n\r ]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
const WORD = /true|false|null/y;

function readValue(scan: Scan, depth: number, pointer: string): unknown {
  space(scan);
  scan.onValue?.(pointer, scan.at);
  const first = scan.text[scan.at];
  if (first === '{' || first === '[') {
    if (depth >= MAX_DEPTH) return fail(scan, `more than ${MAX_DEPTH} objects and arrays inside each other`);
    scan.at++;
    return first === '{' ? readObject(scan, depth, pointer) : readArray(scan, depth, pointer);
  }
  if (first === '"') return readString(scan);
  const number = token(scan, NUMBER);
  if (number !== undefined) return Number(number);
  const word = token(scan, WORD);
  return word === undefined ? fail(scan, found(scan), 'a value') : WORDS[word];
}

function readObject(scan: Scan, depth: number, pointer: string): unknown {
  const members: [string, unknown][] = [];
  const names = new Set<string>();
  if (takes(scan, '}')) return {};
  do {
    space(scan);
    const start = scan.at;
    if (scan.text[start] !== '"') return fail(scan, found(scan), 'the name of a member');
    const name = readString(scan);
    if (scan.fault !== undefined) return undefined;
    if (names.has(name)) {
      scan.at = start;
      return fail(scan, `there are two members "${name}"`);
    }
    names.add(name);
    if (!takes(scan, ':')) return fail(scan, found(scan), '":"');
    const inner =
      scan.onValue === undefined ? '' : `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    members.push([name, readValue(scan, depth + 1, inner)]);
    if (scan.fault !== undefined) return undefined;
  } while (takes(scan, ','));
  // Members of any name become properties of their own, `__proto__` too.
  return takes(scan, '}') ? Object.fromEntries(members) : fail(scan, found(scan), '"," or "}"');
}

function readArray(scan: Scan, depth: number, pointer: string): unknown {
  const items: unknown[] = [];
  if (takes(scan, ']')) return items;
  do {
    items.push(readValue(scan, depth + 1, scan.onValue === undefined ? '' : `${pointer}/${items.length}`));
    if (scan.fault !== undefined) return undefined;
  } while (takes(scan, ','));
  return takes(scan, ']') ? items : fail(scan, found(scan), '"," or "]"');
}

/** Without a regular expression over the whole of it: a string may have millions of characters. */
function readString(scan: Scan): string {
  const { text } = scan;
  const start = scan.at;
  let hasEscapes = false;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      scan.at = at + 1;
      return hasEscapes ? (JSON.parse(text.slice(start, at + 1)) as string) : text.slice(start + 1, at);
    }
    if (code < 0x20) {
      scan.at = at;
      fail(scan, `control character ${code} in a string`, `\\u${code.toString(16).padStart(4, '0')}`);
      return '';
    }
    if (code !== BACKSLASH) continue;
    hasEscapes = true;
    scan.at = at;
    const escape = token(scan, ESCAPE);
    if (escape === undefined) {
      fail(scan, 'unknown escape in a string');
      return '';
    }
    at += escape.length - 1;
  }
  scan.at = start;
  fail(scan, 'the string that starts here does not end');
  return '';
}

/** Takes a character behind white space, if it is the next one. */
function takes(scan: Scan, character: string): boolean {
  space(scan);
  if (scan.text[scan.at] !== character) return false;
  scan.at++;
  return true;
}

function token(scan: Scan, pattern: RegExp): string | undefined {
  pattern.lastIndex = scan.at;
  const match = pattern.exec(scan.text)?.[0];
  scan.at += match?.length ?? 0;
  return match;
}

function space(scan: Scan): void {
  const code = scan.text.charCodeAt(scan.at);
  if (code <= 0x20) token(scan, SPACE);
}

const found = ({ text, at }: Scan): string =>
  at < text.length ? `"${String.fromCodePoint(text.codePointAt(at) ?? 0)}" found` : 'the text ends here';

function fail(scan: Scan, message: string, expected?: string): undefined {
  scan.fault ??= { at: scan.at, message, ...(expected === undefined ? {} : { expected }) };
  return undefined;
}
