import type { BackOff } from './back-off.js';
import type { Destinations, DestinationTemplates } from './destinations.js';
import type { Delivery } from './middleware-adapter.js';
import type { TransportError } from './transport-error.js';

/** What becomes of deliveries whose handler rejects. */
export interface RedeliveryOptions extends Partial<BackOff> {
  /** How often a delivery is handed out before it goes to the dead letters; 5 by default. */
  readonly limit?: number;
}

/** Something that happened beside a call, for logs and metrics. */
export type TransportEvent =
  | { readonly kind: 'connected' | 'reconnected' | 'drained' }
  | { readonly kind: 'connection-lost'; readonly error: TransportError }
  | {
      readonly kind: 'rejected' | 'dead-lettered';
      readonly delivery: Delivery;
      readonly attempt: number;
      readonly error: unknown;
    }
  | { readonly kind: 'reply-not-sent'; readonly delivery: Delivery; readonly error: unknown }
  | { readonly kind: 'settlement-failed'; readonly delivery: Delivery; readonly error: unknown }
  | {
      /** Refused before anybody handled it: too large, too slow, not what is spoken here, not who may. */
      readonly kind: 'refused';
      readonly reason: string;
      readonly destination?: string | undefined;
      readonly address?: string | undefined;
    }
  | { readonly kind: 'unmatched-reply'; readonly correlationId: string | undefined };

/** Options of every transport. */
export interface TransportOptions {
  /** How the adapter is called in logs; the transport's name by default. */
  readonly name?: string;
  readonly destinations?: Destinations | DestinationTemplates;
  readonly redelivery?: RedeliveryOptions;
  /** Milliseconds that `send` and `publish` wait for a connection and for the confirmation; 30,000 by default. */
  readonly sendTimeout?: number;
  /** Whether a reply may go to an address that a delivery named. True by default among parties of one broker; never over HTTP. */
  readonly acceptsReplyTo?: (address: string, delivery: Delivery) => boolean;
  readonly onEvent?: (event: TransportEvent) => void;
}
