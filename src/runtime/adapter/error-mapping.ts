import type { ReplyError } from '../envelope/reply.js';
import type { Issue } from '../issue/issue.js';
import { replyError, ReplyFailure } from './answer.js';
import { failureOf } from './policy/failure.js';
import { REPLY_CODES } from './reply-code.js';

/** No more errors than this go into a reply. */
const MOST_ERRORS = 20;

/** Issues of a message as errors of the reply: what is wrong, and where. */
export function errorsOfIssues(issues: readonly Issue[], code = '1.8'): readonly ReplyError[] {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const told = errors.slice(0, MOST_ERRORS).map(({ message, path, rule, line, column }) =>
    replyError(code, {
      reason: message,
      details: line > 0 ? `${rule}, line ${line}, column ${column}` : rule,
      xpath: path === '' ? undefined : path,
    }),
  );
  if (errors.length <= MOST_ERRORS) return told.length > 0 ? told : [replyError(code)];
  return [
    ...told,
    replyError(code, { level: 'WARNING', reason: `${errors.length - MOST_ERRORS} more errors of this kind` }),
  ];
}

/** What the sender is told of something that was thrown: no more than a code says, unless a handler said more on purpose. */
export function errorsOfFailure(thrown: unknown): readonly ReplyError[] {
  if (thrown instanceof ReplyFailure) return thrown.errors;
  const code = codeOf(thrown);
  if (code !== undefined && Object.hasOwn(REPLY_CODES, code)) {
    const reason = code.startsWith('7.') && thrown instanceof Error ? thrown.message : undefined;
    return [replyError(code, { reason })];
  }
  switch (failureOf(thrown).kind) {
    case 'message':
      return [replyError('1.8')];
    case 'overload':
      return [replyError('5.1')];
    case 'timeout':
      return [replyError('4.1')];
    case 'client':
    case 'server':
      return [replyError('5.3')];
  }
}

function codeOf(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}
