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

/** In bytes. Longer texts are hardly ever met twice. */
export const LONGEST_REPEATED = 32;
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

  constructor(
    private readonly bytes: Uint8Array,
    private readonly decode: (start: number, end: number) => string,
  ) {}

  /** The text of `bytes[start, end)`. */
  text(start: number, end: number): string {
    return end - start > LONGEST_REPEATED ? this.decode(start, end) : this.#entry(start, end).text;
  }

  /** The same, as a name in a namespace. */
  name(namespace: string, start: number, end: number): ExpandedName {
    if (end - start > LONGEST_REPEATED) return expandedName(namespace, this.decode(start, end));
    const entry = this.#entry(start, end);
    if (entry.name?.namespace !== namespace) entry.name = expandedName(namespace, entry.text);
    return entry.name;
  }

  #entry(start: number, end: number): Entry {
    const length = end - start;
    const bytes = this.bytes;
    const bucket = this.#bucketOf(start, end);
    const first = this.#buckets[bucket];
    for (let entry = first; entry !== undefined; entry = entry.next) {
      if (entry.length !== length) continue;
      let at = 0;
      while (at < length && bytes[entry.start + at] === bytes[start + at]) at++;
      if (at === length) return entry;
    }
    const made: Entry = { start, length, text: this.decode(start, end), name: undefined, next: first };
    if (this.#entries < MOST_ENTRIES) {
      this.#buckets[bucket] = made;
      this.#entries++;
    }
    return made;
  }

  /** FNV-1a. */
  #bucketOf(start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (this.bytes[at] as number), 0x01000193);
    return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
  }
}
