import { delayOf, wait } from './back-off.js';
import { destinationsOf } from './destinations.js';
import type { Source, Taken } from './driver.js';
import type { Delivery, DeliveryHandler, TransportMessage } from './middleware-adapter.js';
import { textOf } from './transport-error.js';
import type { TransportOptions } from './transport-options.js';

/** Deliveries between their arrival and their settlement. */
export class InHand {
  received = 0;
  rejected = 0;
  deadLettered = 0;
  readonly #options: TransportOptions;
  readonly #send: (destination: string, message: TransportMessage) => Promise<void>;
  readonly #limit: number;
  readonly #backOff;
  readonly #deadLetter: (destination: string) => string;
  readonly #end = new AbortController();
  readonly #hands = new Set<Hand>();

  constructor(
    options: TransportOptions,
    send: (destination: string, message: TransportMessage) => Promise<void>,
  ) {
    this.#options = options;
    this.#send = send;
    const { limit = 5, delay = 100, factor = 2, longest = 10_000 } = options.redelivery ?? {};
    this.#limit = limit;
    this.#backOff = { delay, factor, longest };
    this.#deadLetter = destinationsOf(options.destinations).deadLetter;
  }

  get size(): number {
    let sum = 0;
    for (const { size } of this.#hands) sum += size;
    return sum;
  }

  /** What one handler has in hand. */
  of(handler: DeliveryHandler, source: Source): Hand {
    const hand = new Hand((taken) => this.#settle(handler, source, taken));
    this.#hands.add(hand);
    return hand;
  }

  async empty(): Promise<void> {
    await Promise.all([...this.#hands].map((hand) => hand.empty()));
  }

  /** Ends the waiting of those that would be handed out again. */
  end(): void {
    this.#end.abort();
  }

  async #settle(handler: DeliveryHandler, source: Source, taken: Taken): Promise<void> {
    let { delivery } = taken;
    let attempt = delivery.deliveryCount ?? 1;
    while (true) {
      this.received++;
      try {
        const reply = await handler(delivery);
        if (reply !== undefined && delivery.replyTo !== undefined && !(await this.#reply(delivery, reply)))
          throw new Error('the connection was lost before the reply was sent');
        await this.#attempt(delivery, () => taken.accept(reply));
        return;
      } catch (error) {
        this.rejected++;
        this.#options.onEvent?.({ kind: 'rejected', delivery, attempt, error });
        if (attempt >= this.#limit || isFinal(error)) return await this.#bury(source, taken, attempt, error);
      }
      const delay = delayOf(this.#backOff, attempt);
      const { release } = taken;
      if (release !== undefined) {
        await this.#attempt(delivery, () => release(delay));
        return;
      }
      await wait(delay, this.#end.signal);
      // Not acknowledged: the middleware hands it out again to whoever comes next.
      if (this.#end.signal.aborted || taken.isGone?.() === true) return;
      attempt++;
      delivery = { ...delivery, redelivered: true, deliveryCount: attempt };
    }
  }

  /** Sends the reply; false where it should be made again because the connection is gone. */
  async #reply(delivery: Delivery, reply: TransportMessage): Promise<boolean> {
    const { replyTo = '' } = delivery;
    const correlationId = reply.correlationId ?? delivery.correlationId ?? delivery.messageId;
    try {
      if (this.#options.acceptsReplyTo?.(replyTo, delivery) === false)
        throw new Error(`no reply is sent to ${replyTo}`);
      await this.#send(replyTo, correlationId === undefined ? reply : { ...reply, correlationId });
      return true;
    } catch (error) {
      this.#options.onEvent?.({ kind: 'reply-not-sent', delivery, error });
      // Nobody waits there any more, or never did: to do the work again would not help.
      return !(error instanceof Error && 'code' in error && error.code === 'TRN2001');
    }
  }

  async #bury(source: Source, taken: Taken, attempt: number, error: unknown): Promise<void> {
    const { delivery, reject } = taken;
    const reason = textOf(error);
    const bury = async (): Promise<void> => {
      if (reject !== undefined) return reject(reason);
      const { replyTo: _, timeToLive: __, ...rest } = delivery;
      await this.#send(this.#deadLetter(source.durable ?? delivery.destination), {
        ...rest,
        properties: {
          ...delivery.properties,
          'dead-letter-reason': reason.slice(0, 1000),
          'dead-letter-destination': delivery.destination,
          'dead-letter-count': String(attempt),
        },
      });
      await taken.accept();
    };
    for (let repetition = 1; !(await this.#attempt(delivery, bury)); repetition++) {
      await wait(delayOf(this.#backOff, repetition), this.#end.signal);
      if (this.#end.signal.aborted || taken.isGone?.() === true) return;
    }
    this.deadLettered++;
    this.#options.onEvent?.({ kind: 'dead-lettered', delivery, attempt, error });
  }

  /** A settlement that fails leaves the delivery to the middleware, which hands it out again. */
  async #attempt(delivery: Delivery, settle: () => Promise<void>): Promise<boolean> {
    try {
      await settle();
      return true;
    } catch (error) {
      this.#options.onEvent?.({ kind: 'settlement-failed', delivery, error });
      return false;
    }
  }
}

/** What one subscription has in hand. */
export class Hand {
  readonly #settle: (taken: Taken) => Promise<void>;
  #size = 0;
  #waiting: (() => void)[] = [];

  constructor(settle: (taken: Taken) => Promise<void>) {
    this.#settle = settle;
  }

  get size(): number {
    return this.#size;
  }

  take(taken: Taken): void {
    this.#size++;
    const done = (): void => {
      if (--this.#size > 0) return;
      for (const resolve of this.#waiting.splice(0)) resolve();
    };
    this.#settle(taken).then(done, done);
  }

  /** Resolves when nothing is in hand. */
  empty(): Promise<void> {
    if (this.#size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

const isFinal = (error: unknown): boolean =>
  error instanceof Error && 'retriable' in error && error.retriable === false;
