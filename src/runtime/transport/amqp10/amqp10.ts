import type { ConnectionOptions, EventContext, Receiver as LinkReceiver } from 'rhea';
import type { TransportCapabilities } from '../capabilities.js';
import { clientLibrary } from '../client-library.js';
import type { ConnectOptions } from '../connect-within.js';
import type { DriverEvents, Receiver, Source, Taken, TransportDriver } from '../driver.js';
import { Gate } from '../gate.js';
import type { HeaderNames } from '../header-scheme.js';
import { KeptConnection } from '../kept-connection.js';
import type { MiddlewareAdapter, TransportMessage } from '../middleware-adapter.js';
import { createMiddlewareAdapter } from '../middleware.js';
import { TransportError } from '../transport-error.js';
import type { TransportOptions } from '../transport-options.js';
import {
  addressOf,
  destinationName,
  headerScheme,
  messageOf,
  sourceAddress,
  wireMessage,
} from './amqp10-message.js';
import type { RheaLibrary } from './link-connection.js';
import { LinkConnection } from './link-connection.js';

export interface Amqp10Options extends TransportOptions, ConnectOptions {
  /** `amqp://user:password@host:5672`, or `amqps:`. */
  readonly url: string;
  readonly headerNames?: HeaderNames;
  /** Further options of `connect` of the client library: certificates, container id, … */
  readonly connection?: Readonly<Record<string, unknown>>;
}

const CAPABILITIES: TransportCapabilities = {
  publishSubscribe: true,
  // RabbitMQ gives a topic a queue for the time of the link; durable ones are made over AMQP 0-9-1.
  durableSubscription: false,
  topicWildcards: true,
  storesMessages: true,
  survivesRestart: true,
  redelivery: 'adapter',
  deadLetters: true,
  redeliversAfterLoss: true,
  bodies: 'any',
  watch: false,
};

/** AMQP 1.0, with the addresses that RabbitMQ has for queues and topics. */
export const createAmqp10Adapter = (options: Amqp10Options): MiddlewareAdapter =>
  createMiddlewareAdapter(new Amqp10Driver(options), options);

interface OpenSource {
  open(connection: LinkConnection): Promise<void>;
}

class Amqp10Driver implements TransportDriver {
  readonly name = 'amqp10';
  readonly capabilities = CAPABILITIES;
  readonly #options: Amqp10Options;
  readonly #scheme;
  readonly #kept: KeptConnection<LinkConnection>;
  readonly #sources = new Set<OpenSource>();
  #library: RheaLibrary | undefined;

  constructor(options: Amqp10Options) {
    this.#options = options;
    this.#scheme = headerScheme(options.headerNames);
    this.#kept = new KeptConnection(options, {
      connect: (lost) => this.#connect(lost),
      restore: async (connection) => {
        for (const source of this.#sources) await source.open(connection);
      },
      close: (connection) => connection.close(),
    });
  }

  open(events: DriverEvents): Promise<void> {
    return this.#kept.open(events);
  }

  async #connect(lost: (error: TransportError) => void): Promise<LinkConnection> {
    const library =
      this.#library ?? (await clientLibrary(['rhea'], async () => (await import('rhea')).default));
    this.#library = library;
    const { protocol, hostname, port, username, password } = new URL(this.#options.url);
    const isSecure = protocol === 'amqps:';
    const options = {
      host: hostname,
      hostname,
      port: Number(port === '' ? (isSecure ? 5671 : 5672) : port),
      ...(isSecure ? { transport: 'tls' as const } : {}),
      ...(username === ''
        ? {}
        : { username: decodeURIComponent(username), password: decodeURIComponent(password) }),
      idle_time_out: 30_000,
      ...this.#options.connection,
    };
    return LinkConnection.open(library, options as ConnectionOptions, lost);
  }

  async send(...[target, message]: Parameters<TransportDriver['send']>): Promise<void> {
    const connection = this.#kept.current;
    const { body } = message;
    const content = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const wire = wireMessage(target, message, this.#scheme, this.#library?.message.data_section(content));
    // A queue of another connection is not declared again, only sent to.
    await connection.send(addressOf(target).replace(/^\/queue\/amq\./u, '/amq/queue/amq.'), wire);
  }

  async receive(...[source, take]: Parameters<TransportDriver['receive']>): Promise<Receiver> {
    let receiver: LinkReceiver | undefined;
    let isStopped = false;
    const gate = new Gate(source.concurrency, take);
    const open = async (connection: LinkConnection): Promise<void> => {
      if (isStopped) return;
      gate.reset();
      const options = {
        source: { address: sourceAddress(source), durable: 2 as const },
        autoaccept: false,
        autosettle: false,
      };
      const opened = await connection.receive(options, (context) => {
        if (!isStopped) gate.enter(this.#taken(context, source, gate, () => receiver !== opened));
      });
      receiver = opened;
      opened.add_credit(source.concurrency);
    };
    await open(this.#kept.current);
    const opened: OpenSource = { open };
    this.#sources.add(opened);
    return {
      stop: async () => {
        isStopped = true;
        gate.shut();
      },
      close: async () => {
        isStopped = true;
        this.#sources.delete(opened);
        // What was handed out and not accepted goes back to the queue.
        receiver?.close();
        receiver = undefined;
      },
    };
  }

  #taken(
    { delivery, message, receiver }: EventContext,
    source: Source,
    gate: Gate,
    isOld: () => boolean,
  ): Taken {
    if (delivery === undefined || message === undefined)
      throw new TransportError('TRN2005', 'a delivery without message');
    const count = message.delivery_count ?? 0;
    const redelivered = count > 0 || message.first_acquirer === false;
    const isGone = (): boolean => isOld() || !this.#kept.isOpen;
    return {
      delivery: {
        ...messageOf(message, this.#scheme),
        destination:
          source.kind === 'queue' || message.to === undefined ? source.name : destinationName(message.to),
        redelivered,
        ...(redelivered ? {} : { deliveryCount: 1 }),
      },
      isGone,
      accept: async () => {
        if (isGone()) throw new TransportError('TRN2001', 'the connection is gone');
        delivery.accept();
        receiver?.add_credit(1);
        gate.leave();
      },
    };
  }

  async openInbox(...[take]: Parameters<NonNullable<TransportDriver['openInbox']>>): Promise<string> {
    // RabbitMQ 3 knows no dynamic nodes; a topic of which nobody else knows has a queue for the time of the link.
    const address = `/topic/cim.inbox.${crypto.randomUUID()}`;
    const open = async (connection: LinkConnection): Promise<void> => {
      const opened = await connection.receive({ source: { address }, autoaccept: true }, (context) => {
        opened.add_credit(1);
        if (context.message !== undefined) take(this.#replyOf(context));
      });
      opened.add_credit(1000);
    };
    await open(this.#kept.current);
    this.#sources.add({ open });
    return address;
  }

  #replyOf({ message }: EventContext): TransportMessage {
    return messageOf(message ?? { body: undefined }, this.#scheme);
  }

  close(): Promise<void> {
    return this.#kept.close();
  }
}
