import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { TransportError, transportError } from '../transport-error.js';
import type { Frame } from './frame.js';
import { FrameReader, frameHead } from './frame.js';

export interface StompConnectOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: Readonly<Record<string, unknown>> | undefined;
  /** Headers of CONNECT. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds between heartbeats, both ways. */
  readonly heartbeat: number;
  readonly maximumBody: number;
  readonly lost: (error: TransportError) => void;
}

const WITHIN = 10_000;

/** One connection to a STOMP broker: frames out, receipts and messages in. Does not reconnect. */
export class StompConnection {
  readonly #socket: Socket;
  readonly #receipts = new Map<string, { resolve: () => void; reject: (error: TransportError) => void }>();
  readonly #subscriptions = new Map<string, (frame: Frame) => void>();
  readonly #lost: (error: TransportError) => void;
  #connected: ((error?: TransportError) => void) | undefined;
  #lastReceipt = 0;
  #lastSubscription = 0;
  #lastRead = Date.now();
  #lastWrite = Date.now();
  #clock: ReturnType<typeof setInterval> | undefined;
  #failure: TransportError | undefined;

  static open(options: StompConnectOptions): Promise<StompConnection> {
    return new Promise((resolve, reject) => {
      const connection: StompConnection = new StompConnection(options, (error) => {
        clearTimeout(timer);
        if (error === undefined) resolve(connection);
        else reject(error);
      });
      const timer = setTimeout(
        () => connection.#fail(new TransportError('TRN2001', `no answer to CONNECT within ${WITHIN} ms`)),
        WITHIN,
      );
    });
  }

  private constructor(
    { host, port, tls, headers, heartbeat, maximumBody, lost }: StompConnectOptions,
    connected: (error?: TransportError) => void,
  ) {
    this.#lost = lost;
    this.#connected = connected;
    const begin = (): void => {
      const hello = { 'accept-version': '1.2', host, 'heart-beat': `${heartbeat},${heartbeat}`, ...headers };
      this.#write('CONNECT', hello);
    };
    const socket =
      tls === undefined
        ? connectTcp({ host, port, noDelay: true }, begin)
        : connectTls({ host, port, servername: host, ...tls } satisfies ConnectionOptions, begin);
    socket.setNoDelay(true);
    this.#socket = socket;
    const reader = new FrameReader({ head: 1 << 20, body: maximumBody }, (frame) =>
      this.#arrive(frame, heartbeat),
    );
    socket.on('data', (chunk: Buffer) => {
      this.#lastRead = Date.now();
      try {
        reader.push(chunk);
      } catch (cause) {
        this.#fail(transportError('TRN2001', 'cannot read what the broker sent', cause));
      }
    });
    socket.on('error', (error) => this.#fail(transportError('TRN2001', 'connection lost', error)));
    socket.on('close', () => this.#fail(new TransportError('TRN2001', 'connection closed by the broker')));
  }

  /** Sends a frame, and resolves when the broker has dealt with it (RECEIPT). */
  demand(command: string, headers: Record<string, string>, body?: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      const receipt = String(++this.#lastReceipt);
      headers['receipt'] = receipt;
      this.#receipts.set(receipt, { resolve, reject });
      this.#write(command, headers, body);
    });
  }

  /** Sends a frame that nobody waits for. */
  tell(command: string, headers: Record<string, string>): void {
    if (this.#failure === undefined) this.#write(command, headers);
  }

  /** Subscribes; resolves with the id of the subscription. */
  async subscribe(headers: Readonly<Record<string, string>>, take: (frame: Frame) => void): Promise<string> {
    const id = String(++this.#lastSubscription);
    this.#subscriptions.set(id, take);
    await this.demand('SUBSCRIBE', { ...headers, id });
    return id;
  }

  async unsubscribe(id: string): Promise<void> {
    this.#subscriptions.delete(id);
    await this.demand('UNSUBSCRIBE', { id });
  }

  async close(): Promise<void> {
    if (this.#failure === undefined) {
      const gone = this.demand('DISCONNECT', {}).catch(() => undefined);
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 2000))]);
    }
    this.#fail(new TransportError('TRN1003', 'the connection is closed'));
  }

  #write(command: string, headers: Readonly<Record<string, string>>, body?: Uint8Array): void {
    this.#lastWrite = Date.now();
    const head = frameHead(command, headers);
    if (body === undefined) {
      this.#socket.write(`${head}\0`);
      return;
    }
    this.#socket.cork();
    this.#socket.write(head);
    this.#socket.write(body);
    this.#socket.write('\0');
    this.#socket.uncork();
  }

  #arrive(frame: Frame, heartbeat: number): void {
    switch (frame.command) {
      case 'MESSAGE':
        this.#subscriptions.get(frame.headers['subscription'] ?? '')?.(frame);
        return;
      case 'RECEIPT':
        this.#settle(frame.headers['receipt-id'])?.resolve();
        return;
      case 'CONNECTED':
        this.#keepAlive(frame.headers['heart-beat'] ?? '0,0', heartbeat);
        this.#connected?.();
        this.#connected = undefined;
        return;
      case 'ERROR':
        return this.#refused(frame);
    }
  }

  /** An ERROR belongs to the frame whose receipt it names; otherwise the connection is at its end. */
  #refused({ headers, body }: Frame): void {
    const text = headers['message'] ?? body.toString('utf8', 0, 500).trim();
    const waiting = this.#settle(headers['receipt-id']);
    if (waiting !== undefined)
      waiting.reject(new TransportError('TRN2005', `refused by the broker: ${text}`));
    else this.#fail(new TransportError('TRN2001', `the broker ended the connection: ${text}`));
  }

  #settle(
    receipt: string | undefined,
  ): { resolve: () => void; reject: (error: TransportError) => void } | undefined {
    const waiting = this.#receipts.get(receipt ?? '');
    this.#receipts.delete(receipt ?? '');
    return waiting;
  }

  #keepAlive(answer: string, mine: number): void {
    const [theirs = 0, wanted = 0] = answer.split(',').map(Number);
    const send = mine > 0 && wanted > 0 ? Math.max(mine, wanted) : 0;
    const expect = mine > 0 && theirs > 0 ? Math.max(mine, theirs) : 0;
    const turn = Math.min(send || Infinity, expect || Infinity) / 3;
    if (!Number.isFinite(turn)) return;
    this.#clock = setInterval(() => {
      const now = Date.now();
      if (send > 0 && now - this.#lastWrite > send / 2) {
        this.#lastWrite = now;
        this.#socket.write('\n');
      }
      if (expect > 0 && now - this.#lastRead > expect * 3)
        this.#fail(new TransportError('TRN2001', 'the broker gives no sign of life'));
    }, turn);
  }

  #fail(error: TransportError): void {
    if (this.#failure !== undefined) return;
    this.#failure = error;
    clearInterval(this.#clock);
    this.#socket.destroy();
    for (const { reject } of this.#receipts.values())
      reject(
        new TransportError('TRN2001', 'the connection was lost before the broker answered', { cause: error }),
      );
    this.#receipts.clear();
    this.#subscriptions.clear();
    if (this.#connected === undefined) this.#lost(error);
    else this.#connected(error);
    this.#connected = undefined;
  }
}
