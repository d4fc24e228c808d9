import type { EnvelopeEdition } from '../envelope/edition.js';
import type { Envelope } from '../envelope/envelope.js';
import type { Destinations } from '../transport/destinations.js';
import type { MiddlewareAdapter } from '../transport/middleware-adapter.js';
import type { AuditRecord } from './audit.js';
import type { Exchange } from './exchange.js';
import type { AdapterHooks } from './hooks.js';
import type { Clock } from './policy/clock.js';
import type { Correlations } from './policy/correlation.js';
import type { DeadLetters } from './policy/dead-letter.js';
import type { DrainGate } from './policy/drain.js';
import type { DuplicateFilter } from './policy/duplicates.js';
import type { InFlight } from './policy/in-flight.js';
import type { ReplayOptions } from './policy/replay-check.js';
import type { MessageStore } from './store/message-store.js';

/** What the parts of an adapter share. */
export interface AdapterCore {
  readonly component: string;
  /** Goes into the headers of what is sent. */
  readonly source: string;
  readonly middleware: MiddlewareAdapter;
  readonly destinations: Destinations;
  /** The component that takes an exchange which is sent. */
  readonly takerOf: (exchange: Exchange) => string | undefined;
  /** The first one is written where nothing else is asked for. */
  readonly editions: readonly [EnvelopeEdition, ...EnvelopeEdition[]];
  readonly reading: 'strict' | 'tolerant';
  readonly store: MessageStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly hooks: AdapterHooks;
  readonly duplicates: DuplicateFilter;
  readonly correlations: Correlations<Envelope>;
  readonly deadLetters: DeadLetters;
  readonly inFlight: InFlight;
  readonly drain: DrainGate;
  readonly replay: Omit<ReplayOptions, 'required'>;
  /** Milliseconds that handled messages and steps of handlers are remembered. */
  readonly keep: number;
  readonly isReplyAddress: (address: string, envelope: Envelope) => boolean;
  readonly counts: AdapterCounts;
  audit(record: AuditRecord): void;
}

/** How many messages an adapter has seen since it started. */
export interface AdapterCounts {
  received: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  refused: number;
  failed: number;
  sent: number;
  lastFailure: string | undefined;
}

/** No counts yet. */
export const noCounts = (): AdapterCounts => ({
  received: 0,
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  refused: 0,
  failed: 0,
  sent: 0,
  lastFailure: undefined,
});
