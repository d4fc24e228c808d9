import type { Failure } from './failure.js';

/** When a message counts as received: when its handler has come to an end, or when it has arrived. */
export type Acknowledgement = 'after-handler' | 'on-receipt';

/** What is to become of a message whose handler has failed. */
export type Disposition =
  /** It is done with; the sender was told. */
  | 'acknowledge'
  /** It goes back to the transport, which delivers it again. */
  | 'redeliver'
  /** It is kept as a dead letter, and acknowledged. */
  | 'dead-letter';

/** What decides about a failed message. */
export interface FailedDelivery {
  readonly failure: Failure;
  /** The sender waits for an answer, and gets one that says what failed: trying again is the sender's decision. */
  readonly isAnswered: boolean;
  /** Deliveries so far, this one included. */
  readonly deliveries: number;
  readonly attempts: number;
}

/** What becomes of a message whose handler has failed for good or for now. */
export function dispositionOf({ failure, isAnswered, deliveries, attempts }: FailedDelivery): Disposition {
  if (isAnswered) return 'acknowledge';
  return failure.isRetriable && deliveries < attempts ? 'redeliver' : 'dead-letter';
}
