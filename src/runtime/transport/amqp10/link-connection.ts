import { Socket } from 'node:net';
import type * as Rhea from 'rhea';
import type { Connection, ConnectionOptions, EventContext, Message, Receiver, ReceiverOptions } from 'rhea';
import { textOf, TransportError } from '../transport-error.js';
import { SendingLink } from './sending-link.js';

/** What the adapter needs of the client library. */
export type RheaLibrary = Pick<typeof Rhea, 'create_container' | 'message'>;

const WITHIN = 10_000;
const MOST_LINKS = 200;

/** One connection with its links. Whatever the broker ends (link, session) takes the connection with it, and is opened again. */
export class LinkConnection {
  readonly #connection: Connection;
  readonly #links = new Map<string, SendingLink>();
  readonly #lost: (error: TransportError) => void;
  #failure: TransportError | undefined;

  static open(
    library: RheaLibrary,
    options: ConnectionOptions,
    lost: (error: TransportError) => void,
  ): Promise<LinkConnection> {
    return new Promise((resolve, reject) => {
      // A container of its own: events of one connection are nobody else's.
      const connection = library.create_container().connect({ ...options, reconnect: false });
      const opened: LinkConnection = new LinkConnection(connection, (error) => {
        clearTimeout(timer);
        reject(error);
        lost(error);
      });
      const timer = setTimeout(() => opened.fail(`no answer within ${WITHIN} ms`), WITHIN);
      connection.once('connection_open', () => {
        clearTimeout(timer);
        resolve(opened);
      });
    });
  }

  private constructor(connection: Connection, lost: (error: TransportError) => void) {
    this.#connection = connection;
    this.#lost = lost;
    for (const event of [
      'connection_error',
      'connection_close',
      'session_error',
      'session_close',
      'sender_error',
    ])
      connection.on(event, (context: EventContext) => this.fail(reasonOf(event, context)));
    for (const event of ['receiver_error', 'error', 'protocol_error', 'disconnected'])
      connection.on(event, (context: EventContext | Error) =>
        this.fail(context instanceof Error ? context.message : reasonOf(event, context)),
      );
  }

  send(address: string, message: Message): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    let link = this.#links.get(address);
    if (link === undefined) {
      this.#closeIdle();
      link = new SendingLink(this.#connection.open_sender({ target: { address, durable: 2 } }));
      this.#links.set(address, link);
    }
    return link.send(message);
  }

  /** Addresses of replies come and go: links that nobody uses go with them. */
  #closeIdle(): void {
    if (this.#links.size < MOST_LINKS) return;
    for (const [address, link] of this.#links)
      if (link.isIdle) {
        link.close();
        this.#links.delete(address);
        if (this.#links.size < MOST_LINKS / 2) return;
      }
  }

  receive(options: ReceiverOptions, take: (context: EventContext) => void): Promise<Receiver> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      const receiver = this.#connection.open_receiver({ ...options, credit_window: 0 });
      receiver.on('message', take);
      receiver.once('receiver_open', () => resolve(receiver));
      this.#connection.once('disconnected', () => reject(new TransportError('TRN2001', 'connection lost')));
    });
  }

  async close(): Promise<void> {
    if (this.#failure !== undefined) return;
    const closed = new Promise<void>((resolve) => {
      this.#connection.once('connection_close', () => resolve());
      this.#connection.once('disconnected', () => resolve());
    });
    this.#failure = new TransportError('TRN1003', 'the connection is closed');
    this.#connection.close();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 2000))]);
  }

  fail(reason: string): void {
    if (this.#failure !== undefined) return;
    const error = new TransportError('TRN2001', `connection lost: ${reason}`);
    this.#failure = error;
    for (const link of this.#links.values()) link.fail(error);
    this.#links.clear();
    this.#connection.close();
    // What does not answer is not waited for.
    const socket: unknown = this.#connection['socket'];
    setTimeout(() => socket instanceof Socket && socket.destroy(), 200);
    this.#lost(error);
  }
}

const reasonOf = (event: string, { error, connection, session }: EventContext): string => {
  const cause: unknown = error ?? connection?.error ?? session?.error;
  return cause === undefined ? event : `${event}: ${describe(cause)}`;
};

const describe = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'description' in cause
    ? String(cause.description)
    : textOf(cause);
