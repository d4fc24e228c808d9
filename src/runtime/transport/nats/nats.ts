import type * as Nats from '@nats-io/transport-node';
import type { Msg, NatsConnection, NodeConnectionOptions } from '@nats-io/transport-node';
import { delayOf } from '../back-off.js';
import type { TransportCapabilities } from '../capabilities.js';
import { clientLibrary } from '../client-library.js';
import type { ConnectOptions } from '../connect-within.js';
import { connectWithin, reconnectBackOff } from '../connect-within.js';
import type { DriverEvents, Receiver, TransportDriver } from '../driver.js';
import type { MiddlewareAdapter } from '../middleware-adapter.js';
import { createMiddlewareAdapter } from '../middleware.js';
import { TransportError, transportError } from '../transport-error.js';
import type { TransportOptions } from '../transport-options.js';
import type { HeaderNames } from '../header-scheme.js';
import { deliveryOf, headerScheme, headersOf, messageOf } from './nats-message.js';
import type { NatsNames } from './nats-names.js';
import { natsNames } from './nats-names.js';
import { PullReceiver } from './pull-receiver.js';
import { checkConfirmation, JetStream } from './jetstream.js';

export interface NatsOptions extends TransportOptions, ConnectOptions {
  /** Addresses of servers, `nats://127.0.0.1:4222` and the like. */
  readonly servers: string | readonly string[];
  /** First word of subjects, `cim` by default: `cim.queue.…` and `cim.topic.…`. */
  readonly prefix?: string;
  /** Makes the two streams where they are not there; true by default. */
  readonly createStreams?: boolean;
  /** Copies of each stream in a cluster; 1 by default. */
  readonly replicas?: number;
  /** Milliseconds without a sign of life after which a delivery is handed out again; 30,000 by default. */
  readonly ackWait?: number;
  readonly headerNames?: HeaderNames;
  /** Further options of `connect` of the client library: TLS, user, token, … */
  readonly connection?: Readonly<Record<string, unknown>>;
}

const CAPABILITIES: TransportCapabilities = {
  publishSubscribe: true,
  durableSubscription: true,
  topicWildcards: true,
  storesMessages: true,
  survivesRestart: true,
  redelivery: 'broker',
  deadLetters: true,
  redeliversAfterLoss: true,
  bodies: 'any',
  watch: true,
};

/** NATS with JetStream: a work queue for what is sent, a stream by interest for what is published. */
export const createNatsAdapter = (options: NatsOptions): MiddlewareAdapter =>
  createMiddlewareAdapter(new NatsDriver(options), options);

class NatsDriver implements TransportDriver {
  readonly name = 'nats';
  readonly capabilities = CAPABILITIES;
  readonly #options: NatsOptions;
  readonly #names: NatsNames;
  readonly #scheme;
  readonly #receivers = new Set<PullReceiver>();
  #connection: NatsConnection | undefined;
  #library: typeof Nats | undefined;
  #jetStream: JetStream | undefined;

  constructor(options: NatsOptions) {
    this.#options = options;
    this.#names = natsNames(options.prefix ?? 'cim');
    this.#scheme = headerScheme(options.headerNames);
  }

  async open(events: DriverEvents): Promise<void> {
    const library = await clientLibrary(['@nats-io/transport-node'], () => import('@nats-io/transport-node'));
    this.#library = library;
    const { servers, connection, ackWait = 30_000, replicas = 1, createStreams = true } = this.#options;
    const backOff = reconnectBackOff(this.#options);
    let attempt = 0;
    const settings: NodeConnectionOptions = {
      maxReconnectAttempts: -1,
      reconnectDelayHandler: () => delayOf(backOff, ++attempt),
      ...connection,
      servers: typeof servers === 'string' ? servers : [...servers],
    };
    this.#connection = await connectWithin(this.#options, () => library.connect(settings));
    this.#jetStream = new JetStream(this.connection, this.#names, { ackWait, replicas });
    if (createStreams) await connectWithin(this.#options, () => this.jetStream.createStreams());
    void this.#follow(events, () => (attempt = 0));
    events.connected();
  }

  /** Tells what becomes of the connection; the library reconnects and subscribes again by itself. */
  async #follow(events: DriverEvents, reset: () => void): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === 'disconnect') {
        events.lost(new TransportError('TRN2001', 'connection to the NATS server lost'));
        for (const receiver of this.#receivers) receiver.lost();
      } else if (type === 'reconnect') {
        reset();
        events.connected();
        for (const receiver of this.#receivers) void receiver.open().catch(() => undefined);
      }
    }
  }

  get connection(): NatsConnection {
    if (this.#connection === undefined) throw new TransportError('TRN1003', 'nats is not started');
    return this.#connection;
  }

  get jetStream(): JetStream {
    if (this.#jetStream === undefined) throw new TransportError('TRN1003', 'nats is not started');
    return this.#jetStream;
  }

  async send(...[{ kind, name }, message, sending]: Parameters<TransportDriver['send']>): Promise<void> {
    const { connection } = this;
    const { max_payload: limit = Infinity } = connection.info ?? {};
    if (message.body.length > limit - 64_000)
      throw new TransportError(
        'TRN3001',
        `a body of ${message.body.length} bytes is too large: the server takes ${limit} with headers (max_payload)`,
      );
    const headers = headersOf(this.#library?.headers(), message, this.#scheme);
    if (this.#names.isInbox(name)) {
      // An inbox is no stream: nobody confirms, and whoever waits there gives up in time.
      if (connection.isClosed()) throw new TransportError('TRN2001', 'the connection is closed');
      connection.publish(name, message.body, { headers });
      return;
    }
    headers.set('Nats-Msg-Id', (sending.id ??= crypto.randomUUID()));
    const subject = this.#names.subject(kind, name);
    let answer: Msg;
    try {
      answer = await connection.request(subject, message.body, { headers, timeout: 5000 });
    } catch (cause) {
      // Without an answer it is sent again: the server knows it by its Nats-Msg-Id.
      throw transportError('TRN2001', `no confirmation for ${subject}`, cause);
    }
    checkConfirmation(subject, answer.data);
  }

  async receive(...[source, take]: Parameters<TransportDriver['receive']>): Promise<Receiver> {
    const receiver = new PullReceiver({
      connection: this.connection,
      jetStream: this.jetStream,
      source,
      consumer: this.#names.consumer(source),
      ackWait: this.#options.ackWait ?? 30_000,
      read: (message) => deliveryOf(message, this.#names, this.#scheme),
      take,
    });
    this.#receivers.add(receiver);
    await receiver.open();
    return {
      stop: () => receiver.stop(),
      close: async () => {
        this.#receivers.delete(receiver);
        await receiver.close();
      },
    };
  }

  async openInbox(...[take]: Parameters<NonNullable<TransportDriver['openInbox']>>): Promise<string> {
    const inbox = this.#library?.createInbox() ?? '';
    this.connection.subscribe(inbox, {
      callback: (error, message) => {
        if (error === null) take(messageOf(message, this.#scheme));
      },
    });
    await this.connection.flush();
    return inbox;
  }

  async watch(...[take]: Parameters<NonNullable<TransportDriver['watch']>>): Promise<Receiver> {
    const subscriptions = (['queue', 'topic'] as const).map((kind) =>
      this.connection.subscribe(this.#names.subject(kind, '>'), {
        callback: (error, message) => {
          if (error === null) take(deliveryOf(message, this.#names, this.#scheme).delivery);
        },
      }),
    );
    await this.connection.flush();
    const close = async (): Promise<void> => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
    return { stop: close, close };
  }

  async close(): Promise<void> {
    for (const receiver of this.#receivers) await receiver.close();
    const { connection } = this;
    if (connection.isClosed()) return;
    // What was acknowledged last has to arrive.
    await Promise.race([connection.flush().catch(() => undefined), new Promise((r) => setTimeout(r, 2000))]);
    await connection.close();
  }
}
