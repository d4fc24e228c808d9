import { granted, refuse, type Checked } from './refusal.js';

/** Remembers nonces: the store of the adapter, in whose space of nonces they are kept together with those of headers. */
export interface NonceStore {
  /** Keeps an entry unless there is one of that key, which is the answer then. */
  add(
    space: 'nonce',
    entry: { readonly key: string; readonly value: Uint8Array; readonly expires: number },
  ): Promise<unknown>;
}

/** Notes what must come once only, until a time at which it would be refused for its age. A store without room lets nothing in. */
export async function takeOnce(store: NonceStore, key: string, expires: number): Promise<Checked<undefined>> {
  try {
    const known = await store.add('nonce', { key, value: NOTHING, expires: expires + 1 });
    return known === undefined ? granted(undefined) : refuse('replayed', 'it came before');
  } catch (error) {
    return refuse('check-unavailable', error instanceof Error ? error.message : 'the store of nonces fails');
  }
}

const NOTHING = new Uint8Array(0);

/** How old a message may be. */
export interface FreshnessOptions {
  /** Milliseconds between the making of a message and its arrival; five minutes by default. */
  readonly window?: number;
  /** Milliseconds by which the sender's clock may be ahead; one minute by default. */
  readonly skew?: number;
  /** The time; the clock of the machine by default. */
  readonly now?: () => number;
}

/** Checks that a time (a literal of xs:dateTime) lies within the window: answers when it may be forgotten. */
export function checkFresh(created: string, options: FreshnessOptions): Checked<number> {
  const { window = 5 * 60_000, skew = 60_000, now = Date.now } = options;
  const made = parseTime(created);
  if (made === undefined) return refuse('stale', `"${created.slice(0, 40)}" is no time with a zone`);
  const age = now() - made;
  if (age > window)
    return refuse('stale', `made ${Math.round(age / 1000)} s ago, at most ${window / 1000} s are allowed`);
  if (age < -skew) return refuse('stale', `made ${Math.round(-age / 1000)} s in the future`);
  return granted(made + window);
}

/** Milliseconds since 1970 of a literal of xs:dateTime that has a zone. */
export function parseTime(literal: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/u.test(literal)) return undefined;
  const time = Date.parse(literal);
  return Number.isNaN(time) ? undefined : time;
}
