import type { Receiver, Source, Taken } from '../driver.js';
import type { HeaderScheme } from '../header-scheme.js';
import { TransportError } from '../transport-error.js';
import type { StompConnection } from './connection.js';
import type { Frame } from './frame.js';
import { destinationName, messageOf, wireName } from './stomp-message.js';

/** A subscription whose deliveries are acknowledged one by one. */
export class StompReceiver implements Receiver {
  readonly #source: Source;
  readonly #take: (taken: Taken) => void;
  readonly #scheme: HeaderScheme;
  #connection: StompConnection | undefined;
  #id = '';
  #isStopped = false;

  constructor(source: Source, take: (taken: Taken) => void, scheme: HeaderScheme) {
    this.#source = source;
    this.#take = take;
    this.#scheme = scheme;
  }

  async open(connection: StompConnection): Promise<void> {
    if (this.#isStopped) return;
    const { concurrency, durable } = this.#source;
    this.#connection = connection;
    this.#id = await connection.subscribe(
      {
        destination: wireName(this.#source),
        ack: 'client-individual',
        'activemq.prefetchSize': String(concurrency),
        ...(durable === undefined ? {} : { 'activemq.subscriptionName': durable }),
      },
      (frame) => this.#arrive(connection, frame),
    );
  }

  /** The subscription stays until what is in hand is acknowledged: the broker would hand that out again. */
  async stop(): Promise<void> {
    this.#isStopped = true;
  }

  async close(): Promise<void> {
    this.#isStopped = true;
    await this.#connection?.unsubscribe(this.#id).catch(() => undefined);
    this.#connection = undefined;
  }

  #arrive(connection: StompConnection, frame: Frame): void {
    // Not taken, not acknowledged: it goes back when the subscription ends.
    if (this.#isStopped) return;
    const { ack = '', destination = '', redelivered } = frame.headers;
    const isGone = (): boolean => this.#connection !== connection;
    this.#take({
      delivery: {
        ...messageOf(frame, this.#scheme),
        destination: destinationName(destination),
        redelivered: redelivered === 'true',
        ...(redelivered === 'true' ? {} : { deliveryCount: 1 }),
      },
      isGone,
      accept: async () => {
        if (isGone()) throw new TransportError('TRN2001', 'the connection is gone');
        connection.tell('ACK', { id: ack });
      },
    });
  }
}
