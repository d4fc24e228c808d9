import { delayOf, wait } from './back-off.js';
import type { ConnectOptions } from './connect-within.js';
import { connectWithin, reconnectBackOff } from './connect-within.js';
import type { DriverEvents } from './driver.js';
import { TransportError, transportError } from './transport-error.js';

/** What the keeper knows of a connection of some client library. */
export interface Connecting<C> {
  /** Connects; calls `lost` once when that connection is gone. */
  connect(lost: (error: TransportError) => void): Promise<C>;
  /** Opens on a new connection what was open on the old one. */
  restore(connection: C): Promise<void>;
  close(connection: C): Promise<void>;
}

/** A connection that is made again, with back-off, for client libraries that do not do it. */
export class KeptConnection<C> {
  readonly #connecting: Connecting<C>;
  readonly #options: ConnectOptions;
  readonly #end = new AbortController();
  #current: C | undefined;
  #events: DriverEvents | undefined;

  constructor(options: ConnectOptions, connecting: Connecting<C>) {
    this.#options = options;
    this.#connecting = connecting;
  }

  async open(events: DriverEvents): Promise<void> {
    this.#events = events;
    await connectWithin(this.#options, () => this.#connect());
    events.connected();
  }

  /** The connection, or TRN2001 while there is none. */
  get current(): C {
    if (this.#current === undefined) throw new TransportError('TRN2001', 'there is no connection');
    return this.#current;
  }

  get isOpen(): boolean {
    return this.#current !== undefined;
  }

  isCurrent(connection: C): boolean {
    return this.#current === connection;
  }

  async close(): Promise<void> {
    this.#end.abort();
    const connection = this.#current;
    this.#current = undefined;
    if (connection !== undefined) await this.#connecting.close(connection);
  }

  async #connect(): Promise<void> {
    let isLost: TransportError | undefined;
    const made: { connection?: C } = {};
    const lost = (error: TransportError): void => {
      if (isLost !== undefined) return;
      isLost = error;
      if (made.connection === undefined || this.#current !== made.connection) return;
      this.#current = undefined;
      if (this.#end.signal.aborted) return;
      this.#events?.lost(error);
      void this.#reconnect();
    };
    const fresh = await this.#connecting.connect(lost);
    made.connection = fresh;
    if (this.#end.signal.aborted) return this.#connecting.close(fresh);
    try {
      await this.#connecting.restore(fresh);
    } catch (cause) {
      await this.#connecting.close(fresh).catch(() => undefined);
      throw transportError('TRN2001', 'cannot open again what was open', cause);
    }
    if (isLost !== undefined) throw isLost as TransportError;
    this.#current = fresh;
  }

  async #reconnect(): Promise<void> {
    const backOff = reconnectBackOff(this.#options);
    for (let attempt = 1; !this.#end.signal.aborted; attempt++) {
      await wait(delayOf(backOff, attempt), this.#end.signal);
      if (this.#end.signal.aborted) return;
      try {
        await this.#connect();
      } catch (cause) {
        this.#events?.lost(transportError('TRN2001', 'cannot connect again', cause));
        continue;
      }
      if (this.#current !== undefined) this.#events?.connected();
      return;
    }
  }
}
