import type { TransportCapabilities } from './capabilities.js';
import type { TransportHealth } from './health.js';

/** What travels: bytes, and properties beside them. A transport never looks into the bytes. */
export interface TransportMessage {
  readonly body: Uint8Array;
  /** A media type, `application/xml` where a peer named none. */
  readonly contentType: string;
  /**
   * verb, noun, traceparent, soapAction, authorization, … Names are letters, digits, `-`, `_` and `.`; values are any
   * text, whatever the transport's own headers allow. Which header carries which property is configuration.
   */
  readonly properties: Readonly<Record<string, string>>;
  readonly messageId?: string;
  readonly correlationId?: string;
  /** A destination, or an address as a delivery brought it. */
  readonly replyTo?: string;
  /** 0 to 9 as in JMS, 4 where nothing is said. */
  readonly priority?: number;
  /** Milliseconds after which nobody wants the message any more. */
  readonly timeToLive?: number;
}

/** Who sent a message, as far as the connection proves it. */
export interface PeerIdentity {
  /** Subject of the client's certificate, as RFC 4514 writes it. */
  readonly certificateSubject?: string;
  /** SHA-256 of the certificate, in hexadecimal digits. */
  readonly certificateFingerprint?: string;
  /** The user whom the middleware vouches for. */
  readonly user?: string;
  /** Network address of the other side. */
  readonly address?: string;
  /** The connection is encrypted. */
  readonly encrypted?: boolean;
  /** Names that the message proved to its transport besides, and by what: a user name token, a signature in the header. */
  readonly proofs?: readonly PeerProof[];
}

/** A name that a message proves to come from. */
export interface PeerProof {
  readonly name: string;
  readonly mechanism: string;
}

/** A message as it arrives. */
export interface Delivery extends TransportMessage {
  /** The destination or topic to which it was sent: with a wildcard subscription not the one subscribed. */
  readonly destination: string;
  /** True where somebody may have seen it before. False proves nothing: a lost acknowledgement is not known to everybody. */
  readonly redelivered: boolean;
  /** How often it was handed out, from 1, where the transport counts. */
  readonly deliveryCount?: number;
  readonly peer?: PeerIdentity;
}

/**
 * Takes one delivery. It resolves: the delivery is acknowledged, and the result, if any, goes to `replyTo`. It rejects: the
 * delivery comes again after a while, and goes to the dead letters once the limit is reached, or at once where
 * the error has a property `retriable` that is false.
 */
export type DeliveryHandler = (delivery: Delivery) => Promise<TransportMessage | undefined>;

/** Takes one event. Resolving and rejecting mean what they mean for `DeliveryHandler`. */
export type EventHandler = (delivery: Delivery) => Promise<void>;

export interface RequestOptions {
  /** Milliseconds to wait for the reply. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

export interface ServeOptions {
  /** How many deliveries are in hand at the same time; 1 by default, which keeps the order. */
  readonly concurrency?: number;
}

export interface SubscribeOptions extends ServeOptions {
  /** Name of a subscription that outlives the connection. Subscribers of one name share its events. */
  readonly durable?: string;
}

/** What `serve` and `subscribe` return. */
export interface Subscription {
  /** Takes no more, and resolves when what is in hand is finished. A durable subscription stays at the broker. */
  stop(): Promise<void>;
}

/**
 * Connects the message model to one middleware (IEC 61968-1: the middleware adapter). One contract for every transport; what
 * a transport cannot do stands in `capabilities`, and is refused with TRN1002. Every failure is a `TransportError`.
 */
export interface MiddlewareAdapter {
  readonly name: string;
  readonly capabilities: TransportCapabilities;
  /** Connects. Resolves when messages can be sent. */
  start(): Promise<void>;
  /** Resolves when the middleware has the message (confirmed); sends again over a new connection where one is lost meanwhile. */
  send(destination: string, message: TransportMessage): Promise<void>;
  /** Sends, and resolves with the reply. A reply belongs to the request with its correlation, or to nobody. */
  request(destination: string, message: TransportMessage, options: RequestOptions): Promise<TransportMessage>;
  /** Resolves when the middleware has the event, whether or not anybody has subscribed. */
  publish(topic: string, message: TransportMessage): Promise<void>;
  /** Takes what was sent to a destination; those who serve the same one share its messages (competing consumers). */
  serve(destination: string, handler: DeliveryHandler, options?: ServeOptions): Promise<Subscription>;
  /** Takes what is published to a topic. `*` stands for one word between dots, `>` at the end for all that follow. */
  subscribe(topic: string, handler: EventHandler, options?: SubscribeOptions): Promise<Subscription>;
  /** Sees copies of what passes, where `capabilities.watch` says so, and takes nothing away. */
  watch(handler: (delivery: Delivery) => void): Promise<Subscription>;
  /** Stops taking, finishes what is in hand, closes. Rejects with TRN2006, closed all the same, after `timeout` milliseconds. */
  drain(timeout?: number): Promise<void>;
  health(): TransportHealth;
}
