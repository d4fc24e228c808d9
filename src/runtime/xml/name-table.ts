/**
 * The names that the children (or the attributes) of one complex type may have, as bytes, numbered from 1.
 * Entry 0 matches nothing: it is what is expected when nothing is.
 */
export interface NameTable {
  readonly local: readonly Uint8Array[];
  readonly namespace: readonly string[];
  /** The local names one behind the other, and where each begins. */
  readonly words: DataView;
  readonly at: Uint32Array;
  /** The first four bytes of each local name, as one number; 0 for shorter names. */
  readonly firstWord: Int32Array;
  /** Local names and namespaces for messages and for the writer. */
  readonly text: readonly string[];
  /** Heads of the chains below, by `hashOf`; 0 ends a chain. */
  readonly heads: Uint16Array | Uint32Array;
  readonly chain: Uint16Array | Uint32Array;
  readonly mask: number;
}

const NOTHING = /* @__PURE__ */ new Uint8Array(0);

/** Builds a table from local names; a name of another namespace is written `{namespace}local`. */
export function nameTable(namespace: string, names: readonly string[]): NameTable {
  const text = [''];
  const namespaces = ['\u0000'];
  const local: Uint8Array[] = [NOTHING];
  for (const name of names) {
    const brace = name.charCodeAt(0) === 0x7b ? name.lastIndexOf('}') : -1;
    const own = brace < 0 ? name : name.slice(brace + 1);
    text.push(own);
    namespaces.push(brace < 0 ? namespace : name.slice(1, brace));
    local.push(encodeName(own));
  }
  let size = 4;
  while (size < names.length) size *= 2;
  const mask = size - 1;
  const heads = new Uint32Array(size);
  const chain = new Uint32Array(local.length);
  for (let index = local.length - 1; index > 0; index--) {
    const bytes = local[index] as Uint8Array;
    const hash = hashOf(bytes, 0, bytes.length) & mask;
    chain[index] = heads[hash] as number;
    heads[hash] = index;
  }
  const firstWord = Int32Array.from(local, firstWordOf);
  return { local, namespace: namespaces, text, firstWord, heads, chain, mask, ...joined(local) };
}

function joined(names: readonly Uint8Array[]): Pick<NameTable, 'words' | 'at'> {
  const at = new Uint32Array(names.length + 1);
  names.forEach((name, index) => (at[index + 1] = (at[index] as number) + name.length));
  const bytes = new Uint8Array(at[names.length] as number);
  names.forEach((name, index) => bytes.set(name, at[index]));
  return { words: new DataView(bytes.buffer), at };
}

const firstWordOf = (name: Uint8Array): number =>
  name.length < 4
    ? 0
    : ((name[0] as number) << 24) |
      ((name[1] as number) << 16) |
      ((name[2] as number) << 8) |
      (name[3] as number);

/** Finds a name by its bytes and namespace: its number, or -1. */
export function findName(
  table: NameTable,
  namespace: string,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  let index = table.heads[hashOf(bytes, start, end) & table.mask] as number;
  while (index !== 0) {
    const name = table.local[index] as Uint8Array;
    if (name.length === end - start && table.namespace[index] === namespace) {
      let at = 0;
      while (at < name.length && name[at] === bytes[start + at]) at++;
      if (at === name.length) return index;
    }
    index = table.chain[index] as number;
  }
  return -1;
}

/** Cheap on purpose: the chain behind it compares every byte. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  return (
    length * 31 +
    (bytes[start] as number) * 7 +
    (bytes[end - 1] as number) * 13 +
    (bytes[start + (length >> 1)] as number) * 3 +
    (bytes[start + (length >> 2)] as number)
  );
}

/** A name as UTF-8. */
function encodeName(name: string): Uint8Array {
  const bytes = new Uint8Array(name.length);
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code >= 0x80) return new TextEncoder().encode(name);
    bytes[at] = code;
  }
  return bytes;
}

/** The table of nothing. */
export const NO_NAMES: NameTable = /* @__PURE__ */ nameTable('', []);
