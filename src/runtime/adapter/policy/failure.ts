import { isRetryable, REPLY_CODES } from '../reply-code.js';

/** Whose fault a failure is, and with that whether trying again can help. */
export type FailureClass =
  /** The message is wrong: it does not validate, or cannot be transformed. The same message fails again. */
  | 'message'
  /** The sender is wrong: refused, not authorised, 4xx. The same message fails again. */
  | 'client'
  /** The other side is in trouble: 5xx, a lost connection. */
  | 'server'
  /** The other side has too much to do: 429, code 3.2 or 5.1. */
  | 'overload'
  /** No answer in time. */
  | 'timeout';

/** A failure, judged. */
export interface Failure {
  readonly kind: FailureClass;
  /** Whether the same message may succeed later. */
  readonly isRetriable: boolean;
  readonly reason: string;
}

/**
 * Judges what was thrown, by what it says of itself: `retriable` (errors of transports), `status` (HTTP), `code` (reply
 * codes of IEC 61968-9, annex B), its name. What says nothing is the fault of the server: a handler that fails for reasons
 * of its own may succeed later.
 */
export function failureOf(thrown: unknown): Failure {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const kind = kindOf(thrown);
  const claim = property(thrown, 'retriable');
  const isRetriable = typeof claim === 'boolean' ? claim : kind !== 'message' && kind !== 'client';
  return { kind, isRetriable, reason };
}

function kindOf(thrown: unknown): FailureClass {
  const status = property(thrown, 'status') ?? property(thrown, 'statusCode');
  if (typeof status === 'number' && status >= 400) return kindOfStatus(status);
  const code = property(thrown, 'code');
  if (typeof code === 'string' && Object.hasOwn(REPLY_CODES, code)) return kindOfReplyCode(code);
  switch (thrown instanceof Error ? thrown.name : '') {
    case 'TimeoutError':
      return 'timeout';
    case 'InvalidMessageError':
      return 'message';
  }
  if (code === 'timeout') return 'timeout';
  return property(thrown, 'retriable') === false ? 'client' : 'server';
}

function kindOfStatus(status: number): FailureClass {
  if (status === 408 || status === 504) return 'timeout';
  if (status === 429) return 'overload';
  return status < 500 ? 'client' : 'server';
}

/** Groups of annex B: 1 to 3 are about the message, 4 about time, 5 about the application, 6 and 7 about rules and rights. */
function kindOfReplyCode(code: string): FailureClass {
  if (code === '3.2' || code === '5.1') return 'overload';
  if (code.startsWith('4.')) return 'timeout';
  if (isRetryable(code)) return 'server';
  return /^[123]\./u.test(code) ? 'message' : 'client';
}

function property(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
}
