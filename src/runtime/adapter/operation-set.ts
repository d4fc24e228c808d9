import type { Envelope } from '../envelope/envelope.js';
import type { EmbeddedElement } from '../envelope/embedded-element.js';
import type { Operation } from '../envelope/operation-set.js';
import type { ReplyError } from '../envelope/reply.js';
import type { Reading, WrittenAnswer } from './accepted.js';
import { replyError } from './answer.js';
import type { AdapterCore } from './core.js';
import { errorsOfFailure } from './error-mapping.js';
import { isQuery, subjectOf, type Exchange } from './exchange.js';
import type { HandlerScope } from './handler-scope.js';
import type { AcceptedSubjects } from './receive.js';

/** Operations that run at the same time where no order is asked for. */
const AT_ONCE = 8;

/** No more operations than this are taken in one set. */
const MOST_OPERATIONS = 10_000;

/** One operation on its way. */
interface Step {
  readonly operation: Operation;
  readonly reading: Reading;
  readonly canCompensate: boolean;
  readonly scope: HandlerScope;
  outcome: WrittenAnswer | undefined;
}

/**
 * Does the operations of a set (IEC 61968-100, verb `execute`). `enforceMsgSequence`: one after the other, and none after
 * one that fails. `enforceTransactionalIntegrity`: all or none: all are read before the first is done, and where one
 * fails, those before it are taken back in reverse order. Every error says which operation it is about.
 */
export async function executeOperations(
  core: AdapterCore,
  subjects: AcceptedSubjects,
  envelope: Envelope,
  scope: HandlerScope,
): Promise<WrittenAnswer> {
  const set = envelope.payload?.operationSet;
  const operations = set?.operations ?? [];
  if (operations.length > MOST_OPERATIONS)
    return answerOf('FAILED', [replyError('3.1', { reason: `more than ${MOST_OPERATIONS} operations` })]);
  const twice = repeated(operations.map(({ operationId }) => operationId));
  if (twice !== undefined)
    return answerOf('FAILED', [
      replyError('1.8', { reason: `two operations have the number ${twice}`, operationId: twice }),
    ]);
  const allOrNone = set?.enforceTransactionalIntegrity === true;
  const steps = operations.map((operation) => stepOf(operation, subjects, envelope, scope, allOrNone));
  if (allOrNone) return executeAllOrNone(core, steps);
  if (set?.enforceMsgSequence === true) {
    await inOrder(steps);
    return summaryOf(steps);
  }
  const open = [...steps];
  const worker = async (): Promise<void> => {
    for (let step = open.shift(); step !== undefined; step = open.shift()) await run(step);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, steps.length) }, worker));
  return summaryOf(steps);
}

function stepOf(
  operation: Operation,
  subjects: AcceptedSubjects,
  envelope: Envelope,
  scope: HandlerScope,
  allOrNone: boolean,
): Step {
  const { verb = '', noun = envelope.header?.noun ?? '', operationId, elements = [] } = operation;
  const accepted = subjects.get(subjectOf({ verb, noun }));
  const refuse = (error: ReplyError): Step => ({
    operation,
    reading: { ok: false, errors: [error] },
    canCompensate: false,
    scope,
    outcome: undefined,
  });
  if (accepted === undefined || verb === 'execute') {
    const isKnown = [...subjects.values()].some(({ exchange }) => exchange.noun === noun);
    return refuse(
      isKnown
        ? replyError('2.9', { reason: `no operation ${verb} is known of ${noun}` })
        : replyError('2.5', { reason: `no operation is known of ${noun}` }),
    );
  }
  if (allOrNone && !accepted.canCompensate)
    return refuse(
      replyError('5.2', { reason: `${verb} ${noun} cannot be taken back, so not in an all-or-nothing set` }),
    );
  const { exchange, canCompensate } = accepted;
  const inner = scope.forOperation(operationId, exchange);
  const reading = accepted.read(asMessage(envelope, exchange, elements));
  return { operation, reading, canCompensate, scope: inner, outcome: undefined };
}

/** An operation as a message of its own: the header of its set, with its verb and noun, and its elements. */
function asMessage(
  { kind, header }: Envelope,
  { verb, noun }: Exchange,
  elements: readonly EmbeddedElement[],
): Envelope {
  const own = header === undefined ? {} : { header: { ...header, verb, noun } };
  if (isQuery({ verb })) return { kind, ...own, request: { parameters: elements } };
  return { kind, ...own, payload: { elements } };
}

async function inOrder(steps: readonly Step[]): Promise<Step | undefined> {
  for (const step of steps) {
    const { result } = await run(step);
    if (result === 'FAILED') return step;
  }
  return undefined;
}

async function executeAllOrNone(core: AdapterCore, steps: readonly Step[]): Promise<WrittenAnswer> {
  // Nothing is begun that is known not to succeed.
  if (steps.some(({ reading }) => !reading.ok)) {
    for (const step of steps) if (!step.reading.ok) await run(step);
    return summaryOf(steps);
  }
  const failed = await inOrder(steps);
  if (failed === undefined) return summaryOf(steps);
  for (const step of steps.slice(0, steps.indexOf(failed)).reverse()) await takeBack(core, step);
  return summaryOf(steps, 'FAILED');
}

async function takeBack(core: AdapterCore, step: Step): Promise<void> {
  try {
    await step.outcome?.compensate?.(step.scope);
    step.outcome = answerOf('FAILED', [replyError('5.9')]);
  } catch (error) {
    // All or nothing cannot be kept any more: somebody has to look.
    const { operationId } = step.operation;
    core.hooks.logger?.error({ err: error, operationId }, 'an operation could not be taken back');
    const fault = `operation ${operationId} could not be taken back: ${error instanceof Error ? error.message : String(error)}`;
    step.outcome = {
      ...answerOf('FAILED', [
        replyError('5.3', {
          level: 'CATASTROPHIC',
          reason: 'the operation was done and could not be taken back',
        }),
      ]),
      fault,
    };
  }
}

async function run(step: Step): Promise<WrittenAnswer> {
  const { reading, scope } = step;
  if (!reading.ok) return (step.outcome = answerOf('FAILED', reading.errors));
  try {
    return (step.outcome = await reading.handle(scope));
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return (step.outcome = { ...answerOf('FAILED', errorsOfFailure(error)), fault });
  } finally {
    scope.end();
  }
}

/** One reply for all operations: each error has the number of its operation. */
function summaryOf(steps: readonly Step[], result?: WrittenAnswer['result']): WrittenAnswer {
  const errors: ReplyError[] = [];
  const operations: Operation[] = [];
  const faults: string[] = [];
  for (const { operation, outcome } of steps) {
    const { operationId } = operation;
    const done = outcome ?? answerOf('FAILED', [replyError('5.2')]);
    errors.push(...done.errors.map((error) => ({ ...error, operationId })));
    if (done.elements.length > 0)
      operations.push({ operationId, noun: operation.noun, verb: 'reply', elements: done.elements });
    if (done.fault !== undefined) faults.push(done.fault);
  }
  const failures = steps.filter(({ outcome }) => outcome === undefined || outcome.result === 'FAILED').length;
  const isWhole = failures === 0 && steps.every(({ outcome }) => outcome?.result === 'OK');
  const summary = isWhole ? 'OK' : failures === steps.length ? 'FAILED' : 'PARTIAL';
  return {
    ...answerOf(result ?? summary, errors),
    operations,
    fault: faults.length > 0 ? faults.join('; ') : undefined,
  };
}

const answerOf = (result: WrittenAnswer['result'], errors: readonly ReplyError[]): WrittenAnswer => ({
  result,
  errors,
  ids: undefined,
  elements: [],
});

function repeated(values: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(value).size);
}
