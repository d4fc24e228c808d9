import { checkDestination, hasWildcard } from './destinations.js';
import type { Receiver, Sending, Source, Target, TransportDriver } from './driver.js';
import type { TransportHealth, TransportState } from './health.js';
import { InHand } from './in-hand.js';
import type {
  DeliveryHandler,
  EventHandler,
  MiddlewareAdapter,
  RequestOptions,
  ServeOptions,
  SubscribeOptions,
  Subscription,
  TransportMessage,
} from './middleware-adapter.js';
import { cancelled, PendingReplies, timedOut } from './pending-replies.js';
import { checkProperties } from './property-names.js';
import { TransportError, transportError } from './transport-error.js';
import type { TransportOptions } from './transport-options.js';

/** The contract over a driver: everything that is the same for all transports. */
export const createMiddlewareAdapter = (
  driver: TransportDriver,
  options: TransportOptions = {},
): MiddlewareAdapter => new DrivenAdapter(driver, options);

const SEND_TIMEOUT = 30_000;
const DRAIN_TIMEOUT = 30_000;

class DrivenAdapter implements MiddlewareAdapter {
  readonly name: string;
  readonly capabilities;
  readonly #driver: TransportDriver;
  readonly #options: TransportOptions;
  readonly #pending = new PendingReplies();
  readonly #inHand: InHand;
  readonly #receivers = new Set<Receiver>();
  #state: TransportState = 'new';
  #started: Promise<void> | undefined;
  #drained: Promise<void> | undefined;
  #inbox: Promise<string> | undefined;
  /** Wakes those who wait for a connection, or for the end. */
  #wake: (() => void)[] = [];
  #exchanges = 0;
  #sent = 0;
  #unmatched = 0;
  #reconnections = 0;
  #lastError: TransportError | undefined;

  constructor(driver: TransportDriver, options: TransportOptions) {
    this.#driver = driver;
    this.#options = options;
    this.name = options.name ?? driver.name;
    this.capabilities = driver.capabilities;
    this.#inHand = new InHand(options, (destination, message) =>
      this.#deliver({ kind: 'queue', name: destination }, message),
    );
  }

  start(): Promise<void> {
    this.#started ??= this.#open();
    return this.#started;
  }

  async #open(): Promise<void> {
    if (this.#state !== 'new') throw this.#notOpen();
    this.#state = 'connecting';
    try {
      await this.#driver.open({
        connected: () => this.#connected(),
        lost: (error) => this.#lost(error),
      });
    } catch (cause) {
      this.#state = 'closed';
      throw this.#note(transportError('TRN2001', `cannot connect ${this.name}`, cause));
    }
    if (this.#state === 'connecting') this.#state = 'connected';
    this.#options.onEvent?.({ kind: 'connected' });
  }

  async send(destination: string, message: TransportMessage): Promise<void> {
    checkDestination(destination);
    await this.#deliver({ kind: 'queue', name: destination }, message);
  }

  async publish(topic: string, message: TransportMessage): Promise<void> {
    this.#require('publishSubscribe', 'publish events');
    checkDestination(topic);
    await this.#deliver({ kind: 'topic', name: topic }, message);
  }

  async request(
    destination: string,
    message: TransportMessage,
    options: RequestOptions,
  ): Promise<TransportMessage> {
    checkDestination(destination);
    this.#check(message);
    const target: Target = { kind: 'queue', name: destination };
    if (this.#driver.exchange !== undefined) return this.#exchange(target, message, options);
    const correlationId = message.correlationId ?? message.messageId ?? crypto.randomUUID();
    return this.#pending.expect(correlationId, options, async () => {
      const replyTo = await this.#openInbox();
      const timeToLive = message.timeToLive ?? options.timeout;
      await this.#deliver(target, { ...message, correlationId, replyTo, timeToLive });
    });
  }

  async #exchange(
    target: Target,
    message: TransportMessage,
    { timeout, signal }: RequestOptions,
  ): Promise<TransportMessage> {
    if (signal?.aborted === true) throw cancelled(signal);
    const stop = new AbortController();
    const cancel = (): void => stop.abort(cancelled(signal));
    const timer = setTimeout(() => stop.abort(timedOut(timeout)), timeout);
    signal?.addEventListener('abort', cancel, { once: true });
    this.#exchanges++;
    try {
      const reply = await this.#driver.exchange?.(target, message, stop.signal);
      if (reply === undefined) throw new TransportError('TRN1002', `${this.name} cannot send requests`);
      this.#sent++;
      return reply;
    } catch (cause) {
      const reason: unknown = stop.signal.aborted ? stop.signal.reason : cause;
      throw this.#note(transportError('TRN2005', `request to ${target.name}`, reason));
    } finally {
      this.#exchanges--;
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  #openInbox(): Promise<string> {
    if (this.#driver.openInbox === undefined)
      throw new TransportError('TRN1002', `${this.name} cannot take replies`);
    this.#inbox ??= this.#driver
      .openInbox((reply) => {
        if (this.#pending.settle(reply)) return;
        this.#unmatched++;
        this.#options.onEvent?.({ kind: 'unmatched-reply', correlationId: reply.correlationId });
      })
      .catch((cause: unknown) => {
        this.#inbox = undefined;
        throw transportError('TRN2001', 'cannot open the place for replies', cause);
      });
    return this.#inbox;
  }

  async serve(
    destination: string,
    handler: DeliveryHandler,
    { concurrency = 1 }: ServeOptions = {},
  ): Promise<Subscription> {
    checkDestination(destination);
    return this.#receive({ kind: 'queue', name: destination, concurrency }, handler);
  }

  async subscribe(
    topic: string,
    handler: EventHandler,
    { concurrency = 1, durable }: SubscribeOptions = {},
  ): Promise<Subscription> {
    this.#require('publishSubscribe', 'subscribe to events');
    if (durable !== undefined) {
      this.#require('durableSubscription', 'keep a subscription without its subscriber');
      checkDestination(durable);
    }
    checkDestination(topic);
    if (hasWildcard(topic)) this.#require('topicWildcards', 'subscribe to a pattern of topics');
    const source: Source = {
      kind: 'topic',
      name: topic,
      concurrency,
      ...(durable === undefined ? {} : { durable }),
    };
    return this.#receive(source, async (delivery) => {
      await handler(delivery);
      return undefined;
    });
  }

  async #receive(source: Source, handler: DeliveryHandler): Promise<Subscription> {
    if (this.#state !== 'connected' && this.#state !== 'reconnecting') throw this.#notOpen();
    const hand = this.#inHand.of(handler, source);
    let receiver: Receiver;
    try {
      receiver = await this.#driver.receive(source, (taken) => hand.take(taken));
    } catch (cause) {
      throw this.#note(transportError('TRN2005', `cannot take from ${source.name}`, cause));
    }
    this.#receivers.add(receiver);
    let stopped: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      await receiver.stop();
      await hand.empty();
      this.#receivers.delete(receiver);
      await receiver.close();
    };
    return { stop: () => (stopped ??= stop()) };
  }

  async watch(handler: Parameters<MiddlewareAdapter['watch']>[0]): Promise<Subscription> {
    this.#require('watch', 'show what passes');
    const receiver = await this.#driver.watch?.(handler);
    if (receiver === undefined) throw new TransportError('TRN1002', `${this.name} cannot show what passes`);
    this.#receivers.add(receiver);
    return {
      stop: async () => {
        if (this.#receivers.delete(receiver)) await receiver.close();
      },
    };
  }

  drain(timeout = DRAIN_TIMEOUT): Promise<void> {
    this.#drained ??= this.#drain(timeout);
    return this.#drained;
  }

  async #drain(timeout: number): Promise<void> {
    if (this.#state === 'new') {
      this.#state = 'closed';
      return;
    }
    await this.#started?.catch(() => undefined);
    if (this.#state === 'closed') return;
    this.#state = 'draining';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), timeout);
    });
    const receivers = [...this.#receivers];
    const finished = (async (): Promise<undefined> => {
      await Promise.allSettled(receivers.map((receiver) => receiver.stop()));
      await this.#inHand.empty();
      while (this.#pending.size + this.#exchanges > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await Promise.allSettled(receivers.map((receiver) => receiver.close()));
      return undefined;
    })();
    const outcome = await Promise.race([finished, late]);
    clearTimeout(timer);
    const left = this.#inHand.size;
    this.#state = 'closed';
    this.#inHand.end();
    for (const wake of this.#wake.splice(0)) wake();
    await Promise.race([
      this.#driver.close().catch(() => undefined),
      new Promise((r) => setTimeout(r, 5000)),
    ]);
    this.#options.onEvent?.({ kind: 'drained' });
    if (outcome === 'late')
      throw this.#note(
        new TransportError('TRN2006', `closed after ${timeout} ms with ${left} deliveries unfinished`),
      );
  }

  health(): TransportHealth {
    const { received, rejected, deadLettered, size } = this.#inHand;
    const { code, message } = this.#lastError ?? {};
    return {
      state: this.#state,
      healthy: this.#state === 'connected',
      subscriptions: this.#receivers.size,
      inHand: size,
      pendingReplies: this.#pending.size + this.#exchanges,
      sent: this.#sent,
      received,
      rejected,
      deadLettered,
      unmatchedReplies: this.#unmatched,
      reconnections: this.#reconnections,
      ...(code === undefined || message === undefined ? {} : { lastError: { code, message } }),
    };
  }

  /** Sends; where the connection is lost meanwhile, again over the next one, until the time is over. */
  async #deliver(target: Target, message: TransportMessage): Promise<void> {
    this.#check(message);
    if (this.#state === 'new' || this.#state === 'closed') throw this.#notOpen();
    const sending: Sending = {};
    try {
      await this.#driver.send(target, message, sending);
    } catch (cause) {
      await this.#deliverAgain(target, message, sending, cause);
    }
    this.#sent++;
  }

  async #deliverAgain(
    target: Target,
    message: TransportMessage,
    sending: Sending,
    first: unknown,
  ): Promise<void> {
    const deadline = Date.now() + (this.#options.sendTimeout ?? SEND_TIMEOUT);
    for (let cause = first; ;) {
      const error = transportError('TRN2005', `cannot send to ${target.name}`, cause);
      if (error.code !== 'TRN2001' || Date.now() >= deadline) throw this.#note(error);
      await this.#untilConnected(deadline);
      if (this.#state === 'closed') throw this.#notOpen();
      try {
        return await this.#driver.send(target, message, sending);
      } catch (again) {
        cause = again;
      }
    }
  }

  /** Waits for the next connection. A driver that fails before it told that the connection is lost gets a moment. */
  #untilConnected(deadline: number): Promise<void> {
    const most = this.#state === 'connected' ? 50 : deadline - Date.now();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#wake = this.#wake.filter((wake) => wake !== done);
        resolve();
      }, most);
      this.#wake.push(done);
    });
  }

  #connected(): void {
    if (this.#state === 'reconnecting') {
      this.#state = 'connected';
      this.#reconnections++;
      this.#options.onEvent?.({ kind: 'reconnected' });
    }
    for (const wake of this.#wake.splice(0)) wake();
  }

  #lost(error: TransportError): void {
    if (this.#state === 'closed') return;
    if (this.#state === 'connected') this.#state = 'reconnecting';
    this.#note(error);
    this.#options.onEvent?.({ kind: 'connection-lost', error });
  }

  #check(message: TransportMessage): void {
    checkProperties(message.properties);
    const { maximumBody } = this.capabilities;
    if (maximumBody !== undefined && message.body.length > maximumBody)
      throw new TransportError(
        'TRN3001',
        `a body of ${message.body.length} bytes is too large for ${this.name}, which takes ${maximumBody}`,
      );
  }

  #require(capability: keyof TransportDriver['capabilities'], what: string): void {
    if (this.capabilities[capability] !== true)
      throw new TransportError('TRN1002', `${this.name} cannot ${what}`);
  }

  #notOpen(): TransportError {
    const what = this.#state === 'new' ? 'is not started' : `is ${this.#state}`;
    return new TransportError('TRN1003', `${this.name} ${what}`);
  }

  #note(error: TransportError): TransportError {
    this.#lastError = error;
    return error;
  }
}
