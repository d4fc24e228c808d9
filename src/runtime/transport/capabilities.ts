/** What a transport can do. What it cannot is refused with TRN1002, never imitated in silence. */
export interface TransportCapabilities {
  /** `publish` and `subscribe`. */
  readonly publishSubscribe: boolean;
  /** Subscriptions that outlive their connection. */
  readonly durableSubscription: boolean;
  /** `*` and `>` in a topic that is subscribed. */
  readonly topicWildcards: boolean;
  /** Whether a message waits at the middleware for somebody to serve its destination; otherwise `send` fails with TRN2004. */
  readonly storesMessages: boolean;
  /** Whether what waits survives the middleware's sudden end. */
  readonly survivesRestart: boolean;
  /**
   * Who hands out again what a handler rejected: the `broker` (perhaps to another consumer), the `adapter` (to the same
   * handler, the message not acknowledged meanwhile), or the `sender`, whose `send` fails.
   */
  readonly redelivery: 'broker' | 'adapter' | 'sender';
  /** Whether a message that was rejected too often is kept. */
  readonly deadLetters: boolean;
  /** Whether a delivery is handed out again where the connection or the consumer was lost before it was acknowledged. */
  readonly redeliversAfterLoss: boolean;
  /** What a body may be: `any` bytes, or an element of `xml`, of which declaration and encoding are not kept. */
  readonly bodies: 'any' | 'xml';
  /** `watch`. */
  readonly watch: boolean;
  /** Bytes of the largest body, where the transport itself has a limit. */
  readonly maximumBody?: number;
}
