import type { TransportCapabilities } from './capabilities.js';
import type { Delivery, TransportMessage } from './middleware-adapter.js';
import type { TransportError } from './transport-error.js';

/** Where a message goes, in the names of the contract; a driver makes names of its middleware of it. */
export interface Target {
  readonly kind: 'queue' | 'topic';
  readonly name: string;
}

/** One call of `send` or `publish`: the same object when the driver is asked again because the connection was lost. */
export interface Sending {
  /** An id by which the middleware may know the repetition; the driver's own. */
  id?: string;
}

/** Where messages come from. */
export interface Source extends Target {
  /** At most so many deliveries may be unsettled at a time. */
  readonly concurrency: number;
  readonly durable?: string;
}

/** A delivery, and what may become of it. Exactly one of the three is called, once. */
export interface Taken {
  readonly delivery: Delivery;
  /** Acknowledges it. The reply is for transports that answer on the same connection; others get it by `send` before. */
  accept(reply?: TransportMessage): Promise<void>;
  /** Whether the connection by which it came is lost: the middleware hands it out again by itself. */
  readonly isGone?: () => boolean;
  /** Gives it back to the middleware, which hands it out again; absent where the middleware cannot. */
  readonly release?: (delay: number) => Promise<void>;
  /** Sends it to the dead letters; absent where the adapter does that itself, by sending. */
  readonly reject?: (reason: string) => Promise<void>;
}

/** An open source. */
export interface Receiver {
  /** Takes no more. What was handed out can still be settled. */
  stop(): Promise<void>;
  /** Ends it once all is settled. */
  close(): Promise<void>;
}

/** What a driver tells while it lives. */
export interface DriverEvents {
  /** Messages can be sent again, and every receiver is open again. */
  connected(): void;
  /** Nothing can be sent until `connected`. */
  lost(error: TransportError): void;
}

/**
 * What is peculiar to one middleware. Life cycle, replies, redelivery, dead letters, waiting out a lost connection and counting
 * are not: `createMiddlewareAdapter` does them for all. Failures are `TransportError`s; TRN2001 means that the
 * connection was lost, and the same call is made again when `connected` was told.
 */
export interface TransportDriver {
  readonly name: string;
  readonly capabilities: TransportCapabilities;
  /** Connects once. A driver reconnects by itself afterwards, with back-off. */
  open(events: DriverEvents): Promise<void>;
  /** Resolves when the middleware has confirmed the message. */
  send(target: Target, message: TransportMessage, sending: Sending): Promise<void>;
  receive(source: Source, take: (taken: Taken) => void): Promise<Receiver>;
  /** Opens the place where replies to this adapter arrive, and returns its address. Called once, before the first request. */
  openInbox?(take: (reply: TransportMessage) => void): Promise<string>;
  /** Sends a request whose reply comes back by the same way; where present, there is no inbox. */
  exchange?(target: Target, message: TransportMessage, signal: AbortSignal): Promise<TransportMessage>;
  watch?(take: (delivery: Delivery) => void): Promise<Receiver>;
  close(): Promise<void>;
}
