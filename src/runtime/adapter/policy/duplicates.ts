import type { MessageStore } from '../store/message-store.js';
import type { Clock } from './clock.js';

/** What is known of a message that has come before. */
export type Reservation =
  /** It is new: whoever reserved it handles it, then commits or releases. */
  | { readonly state: 'reserved' }
  /** It was handled; its answer is sent again. */
  | { readonly state: 'handled'; readonly answer: Uint8Array }
  /** It is being handled right now: its answer will be that of the first one. */
  | { readonly state: 'in-hand'; readonly outcome: Promise<Uint8Array | undefined> };

/** How long the answers to handled messages are kept. */
export interface DuplicateOptions {
  readonly store: MessageStore;
  readonly clock: Clock;
  /** Milliseconds. A repetition that comes later is handled again. */
  readonly keep: number;
}

/**
 * Lets each message take effect once: reserve, handle, commit. The answer is kept before the message is acknowledged, so a
 * crash before that leads to handling it again, and a crash after that to the same answer. What a handler does in `once`
 * of the same store is not done twice even then.
 */
export class DuplicateFilter {
  private readonly inHand = new Map<string, InHand>();

  constructor(private readonly options: DuplicateOptions) {}

  async reserve(key: string): Promise<Reservation> {
    const other = this.inHand.get(key);
    if (other !== undefined) return { state: 'in-hand', outcome: other.outcome };
    // Taken before the store is asked: two copies that come at once must not both find nothing there.
    const mine = inHand();
    this.inHand.set(key, mine);
    try {
      const known = await this.options.store.get('handled', key);
      if (known === undefined) return { state: 'reserved' };
      this.finish(key, known.value);
      return { state: 'handled', answer: known.value };
    } catch (error) {
      this.finish(key, undefined);
      throw error;
    }
  }

  /** Keeps the answer. Where another program was faster, its answer holds. */
  async commit(key: string, answer: Uint8Array): Promise<Uint8Array> {
    const expires = this.options.clock.now() + this.options.keep;
    try {
      const known = await this.options.store.add('handled', { key, value: answer, expires });
      this.finish(key, known?.value ?? answer);
      return known?.value ?? answer;
    } catch (error) {
      this.finish(key, undefined);
      throw error;
    }
  }

  /** Gives a message back that was not handled: it may come again. */
  release(key: string): void {
    this.finish(key, undefined);
  }

  private finish(key: string, answer: Uint8Array | undefined): void {
    this.inHand.get(key)?.settle(answer);
    this.inHand.delete(key);
  }
}

interface InHand {
  readonly outcome: Promise<Uint8Array | undefined>;
  readonly settle: (answer: Uint8Array | undefined) => void;
}

function inHand(): InHand {
  let settle: InHand['settle'] = () => {};
  const outcome = new Promise<Uint8Array | undefined>((resolve) => (settle = resolve));
  return { outcome, settle };
}
