import type { Channel, ChannelModel, ConfirmChannel, ConsumeMessage, Message } from 'amqplib';
import type { TransportCapabilities } from '../capabilities.js';
import { clientLibrary } from '../client-library.js';
import type { ConnectOptions } from '../connect-within.js';
import { destinationsOf } from '../destinations.js';
import type { DriverEvents, Receiver, TransportDriver } from '../driver.js';
import type { HeaderNames } from '../header-scheme.js';
import { KeptConnection } from '../kept-connection.js';
import type { MiddlewareAdapter, TransportMessage } from '../middleware-adapter.js';
import { createMiddlewareAdapter } from '../middleware.js';
import { textOf, TransportError, transportError } from '../transport-error.js';
import type { TransportOptions } from '../transport-options.js';
import { headerScheme, messageOf, publishOptions } from './amqp091-message.js';
import { ChannelReceiver } from './channel-receiver.js';
import { Topology } from './topology.js';

export interface Amqp091Options extends TransportOptions, ConnectOptions {
  /** `amqp://user:password@host:5672/vhost`, or `amqps:`. */
  readonly url: string;
  /** First word of the names of exchanges and inboxes; `cim` by default. */
  readonly prefix?: string;
  /** Copies of a quorum queue; what the broker has by default. */
  readonly quorumSize?: number;
  /** After so many deliveries the broker itself gives up, whether or not an adapter lives long enough to; 20 by default. */
  readonly deliveryLimit?: number;
  readonly headerNames?: HeaderNames;
  /** Socket options of the client library: certificates, `timeout`, … */
  readonly socket?: Readonly<Record<string, unknown>>;
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

/** One connection, with the channel on which everything is sent. */
export interface Link {
  readonly connection: ChannelModel;
  readonly sending: ConfirmChannel;
  readonly topology: Topology;
  /** What waits for its message to be returned, by an id that travels in a header. */
  readonly returned: Map<string, boolean>;
}

/** AMQP 0-9-1, as RabbitMQ speaks it: quorum queues, publisher confirms, dead letters by the broker. */
export const createAmqp091Adapter = (options: Amqp091Options): MiddlewareAdapter =>
  createMiddlewareAdapter(new Amqp091Driver(options), options);

const RETURN_ID = 'x-cim-return-id';

class Amqp091Driver implements TransportDriver {
  readonly name = 'amqp091';
  readonly capabilities = CAPABILITIES;
  readonly #options: Amqp091Options;
  readonly #prefix: string;
  readonly #scheme;
  readonly #kept: KeptConnection<Link>;
  readonly #receivers = new Set<ChannelReceiver>();
  #restoreInbox: ((link: Link) => Promise<void>) | undefined;

  constructor(options: Amqp091Options) {
    this.#options = options;
    this.#prefix = options.prefix ?? 'cim';
    this.#scheme = headerScheme(options.headerNames);
    this.#kept = new KeptConnection(options, {
      connect: (lost) => this.#connect(lost),
      restore: async (link) => {
        await this.#restoreInbox?.(link);
        for (const receiver of this.#receivers) await receiver.open(link);
      },
      close: async ({ connection }) => connection.close(),
    });
  }

  open(events: DriverEvents): Promise<void> {
    return this.#kept.open(events);
  }

  async #connect(lost: (error: TransportError) => void): Promise<Link> {
    const library = await clientLibrary(['amqplib'], () => import('amqplib'));
    const connection = await library.connect(this.#options.url, {
      noDelay: true,
      timeout: 10_000,
      ...this.#options.socket,
    });
    let last: unknown;
    const noted = (error: unknown): void => void (last = error);
    connection.on('error', noted);
    connection.on('close', () =>
      lost(new TransportError('TRN2001', `connection lost: ${last === undefined ? 'closed' : textOf(last)}`)),
    );
    const sending = await connection.createConfirmChannel();
    sending.on('error', noted);
    // A channel that the broker closed takes the connection with it: everything is opened again in one way.
    sending.on('close', () => void connection.close().catch(() => undefined));
    const returned = new Map<string, boolean>();
    sending.on('return', ({ properties }: Message) => {
      const id: unknown = properties.headers?.[RETURN_ID];
      if (typeof id === 'string' && returned.has(id)) returned.set(id, true);
    });
    const topology = new Topology(connection, {
      prefix: this.#prefix,
      deliveryLimit: Math.max(this.#options.deliveryLimit ?? 20, this.#options.redelivery?.limit ?? 0),
      quorumSize: this.#options.quorumSize,
      deadLetter: destinationsOf(this.#options.destinations).deadLetter,
    });
    await topology.createExchanges();
    return { connection, sending, topology, returned };
  }

  async send(...[{ kind, name }, message]: Parameters<TransportDriver['send']>): Promise<void> {
    const link = this.#kept.current;
    const { exchanges } = link.topology;
    if (kind === 'topic') return this.#publish(link, exchanges.topic, name, message);
    if (name.startsWith(this.#inboxes) || name.startsWith('amq.'))
      return this.#publish(link, '', name, message, { persistent: false });
    const owner = link.topology.ownerOf(name) ?? (await link.topology.createQueue(name));
    return owner === 'ours'
      ? this.#publish(link, exchanges.queue, name, message)
      : this.#publish(link, '', name, message, { mustArrive: true });
  }

  #publish(
    { sending, returned }: Link,
    exchange: string,
    key: string,
    message: TransportMessage,
    { persistent = true, mustArrive = false } = {},
  ): Promise<void> {
    const options = publishOptions(message, this.#scheme, persistent);
    return new Promise((resolve, reject) => {
      const id = mustArrive ? crypto.randomUUID() : '';
      if (mustArrive) {
        options.mandatory = true;
        options.headers = { ...options.headers, [RETURN_ID]: id };
        returned.set(id, false);
      }
      const { body } = message;
      const content = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
      const confirmed = (cause: unknown): void => {
        const cameBack = returned.get(id) === true;
        returned.delete(id);
        if (cause !== null && cause !== undefined) reject(refusal(key, cause));
        else if (cameBack) reject(new TransportError('TRN2004', `there is no queue ${key}`));
        else resolve();
      };
      try {
        sending.publish(exchange, key, content, options, confirmed);
      } catch (cause) {
        returned.delete(id);
        reject(refusal(key, cause));
      }
    });
  }

  async receive(...[source, take]: Parameters<TransportDriver['receive']>): Promise<Receiver> {
    const receiver = new ChannelReceiver(source, take, this.#scheme, (link) => this.#kept.isCurrent(link));
    await receiver.open(this.#kept.current);
    this.#receivers.add(receiver);
    return {
      stop: () => receiver.stop(),
      close: async () => {
        this.#receivers.delete(receiver);
        await receiver.close();
      },
    };
  }

  get #inboxes(): string {
    return `${this.#prefix}.inbox.`;
  }

  async openInbox(...[take]: Parameters<NonNullable<TransportDriver['openInbox']>>): Promise<string> {
    const inbox = this.#inboxes + crypto.randomUUID();
    const open = async ({ connection }: Link): Promise<void> => {
      const channel = await quietChannel(connection);
      // It outlives a lost connection for a while, so that replies under way are not lost with it.
      await channel.assertQueue(inbox, { durable: false, expires: 60_000 });
      await channel.consume(inbox, (message) => message !== null && take(this.#replyOf(message)), {
        noAck: true,
      });
    };
    await open(this.#kept.current);
    this.#restoreInbox = open;
    return inbox;
  }

  #replyOf(message: ConsumeMessage): TransportMessage {
    return messageOf(message, this.#scheme).message;
  }

  async watch(...[take]: Parameters<NonNullable<TransportDriver['watch']>>): Promise<Receiver> {
    const { connection, topology } = this.#kept.current;
    const channel = await quietChannel(connection);
    const { queue } = await channel.assertQueue('', { exclusive: true, autoDelete: true });
    for (const exchange of Object.values(topology.exchanges)) await channel.bindQueue(queue, exchange, '#');
    await channel.consume(
      queue,
      (message) => {
        if (message === null) return;
        const { message: content } = messageOf(message, this.#scheme);
        take({ ...content, destination: message.fields.routingKey, redelivered: false });
      },
      { noAck: true },
    );
    const close = (): Promise<void> => channel.close().catch(() => undefined);
    return { stop: close, close };
  }

  close(): Promise<void> {
    return this.#kept.close();
  }
}

/** A channel whose failure is not the end of the program; whoever uses it hears of it by the call that failed. */
async function quietChannel(connection: ChannelModel): Promise<Channel> {
  const channel = await connection.createChannel();
  channel.on('error', () => undefined);
  return channel;
}

const refusal = (key: string, cause: unknown): TransportError =>
  /nacked/u.test(textOf(cause))
    ? new TransportError('TRN2005', `the broker did not take a message for ${key}`, { cause })
    : transportError('TRN2001', `no confirmation for ${key}`, cause);
