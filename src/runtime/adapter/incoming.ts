import type { Envelope } from '../envelope/envelope.js';
import type { MessageHeader } from '../envelope/header.js';
import type { ObjectId } from '../envelope/object-id.js';
import type { RequestParameters } from '../envelope/request-parameters.js';
import type { Sender } from './hooks.js';
import type { MessageStore } from './store/message-store.js';

/** A request or event as its handler gets it: decoded and valid. */
export interface Incoming<Payload> {
  readonly header: MessageHeader;
  /** Times, options and identifiers of a query. */
  readonly parameters: RequestParameters;
  /** The object that the message is about; of `get` the query profile. */
  readonly payload: Payload;
  /** All of them, where there are several. */
  readonly payloads: readonly NonNullable<Payload>[];
  /** Identifiers in place of objects. */
  readonly ids: readonly ObjectId[];
  readonly envelope: Envelope;
}

/** What a handler may want to know and to use beside the message. */
export interface HandlerContext {
  readonly sender: Sender;
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
