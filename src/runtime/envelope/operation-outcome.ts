import type { OperationSet } from './operation-set.js';
import type { Payload } from './payload.js';
import type { Reply, ReplyError, ReplyResult } from './reply.js';

/** How one operation of a set went. */
export interface OperationOutcome {
  readonly operationId: string;
  readonly result: ReplyResult;
  readonly errors: readonly ReplyError[];
}

/**
 * How each operation of a set went, from the answer. Replies of the operations themselves (second edition) come first; then
 * errors that name an operation: it failed, unless they only inform or warn. What nobody mentions went as the whole.
 */
export function operationOutcomes(
  set: OperationSet,
  { reply, payload }: { readonly reply: Reply; readonly payload?: Pick<Payload, 'operationSet'> | undefined },
): readonly OperationOutcome[] {
  const own = new Map(
    (payload?.operationSet?.operations ?? []).flatMap((one) =>
      one.reply === undefined ? [] : [[one.operationId, one.reply] as const],
    ),
  );
  const failed = (errors: readonly ReplyError[]): boolean =>
    errors.some(({ level }) => level !== 'INFORM' && level !== 'WARNING');
  return set.operations.map(({ operationId }) => {
    const told = own.get(operationId);
    if (told !== undefined) return { operationId, result: told.result, errors: told.errors ?? [] };
    const errors = (reply.errors ?? []).filter((error) => error.operationId === operationId);
    if (errors.length > 0) return { operationId, result: failed(errors) ? 'FAILED' : 'OK', errors };
    if (reply.operationId === operationId)
      return { operationId, result: reply.result, errors: reply.errors ?? [] };
    // A partial result is partial because of the operations that are mentioned.
    return { operationId, result: reply.result === 'PARTIAL' ? 'OK' : reply.result, errors: [] };
  });
}

/** The reply to a whole set: OK where all went well, FAILED where none did, otherwise PARTIAL; every error names its operation. */
export function replyToOperations(outcomes: readonly OperationOutcome[]): Reply {
  const isOk = ({ result }: OperationOutcome): boolean => result === 'OK';
  const errors = outcomes.flatMap(({ operationId, errors: found }) =>
    found.map((error) => ({ ...error, operationId })),
  );
  return {
    result: outcomes.every(isOk)
      ? 'OK'
      : outcomes.every(({ result }) => result === 'FAILED')
        ? 'FAILED'
        : 'PARTIAL',
    ...(errors.length === 0 ? {} : { errors }),
  };
}
