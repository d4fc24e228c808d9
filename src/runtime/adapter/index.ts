/*
 * The component adapter of IEC 61968-1: what stands between a component and any middleware adapter.
 */

export { asError, systemClock, wait, type Clock } from './policy/clock.js';
export { seededRandom } from './policy/seeded-random.js';
export { failureOf, type Failure, type FailureClass } from './policy/failure.js';
export { backOff, DEFAULT_RETRY, NO_RETRY, retry, type RetryPolicy, type RetryRun } from './policy/retry.js';
export { DuplicateFilter, type DuplicateOptions, type Reservation } from './policy/duplicates.js';
export { checkReplay, type ReplayOptions, type ReplayVerdict } from './policy/replay-check.js';
export { InFlight, OverloadError, type InFlightOptions } from './policy/in-flight.js';
export { DrainGate, DrainingError } from './policy/drain.js';
export { DeadLetters, type DeadLetter, type DeadLetterOptions } from './policy/dead-letter.js';
export {
  Correlations,
  ReplyTimeoutError,
  type CorrelationOptions,
  type PendingReply,
  type Settlement,
} from './policy/correlation.js';
export {
  dispositionOf,
  type Acknowledgement,
  type Disposition,
  type FailedDelivery,
} from './policy/acknowledgement.js';
export {
  StoreFullError,
  type MessageStore,
  type StoredEntry,
  type StoreSpace,
} from './store/message-store.js';
export { memoryStore, type MemoryStoreOptions } from './store/memory-store.js';
export { isRetryable, meaningOf, REPLY_CODE_GROUPS, REPLY_CODES, type ReplyCode } from './reply-code.js';
export { accept, type Accepted, type Compensation, type Handler } from './accepted.js';
export { failed, ok, partial, replyError, ReplyFailure, RequestFailedError, type Answer } from './answer.js';
export { auditLine, memoryAudit, type AuditRecord, type AuditVerdict, type MemoryAudit } from './audit.js';
export {
  componentAdapter,
  type AdapterHealth,
  type AdapterOptions,
  type ComponentAdapter,
  type ComponentDefinition,
} from './component-adapter.js';
export type { AdapterCounts } from './core.js';
export type { Exchange, ExchangePattern, ExchangeRetry, ExchangeSecurity } from './exchange.js';
export type {
  AdapterHooks,
  Admission,
  AdmissionRefusal,
  Authenticated,
  Logger,
  Sender,
  Subject,
  Telemetry,
} from './hooks.js';
export type { HandlerContext } from './handler-context.js';
export type { PayloadOf, Received, Sendable } from './received.js';
export { RejectedError } from './receive.js';
export {
  InvalidOutgoingError,
  InvalidReplyError,
  type LaterOptions,
  type SendOptions,
  type Sending,
} from './send.js';
