import { granted, refuse, type Checked } from './refusal.js';

/** Remembers what must come once only. */
export interface NonceStore {
  /** Notes a text until a time (milliseconds since 1970); false where it was noted before and is not forgotten yet. */
  remember(nonce: string, until: number): boolean | Promise<boolean>;
}

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

/** Remembers nonces in memory. Beyond `limit` the oldest are forgotten, which the window makes harmless as a rule. */
export function memoryNonceStore(
  options: { readonly limit?: number; readonly now?: () => number } = {},
): NonceStore {
  const { limit = 100_000, now = Date.now } = options;
  const seen = new Map<string, number>();
  return {
    remember(nonce, until) {
      const known = seen.get(nonce);
      const time = now();
      if (known !== undefined && known > time) return false;
      for (const [old, end] of seen) {
        if (end > time && seen.size < limit) break;
        seen.delete(old);
      }
      seen.delete(nonce);
      seen.set(nonce, until);
      return true;
    },
  };
}
