import type { TransportErrorCode } from './transport-error.js';

/** Where an adapter is in its life. */
export type TransportState = 'new' | 'connecting' | 'connected' | 'reconnecting' | 'draining' | 'closed';

/** How an adapter fares; counters from its start. */
export interface TransportHealth {
  readonly state: TransportState;
  /** Whether a message sent now would leave at once. */
  readonly healthy: boolean;
  readonly subscriptions: number;
  /** Deliveries whose handler has not finished. */
  readonly inHand: number;
  /** Requests without reply so far. */
  readonly pendingReplies: number;
  readonly sent: number;
  readonly received: number;
  readonly rejected: number;
  readonly deadLettered: number;
  /** Replies that nobody waited for: too late, or forged. */
  readonly unmatchedReplies: number;
  readonly reconnections: number;
  readonly lastError?: { readonly code: TransportErrorCode; readonly message: string };
}
