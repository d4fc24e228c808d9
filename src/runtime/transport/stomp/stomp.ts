import type { TransportCapabilities } from '../capabilities.js';
import type { ConnectOptions } from '../connect-within.js';
import type { DriverEvents, Receiver, TransportDriver } from '../driver.js';
import type { HeaderNames } from '../header-scheme.js';
import { KeptConnection } from '../kept-connection.js';
import type { MiddlewareAdapter } from '../middleware-adapter.js';
import { createMiddlewareAdapter } from '../middleware.js';
import type { TransportError } from '../transport-error.js';
import type { TransportOptions } from '../transport-options.js';
import { StompConnection } from './connection.js';
import { headerScheme, messageOf, sendHeaders } from './stomp-message.js';
import { StompReceiver } from './stomp-receiver.js';

export interface StompOptions extends TransportOptions, ConnectOptions {
  /** `stomp://host:61613`, or `stomp+ssl:`. */
  readonly url: string;
  readonly login?: string;
  readonly passcode?: string;
  /**
   * What a JMS consumer gets: a BytesMessage, or a TextMessage where the body allows it. Text with characters beyond
   * U+FFFF, or with NUL, is sent as bytes all the same: as text it would not arrive as it was.
   */
  readonly jmsMessage?: 'bytes' | 'text';
  /** Bytes of the largest body; 100 MB by default. */
  readonly maximumBody?: number;
  /** Milliseconds between heartbeats; 10,000 by default, 0 for none. */
  readonly heartbeat?: number;
  readonly headerNames?: HeaderNames;
  /** Options of `tls.connect` of Node. */
  readonly tls?: Readonly<Record<string, unknown>>;
}

const capabilities = (maximumBody: number): TransportCapabilities => ({
  publishSubscribe: true,
  durableSubscription: true,
  topicWildcards: true,
  storesMessages: true,
  survivesRestart: true,
  redelivery: 'adapter',
  deadLetters: true,
  redeliversAfterLoss: true,
  bodies: 'any',
  watch: false,
  maximumBody,
});

/** STOMP 1.2, as ActiveMQ speaks it with JMS on the other side. No client library is needed. */
export const createStompAdapter = (options: StompOptions): MiddlewareAdapter =>
  createMiddlewareAdapter(new StompDriver(options), options);

const MAXIMUM_BODY = 100 * 1024 * 1024;

class StompDriver implements TransportDriver {
  readonly name = 'stomp';
  readonly capabilities: TransportCapabilities;
  readonly #options: StompOptions;
  readonly #scheme;
  readonly #kept: KeptConnection<StompConnection>;
  readonly #receivers = new Set<StompReceiver>();
  readonly #durables = new Set<KeptConnection<StompConnection>>();
  #restoreInbox: ((connection: StompConnection) => Promise<void>) | undefined;

  constructor(options: StompOptions) {
    this.#options = options;
    this.capabilities = capabilities(options.maximumBody ?? MAXIMUM_BODY);
    this.#scheme = headerScheme(options.headerNames);
    this.#kept = new KeptConnection(options, {
      connect: (lost) => this.#connect(lost, {}),
      restore: async (connection) => {
        await this.#restoreInbox?.(connection);
        for (const receiver of this.#receivers) await receiver.open(connection);
      },
      close: (connection) => connection.close(),
    });
  }

  open(events: DriverEvents): Promise<void> {
    return this.#kept.open(events);
  }

  #connect(
    lost: (error: TransportError) => void,
    more: Readonly<Record<string, string>>,
  ): Promise<StompConnection> {
    const { url, login, passcode, tls, heartbeat = 10_000, maximumBody = MAXIMUM_BODY } = this.#options;
    const { protocol, hostname, port } = new URL(url);
    const isSecure = /ssl|tls|stomps/u.test(protocol);
    return StompConnection.open({
      host: hostname,
      port: Number(port === '' ? (isSecure ? 61614 : 61613) : port),
      tls: isSecure ? (tls ?? {}) : undefined,
      headers: {
        ...(login === undefined ? {} : { login }),
        ...(passcode === undefined ? {} : { passcode }),
        ...more,
      },
      heartbeat,
      maximumBody,
      lost,
    });
  }

  async send(...[target, message]: Parameters<TransportDriver['send']>): Promise<void> {
    const connection = this.#kept.current;
    const { jmsMessage = 'bytes' } = this.#options;
    await connection.demand('SEND', sendHeaders(target, message, this.#scheme, jmsMessage), message.body);
  }

  async receive(...[source, take]: Parameters<TransportDriver['receive']>): Promise<Receiver> {
    const receiver = new StompReceiver(source, take, this.#scheme);
    if (source.kind === 'topic' && source.durable !== undefined)
      return this.#receiveDurable(receiver, source.durable);
    await receiver.open(this.#kept.current);
    this.#receivers.add(receiver);
    return {
      stop: async () => receiver.stop(),
      close: async () => {
        this.#receivers.delete(receiver);
        await receiver.close();
      },
    };
  }

  /** A durable subscription of JMS belongs to a client id, and a connection has but one: it gets its own. */
  async #receiveDurable(receiver: StompReceiver, durable: string): Promise<Receiver> {
    const kept = new KeptConnection<StompConnection>(this.#options, {
      connect: (lost) => this.#connect(lost, { 'client-id': durable }),
      restore: (connection) => receiver.open(connection),
      close: (connection) => connection.close(),
    });
    this.#durables.add(kept);
    try {
      await kept.open({ connected: () => undefined, lost: () => undefined });
    } catch (error) {
      this.#durables.delete(kept);
      throw error;
    }
    return {
      stop: async () => receiver.stop(),
      close: async () => {
        this.#durables.delete(kept);
        await kept.close();
      },
    };
  }

  async openInbox(...[take]: Parameters<NonNullable<TransportDriver['openInbox']>>): Promise<string> {
    // The broker gives replies the name of a temporary queue of this connection.
    const inbox = `/temp-queue/inbox-${crypto.randomUUID()}`;
    const open = async (connection: StompConnection): Promise<void> => {
      await connection.subscribe({ destination: inbox, ack: 'auto' }, (frame) =>
        take(messageOf(frame, this.#scheme)),
      );
    };
    await open(this.#kept.current);
    this.#restoreInbox = open;
    return inbox;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#durables].map((kept) => kept.close()));
    await this.#kept.close();
  }
}
