import type { Envelope } from '../envelope/envelope.js';
import type { Sender } from './hooks.js';
import type { MessageStore } from './store/message-store.js';

/** What a handler may want to know and to use beside the message. */
export interface HandlerContext {
  readonly sender: Sender;
  /** The message as it came, whatever its class; of an operation set, that which the operation came in. */
  readonly envelope: Envelope;
  /** The number of the operation, where the message is one of a set. */
  readonly operationId: string | undefined;
  /** Set where the message may have been handled before: its effect is to be kept apart by `once`. */
  readonly isRedelivered: boolean;
  /** Aborts when nobody waits for the answer any more, or the adapter is about to stop. */
  readonly signal: AbortSignal;
  /** The key of the message: the same whenever it comes again. */
  readonly messageKey: string;
  /**
   * Has an effect once, however often the message comes: with a store over a database, effect and mark are committed
   * together. `step` tells several effects of one handler apart.
   */
  once<Transaction, T>(
    store: MessageStore<Transaction>,
    effect: (transaction: Transaction) => T,
    step?: string,
  ): Promise<T>;
}
