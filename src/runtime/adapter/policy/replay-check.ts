import type { MessageStore } from '../store/message-store.js';
import type { Clock } from './clock.js';

/** How replayed messages are told: `ReplayDetection` of the header, IEC 61968-100. */
export interface ReplayOptions {
  readonly store: MessageStore;
  readonly clock: Clock;
  /** Milliseconds that a message may be old. */
  readonly window: number;
  /** Milliseconds that the sender's clock may be ahead. */
  readonly skew: number;
  /** Whether messages without `ReplayDetection` are refused. */
  readonly required: boolean;
}

/** Why a message is refused as a replay. */
export type ReplayVerdict =
  | { readonly isFresh: true }
  | { readonly isFresh: false; readonly reason: string; readonly isMissing: boolean };

const FRESH: ReplayVerdict = { isFresh: true };

const refused = (reason: string, isMissing = false): ReplayVerdict => ({ isFresh: false, reason, isMissing });

/** Nonces longer than this are refused: each is kept for the length of the window. */
const MOST_NONCE = 256;

/**
 * Checks that a message was made within the window and that its nonce has not been seen in it. A nonce is remembered as
 * long as a message of its age would be accepted; of each sender, so that nobody can use up the nonces of others.
 */
export async function checkReplay(
  detection: { readonly nonce: string; readonly created: string } | undefined,
  sender: string,
  options: ReplayOptions,
): Promise<ReplayVerdict> {
  if (detection === undefined)
    return options.required ? refused('the header has no ReplayDetection', true) : FRESH;
  const { nonce, created } = detection;
  if (nonce === '') return refused('the nonce is empty');
  if (nonce.length > MOST_NONCE) return refused(`the nonce has more than ${MOST_NONCE} characters`);
  const made = instantOf(created);
  if (Number.isNaN(made)) return refused(`"${created}" does not say when the message was made`);
  const now = options.clock.now();
  if (made < now - options.window) return refused(`the message was made at ${created}, too long ago`);
  if (made > now + options.skew) return refused(`the message was made at ${created}, which is yet to come`);
  const expires = made + options.window + 1;
  const key = `${sender}\n${nonce}`;
  const known = await options.store.add('nonce', { key, value: NOTHING, expires });
  return known === undefined ? FRESH : refused('the nonce was used before');
}

const NOTHING = new Uint8Array(0);

/** A literal of xs:dateTime as an instant. Without a zone it is taken as UTC. */
function instantOf(literal: string): number {
  const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/u.exec(literal);
  return match === null ? NaN : Date.parse(match[1] === undefined ? `${literal}Z` : literal);
}
