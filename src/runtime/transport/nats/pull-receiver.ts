import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import type { Receiver, Source, Taken } from '../driver.js';
import type { HeaderFields } from '../header-scheme.js';
import { isExpired } from '../header-scheme.js';
import type { Delivery } from '../middleware-adapter.js';
import type { JetStream, JetStreamConsumer } from './jetstream.js';

const EXPIRES = 20_000;

export interface PullOptions {
  readonly connection: NatsConnection;
  readonly jetStream: JetStream;
  readonly source: Source;
  readonly consumer: string;
  readonly ackWait: number;
  readonly read: (message: Msg) => { readonly delivery: Delivery; readonly fields: HeaderFields };
  readonly take: (taken: Taken) => void;
}

/** Asks the server for as many messages as there are free hands, never for more. */
export class PullReceiver implements Receiver {
  readonly #options: PullOptions;
  readonly #inHand = new Set<Msg>();
  readonly #clock;
  #consumer: JetStreamConsumer | undefined;
  #subscription: Subscription | undefined;
  #inbox = '';
  /** Asked for and neither come nor given up. */
  #asked = 0;
  #lastSign = 0;
  #isScheduled = false;
  #isStopped = false;
  #generation = 0;

  constructor(options: PullOptions) {
    this.#options = options;
    this.#clock = setInterval(() => this.#tick(), options.ackWait / 3);
  }

  /** Begins, or begins again over a new connection. */
  async open(): Promise<void> {
    const { connection, jetStream, source, consumer } = this.#options;
    const generation = ++this.#generation;
    this.#subscription?.unsubscribe();
    this.#consumer = await jetStream.createConsumer(source, consumer);
    if (this.#isStopped || generation !== this.#generation) return;
    this.#asked = 0;
    this.#lastSign = Date.now();
    this.#inbox = `_INBOX.${crypto.randomUUID()}`;
    this.#subscription = connection.subscribe(this.#inbox, {
      callback: (error, message) => {
        if (error === null) this.#arrive(message);
      },
    });
    this.#pull();
  }

  /** What is in hand comes again from the server, sooner or later. */
  lost(): void {
    this.#generation++;
    this.#inHand.clear();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    // What is on its way still comes, and is given back.
    await this.#subscription?.drain().catch(() => undefined);
  }

  async close(): Promise<void> {
    clearInterval(this.#clock);
    this.#isStopped = true;
    this.#subscription?.unsubscribe();
    const { source, jetStream, connection } = this.#options;
    if (
      source.kind === 'topic' &&
      source.durable === undefined &&
      this.#consumer !== undefined &&
      !connection.isClosed()
    )
      await jetStream.removeConsumer(this.#consumer).catch(() => undefined);
    this.#consumer = undefined;
  }

  #pull(): void {
    const free = this.#options.source.concurrency - this.#inHand.size - this.#asked;
    if (free <= 0 || this.#isStopped || this.#consumer === undefined) return;
    if (this.#options.connection.isClosed()) return;
    this.#asked += free;
    this.#options.jetStream.pull(this.#consumer, this.#inbox, free, EXPIRES);
  }

  /** Asks once a turn of the event loop, however many hands become free in it. */
  #pullSoon(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#pull();
    });
  }

  #arrive(message: Msg): void {
    this.#lastSign = Date.now();
    if (message.reply?.startsWith('$JS.ACK.') !== true) return this.#status(message);
    this.#asked = Math.max(0, this.#asked - 1);
    if (this.#isStopped) {
      message.respond('-NAK');
      return;
    }
    const { delivery, fields } = this.#options.read(message);
    if (isExpired(fields)) {
      message.respond('+ACK');
      return this.#pullSoon();
    }
    this.#inHand.add(message);
    this.#options.take(this.#taken(message, delivery));
  }

  #taken(message: Msg, delivery: Delivery): Taken {
    const settle = async (answer: string): Promise<void> => {
      // After a loss the delivery belongs to the server again; an answer to the old one is no harm, and may spare the next.
      this.#inHand.delete(message);
      if (!this.#options.connection.isClosed()) message.respond(answer);
      this.#pullSoon();
    };
    return {
      delivery,
      accept: () => settle('+ACK'),
      isGone: () => !this.#inHand.has(message),
      // With one hand the delivery stays in it, so that the order is kept.
      ...(this.#options.source.concurrency > 1
        ? { release: (delay: number) => settle(`-NAK {"delay":${Math.round(delay * 1e6)}}`) }
        : {}),
    };
  }

  /** A request is over: 408 its time, 409 something at the server. */
  #status(message: Msg): void {
    const code = message.headers?.code ?? 503;
    if (code === 100) return;
    const left = Number(message.headers?.get('Nats-Pending-Messages') ?? '');
    this.#asked = Math.max(0, this.#asked - (left > 0 ? left : this.#asked));
    if (code === 408) this.#pullSoon();
    else setTimeout(() => this.#pull(), 200);
  }

  /** Shows the server that deliveries are alive, and asks again where it has forgotten us. */
  #tick(): void {
    for (const message of this.#inHand) message.respond('+WPI');
    if (this.#isStopped || this.#asked === 0 || Date.now() - this.#lastSign < EXPIRES * 2) return;
    void this.open().catch(() => undefined);
  }
}
