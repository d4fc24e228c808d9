import type { Clock } from '../policy/clock.js';
import { systemClock } from '../policy/clock.js';
import type { MessageStore, StoreSpace, StoredEntry } from './message-store.js';
import { jsonBytes, jsonOf, StoreFullError } from './message-store.js';

/** How much a store in memory may hold. */
export interface MemoryStoreOptions {
  readonly clock?: Clock;
  /** Entries a space. Default 100,000. */
  readonly maxEntries?: number;
  /** Bytes of values a space. Default 32 MB. */
  readonly maxBytes?: number;
}

/** Spaces whose oldest entries may go when there is no room: forgetting them costs a repetition, not safety. */
const MAY_FORGET: readonly StoreSpace[] = ['handled', 'step', 'dead'];

/** A store in memory, bounded. What it holds is gone with the program. */
export function memoryStore(options: MemoryStoreOptions = {}): MessageStore<undefined> {
  const { clock = systemClock, maxEntries = 100_000, maxBytes = 32 * 1024 * 1024 } = options;
  const spaces = new Map<StoreSpace, MemorySpace>();
  const spaceOf = (space: StoreSpace): MemorySpace => {
    let known = spaces.get(space);
    if (known === undefined) {
      known = new MemorySpace(space, maxEntries, maxBytes);
      spaces.set(space, known);
    }
    return known;
  };
  return {
    isDurable: false,
    get: (space, key) => Promise.resolve(spaceOf(space).get(key, clock.now())),
    add: async (space, entry) => spaceOf(space).add(entry, clock.now()),
    remove: (space, key) => Promise.resolve(spaceOf(space).remove(key)),
    list: (space, limit = Infinity) => Promise.resolve(spaceOf(space).list(limit, clock.now())),
    count: (space) => Promise.resolve(spaceOf(space).list(Infinity, clock.now()).length),
    async once<T>(key: string, expires: number, effect: (transaction: undefined) => T): Promise<T> {
      const steps = spaceOf('step');
      const done = steps.get(key, clock.now());
      // The cast is what the contract says: a key stands for one effect, so what is kept under it is of its type.
      if (done !== undefined) return jsonOf(done.value) as T;
      const result = effect(undefined);
      steps.add({ key, value: jsonBytes(result), expires }, clock.now());
      return result;
    },
    close: () => Promise.resolve(),
  };
}

/** One space: entries in the order in which they came, and their size. */
class MemorySpace {
  private readonly entries = new Map<string, StoredEntry>();
  private bytes = 0;
  private nextExpiry = 0;

  constructor(
    private readonly space: StoreSpace,
    private readonly maxEntries: number,
    private readonly maxBytes: number,
  ) {}

  get(key: string, now: number): StoredEntry | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined || entry.expires > now) return entry;
    this.remove(key);
    return undefined;
  }

  add(entry: StoredEntry, now: number): StoredEntry | undefined {
    const known = this.get(entry.key, now);
    if (known !== undefined) return known;
    if (this.entries.size >= this.maxEntries || this.bytes + entry.value.length > this.maxBytes)
      this.makeRoom(now, entry.value.length);
    this.entries.set(entry.key, entry);
    this.bytes += entry.value.length;
    this.nextExpiry = Math.min(this.nextExpiry, entry.expires);
    return undefined;
  }

  remove(key: string): boolean {
    const entry = this.entries.get(key);
    if (entry === undefined) return false;
    this.bytes -= entry.value.length;
    return this.entries.delete(key);
  }

  list(limit: number, now: number): readonly StoredEntry[] {
    const found: StoredEntry[] = [];
    for (const entry of this.entries.values()) {
      if (found.length >= limit) break;
      if (entry.expires > now) found.push(entry);
    }
    return found;
  }

  /** Lets go of what has expired, then, where that is allowed, of a quarter of the rest. */
  private makeRoom(now: number, wanted: number): void {
    const fits = (): boolean => this.entries.size < this.maxEntries && this.bytes + wanted <= this.maxBytes;
    // Nothing expires before that, so a full space is not looked through again for each entry that comes.
    if (now >= this.nextExpiry) {
      for (const { key, expires } of [...this.entries.values()]) if (expires <= now) this.remove(key);
      this.nextExpiry = Infinity;
      for (const { expires } of this.entries.values()) this.nextExpiry = Math.min(this.nextExpiry, expires);
    }
    if (fits()) return;
    if (!MAY_FORGET.includes(this.space))
      throw new StoreFullError(this.space, `${this.entries.size} entries, ${this.bytes} bytes`);
    let quarter = Math.ceil(this.entries.size / 4);
    for (const key of [...this.entries.keys()]) {
      if (quarter-- <= 0 && fits()) break;
      this.remove(key);
    }
  }
}
