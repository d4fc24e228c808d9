import type { EnvelopeEdition } from '../envelope/edition.js';
import type { Envelope, MessageKind } from '../envelope/envelope.js';
import type { MessageHeader } from '../envelope/header.js';
import type { Reply, ReplyError } from '../envelope/reply.js';
import type { Delivery, TransportMessage } from '../transport/middleware-adapter.js';
import type { Accepted, WrittenAnswer } from './accepted.js';
import { replyError, ReplyFailure } from './answer.js';
import type { AuditVerdict } from './audit.js';
import type { AdapterCore } from './core.js';
import { errorsOfFailure, errorsOfIssues } from './error-mapping.js';
import { isAnswered, isQuery, subjectOf } from './exchange.js';
import { HandlerScope } from './handler-scope.js';
import type { Sender } from './hooks.js';
import {
  editionOf,
  onSameCall,
  faultOf,
  responseOf,
  responseTo,
  transportMessage,
  withBody,
} from './messages.js';
import { executeOperations } from './operation-set.js';
import { dispositionOf } from './policy/acknowledgement.js';
import { admit, NOBODY, RefusedError, senderOf } from './policy/admission.js';
import { failureOf } from './policy/failure.js';
import { OverloadError } from './policy/in-flight.js';
import { checkReplay } from './policy/replay-check.js';
import type { LaterReplies } from './later-replies.js';

/** The exchanges that share a destination, by `verb noun`. */
export type AcceptedSubjects = ReadonlyMap<string, Accepted>;

/** A message that is not handled because something is wrong with it; the sender is told what. */
export class RejectedError extends ReplyFailure {
  constructor(errors: readonly ReplyError[]) {
    const [first = replyError('1.8'), ...others] = errors;
    super(first, ...others);
    this.name = 'RejectedError';
  }
}

/** What is known of a delivery so far: for the answer, and for the audit trail. */
interface Trace {
  readonly delivery: Delivery;
  readonly started: number;
  sender: Sender;
  edition: EnvelopeEdition;
  envelope: Envelope | undefined;
  accepted: Accepted | undefined;
  tolerances: readonly string[];
  /** Messages of this destination are answered, as far as is known. */
  isAnswered: boolean;
}

/** Takes deliveries: who sent it, what it is, whether it came before, then its handler; and what the sender is told. */
export class Receiver {
  constructor(
    private readonly core: AdapterCore,
    private readonly subjects: AcceptedSubjects,
    private readonly later: LaterReplies,
  ) {}

  /** Takes a delivery at a destination where some of the exchanges are at home. */
  async receive(here: AcceptedSubjects, delivery: Delivery): Promise<TransportMessage | undefined> {
    const { core } = this;
    core.counts.received++;
    const trace: Trace = {
      delivery,
      started: performance.now(),
      sender: NOBODY,
      edition: core.editions[0],
      envelope: undefined,
      accepted: undefined,
      tolerances: [],
      isAnswered: [...here.values()].some(({ exchange }) => isAnswered(exchange)),
    };
    const { telemetry } = core.hooks;
    const take = (): Promise<TransportMessage | undefined> =>
      core.drain.run(() => core.inFlight.run(() => this.take(here, trace)));
    try {
      if (telemetry === undefined) return await take();
      const attributes = { 'messaging.destination.name': delivery.destination, component: core.component };
      return await telemetry.span(
        `receive ${delivery.destination}`,
        'server',
        attributes,
        delivery.properties,
        take,
      );
    } catch (error) {
      // Too much at once: whoever waits for an answer is told so, everything else comes again later.
      if (!(error instanceof OverloadError) || !trace.isAnswered) throw error;
      return this.answerFailure(error, trace);
    }
  }

  private async take(here: AcceptedSubjects, trace: Trace): Promise<TransportMessage | undefined> {
    try {
      const body = await this.authenticate(trace);
      const envelope = this.read(body, trace);
      const accepted = this.exchangeOf(here, envelope, trace);
      await this.authorise(envelope, accepted, trace);
      return await this.handleOnce(envelope, accepted, trace);
    } catch (error) {
      return this.fail(error, trace);
    }
  }

  private async authenticate(trace: Trace): Promise<Uint8Array> {
    const { delivery } = trace;
    const { authenticate } = this.core.hooks;
    trace.sender = senderOf(delivery);
    if (authenticate === undefined) return delivery.body;
    const outcome = await authenticate(delivery);
    if (!outcome.ok) throw new RefusedError(outcome.refusal);
    trace.sender = outcome.value.sender;
    return outcome.value.body ?? delivery.body;
  }

  private read(body: Uint8Array, trace: Trace): Envelope {
    trace.edition = editionOf(this.core, body);
    const decoded = trace.edition.decode(body, { mode: this.core.reading });
    trace.envelope = decoded.value;
    trace.tolerances = decoded.tolerances.map(({ rule }) => rule);
    if (decoded.ok) return decoded.value;
    throw new RejectedError(errorsOfIssues(decoded.issues));
  }

  private exchangeOf(here: AcceptedSubjects, { header, kind }: Envelope, trace: Trace): Accepted {
    if (header === undefined)
      throw new RejectedError([replyError('1.5', { reason: `a ${kind} has no header` })]);
    const accepted = here.get(subjectOf(header));
    if (accepted === undefined) throw new RejectedError([this.unknown(header)]);
    trace.accepted = accepted;
    trace.isAnswered = isAnswered(accepted.exchange);
    if (!this.isWelcome(kind, trace.isAnswered))
      throw new RejectedError([
        replyError('2.9', { reason: `a ${kind} is not expected at this destination` }),
      ]);
    return accepted;
  }

  /** Practice mixes up requests and events; a reply to nothing is never welcome. */
  private isWelcome(kind: MessageKind, answered: boolean): boolean {
    if (kind === 'message') return true;
    if (this.core.reading === 'tolerant') return kind === 'request' || kind === 'event';
    return kind === (answered ? 'request' : 'event');
  }

  /** Whether it is the noun that nobody here knows, or the verb. */
  private unknown({ verb, noun }: MessageHeader): ReplyError {
    const known = [...this.subjects.values()].filter(({ exchange }) => exchange.noun === noun);
    if (known.length === 0)
      return replyError('2.5', {
        reason: `${this.core.component} takes no messages about ${noun}`,
        xpath: '/*/Header/Noun',
      });
    const verbs = known.map(({ exchange }) => exchange.verb).join(', ');
    return replyError('2.9', {
      reason: `${this.core.component} does not take ${verb} ${noun} here; it takes ${verbs}`,
      xpath: '/*/Header/Verb',
    });
  }

  private async authorise(envelope: Envelope, { exchange }: Accepted, trace: Trace): Promise<void> {
    const { core } = this;
    const { delivery, sender } = trace;
    const admission = admit(sender, exchange);
    if (!admission.ok) throw new RefusedError(admission.refusal);
    const verdict = await core.hooks.authorise?.({ sender, envelope, exchange, delivery });
    if (verdict !== undefined && !verdict.ok) throw new RefusedError(verdict.refusal);
    // A delivery that comes again from the middleware was checked when it came first; its nonce is known since.
    if (delivery.redelivered) return;
    const detection = envelope.header?.replayDetection;
    if (detection === undefined && !exchange.security.replayProtected) return;
    const who = sender.name === '' ? (envelope.header?.source ?? '') : sender.name;
    const replay = await checkReplay(detection, who, {
      ...core.replay,
      required: exchange.security.replayProtected,
    });
    if (replay.isFresh) return;
    throw new RefusedError({ code: '7.7', reason: 'the security policy is violated', detail: replay.reason });
  }

  private async handleOnce(
    envelope: Envelope,
    accepted: Accepted,
    trace: Trace,
  ): Promise<TransportMessage | undefined> {
    const { duplicates } = this.core;
    const key = messageKey(envelope, trace);
    // Asking twice does no harm, and an answer may have changed since.
    if (envelope.header?.messageId === undefined || isQuery(accepted.exchange))
      return this.handle(envelope, accepted, trace, key);
    for (;;) {
      const reservation = await duplicates.reserve(key);
      const known =
        reservation.state === 'handled'
          ? reservation.answer
          : reservation.state === 'in-hand'
            ? await reservation.outcome
            : undefined;
      if (known !== undefined) return this.answerAgain(known, trace);
      if (reservation.state !== 'reserved') continue;
      try {
        const answer = await this.handle(envelope, accepted, trace, key);
        await duplicates.commit(key, answer?.body ?? NOTHING);
        return answer;
      } catch (error) {
        duplicates.release(key);
        throw error;
      }
    }
  }

  private answerAgain(body: Uint8Array, trace: Trace): TransportMessage | undefined {
    this.note(trace, 'duplicate', {});
    if (body.length === 0) return undefined;
    const decoded = trace.edition.decode(body);
    return onSameCall(withBody(body, decoded.value?.header, trace.accepted?.exchange));
  }

  private async handle(
    envelope: Envelope,
    accepted: Accepted,
    trace: Trace,
    key: string,
  ): Promise<TransportMessage | undefined> {
    const { exchange } = accepted;
    const address = envelope.header?.asyncReplyFlag === true ? envelope.header.replyAddress : undefined;
    if (isAnswered(exchange) && address !== undefined && address !== '')
      return this.handleLater(envelope, accepted, trace, key, address);
    const answering = this.answer(envelope, accepted, trace.sender, key, trace.delivery.redelivered);
    if (exchange.acknowledgement === 'on-receipt' && !isAnswered(exchange)) {
      this.core.drain.hold(answering).then(
        (answer) => this.finish(answer, trace),
        (error: unknown) => this.keepDead(error, trace),
      );
      return undefined;
    }
    const answer = await answering;
    this.finish(answer, trace);
    if (!isAnswered(exchange)) return undefined;
    return onSameCall(transportMessage(trace.edition, responseOf(this.core, envelope, answer), exchange));
  }

  /** Runs the handler. Public, because replies that come later run it, too. */
  async answer(
    envelope: Envelope,
    accepted: Accepted,
    sender: Sender,
    key: string,
    isRedelivered: boolean,
  ): Promise<WrittenAnswer> {
    const scope = new HandlerScope(this.core, accepted.exchange, { sender, envelope, key, isRedelivered });
    try {
      if (envelope.payload?.operationSet !== undefined)
        return await executeOperations(this.core, this.subjects, envelope, scope);
      const reading = accepted.read(envelope);
      if (!reading.ok) throw new RejectedError(reading.errors);
      return await reading.handle(scope);
    } finally {
      scope.end();
    }
  }

  private async handleLater(
    envelope: Envelope,
    accepted: Accepted,
    trace: Trace,
    key: string,
    address: string,
  ): Promise<TransportMessage> {
    if (!this.core.isReplyAddress(address, envelope))
      throw new RefusedError({
        code: '7.7',
        reason: 'the reply address is not registered',
        detail: `replies to ${JSON.stringify(address.slice(0, 200))} are not allowed`,
      });
    const { sender, edition } = trace;
    await this.later.take({ envelope, accepted, key, address, sender, edition });
    this.note(trace, 'accepted', { result: 'OK', code: '0.3' });
    const reply: Reply = { result: 'OK', errors: [replyError('0.3', { level: 'INFORM' })] };
    return onSameCall(
      transportMessage(trace.edition, responseTo(this.core, envelope, reply), accepted.exchange),
    );
  }

  private finish(answer: WrittenAnswer, trace: Trace): void {
    const { result, errors, fault } = answer;
    this.note(trace, fault === undefined ? 'accepted' : 'failed', {
      result,
      code: errors[0]?.code,
      detail: fault,
    });
  }

  /** What becomes of a message that was not handled. */
  private async fail(error: unknown, trace: Trace): Promise<TransportMessage | undefined> {
    if (trace.isAnswered) return this.answerFailure(error, trace);
    const failure = failureOf(error);
    const disposition = dispositionOf({
      failure,
      isAnswered: false,
      deliveries: trace.delivery.deliveryCount ?? (trace.delivery.redelivered ? 2 : 1),
      attempts: trace.accepted?.exchange.retry.attempts ?? 1,
    });
    if (disposition === 'redeliver') {
      this.note(trace, verdictOf(error), { code: failure.kind, detail: `${failure.reason}; it comes again` });
      throw error;
    }
    await this.keepDead(error, trace);
    return undefined;
  }

  private answerFailure(error: unknown, trace: Trace): TransportMessage | undefined {
    const reply: Reply = { result: 'FAILED', errors: errorsOfFailure(error) };
    this.note(trace, verdictOf(error), {
      result: 'FAILED',
      code: reply.errors?.[0]?.code,
      detail: detailOf(error),
    });
    const { envelope, edition } = trace;
    const response = envelope?.header === undefined ? faultOf(reply) : responseTo(this.core, envelope, reply);
    return onSameCall(transportMessage(edition, response, trace.accepted?.exchange));
  }

  private async keepDead(error: unknown, trace: Trace): Promise<void> {
    this.note(trace, verdictOf(error), { code: codeOf(error), detail: detailOf(error) });
    // What is refused for security is not worth room: the audit trail has it.
    if (error instanceof RefusedError) return;
    const { destination, contentType, properties, body, deliveryCount = 1 } = trace.delivery;
    const { kind, reason } = failureOf(error);
    await this.core.deadLetters.add({
      destination,
      direction: 'received',
      reason,
      failure: kind,
      attempts: deliveryCount,
      contentType,
      properties,
      body,
    });
  }

  private note(
    trace: Trace,
    verdict: AuditVerdict,
    more: {
      readonly result?: string;
      readonly code?: string | undefined;
      readonly detail?: string | undefined;
    },
  ): void {
    const { core } = this;
    const header = trace.envelope?.header;
    core.audit({
      time: core.clock.now(),
      component: core.component,
      direction: 'received',
      sender: trace.sender.name,
      user: header?.user?.userId,
      source: header?.source,
      verb: header?.verb,
      noun: header?.noun,
      messageId: header?.messageId ?? trace.delivery.messageId,
      correlationId: header?.correlationId,
      destination: trace.delivery.destination,
      verdict,
      ...more,
      tolerances: trace.tolerances.length > 0 ? trace.tolerances : undefined,
      milliseconds: performance.now() - trace.started,
    });
  }
}

const NOTHING = new Uint8Array(0);

/** Who proved to have sent it, or says so; what it is; and its identifier: the same whenever the message comes again. */
const messageKey = ({ header }: Envelope, { sender, delivery }: Trace): string =>
  [
    sender.name,
    header?.source ?? '',
    header?.verb ?? '',
    header?.noun ?? '',
    header?.messageId ?? delivery.messageId ?? crypto.randomUUID(),
  ].join('\n');

function verdictOf(error: unknown): AuditVerdict {
  if (error instanceof RejectedError) return 'rejected';
  return error instanceof RefusedError ? 'refused' : 'failed';
}

function detailOf(error: unknown): string {
  if (error instanceof RefusedError) return error.detail;
  if (error instanceof ReplyFailure)
    return error.errors.map(({ reason, xpath }) => `${reason ?? ''} ${xpath ?? ''}`.trim()).join('; ');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof RejectedError || error instanceof RefusedError) return error.code;
  return errorsOfFailure(error)[0]?.code;
}
