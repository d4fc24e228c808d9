import type { ExpandedName } from '../../foundation/expanded-name.js';
import { expandedName } from '../../foundation/expanded-name.js';

interface Entry {
  readonly start: number;
  readonly length: number;
  readonly text: string;
  /** The name made of it last: a local name is nearly always in one namespace. */
  name: ExpandedName | undefined;
  readonly next: Entry | undefined;
}

/** Longer texts are hardly ever met twice. */
const LONGEST = 32;
const BUCKETS = 4096;
/** Beyond this a document does not repeat itself. */
const MOST_ENTRIES = 20_000;

/**
 * Gives one string for texts of a document that are the same: names and short values make up most of a model, and there
 * are only a few of them. Found by their bytes, so that no string is made to find one.
 */
export class TextCache {
  readonly #buckets: (Entry | undefined)[] = new Array<Entry | undefined>(BUCKETS).fill(undefined);
  #entries = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** The text of `bytes[start, end)`; `decode` makes it where it was not met before. */
  text(start: number, end: number, decode: () => string): string {
    return this.#find(start, end)?.text ?? this.#add(start, end, decode()).text;
  }

  /** The same, as a name in a namespace. */
  name(namespace: string, start: number, end: number, decode: () => string): ExpandedName {
    const entry = this.#find(start, end) ?? this.#add(start, end, decode());
    if (entry.name?.namespace !== namespace) entry.name = expandedName(namespace, entry.text);
    return entry.name;
  }

  #find(start: number, end: number): Entry | undefined {
    const length = end - start;
    if (length > LONGEST) return undefined;
    const bytes = this.bytes;
    let entry = this.#buckets[this.#bucketOf(start, end)];
    for (; entry !== undefined; entry = entry.next) {
      if (entry.length !== length) continue;
      let at = 0;
      while (at < length && bytes[entry.start + at] === bytes[start + at]) at++;
      if (at === length) return entry;
    }
    return undefined;
  }

  #add(start: number, end: number, text: string): Entry {
    const isKept = end - start <= LONGEST && this.#entries < MOST_ENTRIES;
    const bucket = isKept ? this.#bucketOf(start, end) : 0;
    const next = isKept ? this.#buckets[bucket] : undefined;
    const entry: Entry = { start, length: end - start, text, name: undefined, next };
    if (isKept) {
      this.#buckets[bucket] = entry;
      this.#entries++;
    }
    return entry;
  }

  /** FNV-1a. */
  #bucketOf(start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (this.bytes[at] as number), 0x01000193);
    return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  }
}
