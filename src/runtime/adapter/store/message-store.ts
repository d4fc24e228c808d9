/**
 * What a store keeps apart: messages handled, steps of handlers, nonces seen, replies awaited, requests to be answered
 * later, letters nobody could take.
 */
export type StoreSpace = 'handled' | 'step' | 'nonce' | 'pending' | 'accepted' | 'dead';

/** Something kept for a while. */
export interface StoredEntry {
  readonly key: string;
  readonly value: Uint8Array;
  /** Milliseconds since 1970 from which on it need not be kept; `Infinity`: until it is removed. */
  readonly expires: number;
}

/**
 * Where policies keep what they must not forget. `Transaction` is what an effect gets that is to be kept together with its
 * mark: nothing in memory, a database in a store over one.
 */
export interface MessageStore<Transaction = unknown> {
  /** Whether entries survive the end of the program, however it ends. */
  readonly isDurable: boolean;
  get(space: StoreSpace, key: string): Promise<StoredEntry | undefined>;
  /** Keeps an entry unless there is one of that key, which is the answer then. Once it resolves, the entry is kept. */
  add(space: StoreSpace, entry: StoredEntry): Promise<StoredEntry | undefined>;
  remove(space: StoreSpace, key: string): Promise<boolean>;
  /** The oldest entries of a space. */
  list(space: StoreSpace, limit?: number): Promise<readonly StoredEntry[]>;
  count(space: StoreSpace): Promise<number>;
  /**
   * Runs an effect once a key. Effect and mark are kept together or not at all; from the second call on, and after a
   * crash, the answer is what the first run returned, which must be something that JSON can carry. The effect must not wait
   * for anything.
   */
  once<T>(key: string, expires: number, effect: (transaction: Transaction) => T): Promise<T>;
  close(): Promise<void>;
}

/** A store that has no room left for something that it must not forget. */
export class StoreFullError extends Error {
  /** Reply code: not processed, system overloaded. */
  readonly code = '5.1';
  readonly retriable = true;
  constructor(space: StoreSpace, limit: string) {
    super(`the store has no room for more entries of "${space}": ${limit} are kept already`);
    this.name = 'StoreFullError';
  }
}

const TEXT = new TextEncoder();
const BYTES = new TextDecoder();

/** A value of JSON as bytes. */
export const jsonBytes = (value: unknown): Uint8Array => TEXT.encode(JSON.stringify(value ?? null));

/** What bytes written by `jsonBytes` say. */
export const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(BYTES.decode(bytes));
