import type { EmbeddedElement } from '../envelope/embedded-element.js';
import type { ObjectId } from '../envelope/object-id.js';
import type { ReplyError } from '../envelope/reply.js';
import { isRetryable, meaningOf } from './reply-code.js';

/** What a handler answers. */
export interface Answer<Result = unknown> {
  readonly result: 'OK' | 'PARTIAL' | 'FAILED';
  readonly payload?: Result | undefined;
  readonly errors: readonly ReplyError[];
  readonly ids?: readonly ObjectId[] | undefined;
  /** Elements beside the payload, in order. */
  readonly elements?: readonly EmbeddedElement[] | undefined;
}

/** What was asked for was done. */
export const ok = <Result>(payload?: Result, ids?: readonly ObjectId[]): Answer<Result> => ({
  result: 'OK',
  payload,
  errors: [],
  ids,
});

/** Part of what was asked for was done; the errors say what was not. */
export const partial = <Result>(
  payload: Result | undefined,
  errors: readonly ReplyError[],
  ids?: readonly ObjectId[],
): Answer<Result> => ({
  result: 'PARTIAL',
  payload,
  errors: errors.length > 0 ? errors : [replyError('0.2', { level: 'WARNING' })],
  ids,
});

/** Nothing of what was asked for was done. */
export const failed = (...errors: readonly ReplyError[]): Answer<never> => ({
  result: 'FAILED',
  errors: errors.length > 0 ? errors : [replyError('5.3')],
});

/** An error of a reply, with what the code means where no reason is given. */
export function replyError(code: string, more: Omit<ReplyError, 'code'> = {}): ReplyError {
  const { level = 'FATAL', reason = meaningOf(code), ...rest } = more;
  return { code, level, reason, ...rest };
}

/** What a handler throws to answer FAILED: the errors go into the reply. */
export class ReplyFailure extends Error {
  /** Code of the first error. */
  readonly code: string;
  readonly errors: readonly ReplyError[];
  readonly retriable: boolean;

  constructor(first: ReplyError | string, ...others: readonly ReplyError[]) {
    const error = typeof first === 'string' ? replyError(first) : first;
    super(error.reason ?? error.code);
    this.name = 'ReplyFailure';
    this.code = error.code;
    this.errors = [error, ...others];
    this.retriable = isRetryable(error.code);
  }
}

/** The other side has answered FAILED. */
export class RequestFailedError extends ReplyFailure {
  constructor(subject: string, errors: readonly ReplyError[]) {
    const [first = replyError('5.3'), ...others] = errors;
    super(first, ...others);
    this.name = 'RequestFailedError';
    this.message = `${subject} failed: ${this.errors
      .map(({ code, reason, xpath }) => [code, reason, xpath].filter((part) => part !== undefined).join(' '))
      .join('; ')}`;
  }
}
