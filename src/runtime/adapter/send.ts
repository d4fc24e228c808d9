import type { EnvelopeEdition } from '../envelope/edition.js';
import type { Envelope } from '../envelope/envelope.js';
import { clarkOf, type EmbeddedElement, type PayloadMessage } from '../envelope/embedded-element.js';
import type { MessageHeader } from '../envelope/header.js';
import type { ReplyError } from '../envelope/reply.js';
import type { AnyTypedMessage } from '../envelope/typed-message.js';
import { toTyped } from '../envelope/typed-parts.js';
import { isObjectless } from '../envelope/verb.js';
import type { TransportMessage } from '../transport/middleware-adapter.js';
import { faultIn, issuesOf } from './accepted.js';
import { replyError, ReplyFailure, RequestFailedError } from './answer.js';
import type { AuditVerdict } from './audit.js';
import type { AdapterCore } from './core.js';
import { errorsOfFailure, errorsOfIssues } from './error-mapping.js';
import type { Exchange } from './exchange.js';
import { subjectOf } from './exchange.js';
import { correlationOf, editionOf, messageFor, transportMessage, type OutgoingParts } from './messages.js';
import { failureOf } from './policy/failure.js';
import { retry } from './policy/retry.js';
import type { Sendable } from './received.js';

/** How a message is sent: what does not stand in it. */
export interface SendOptions {
  /** The component that is to take it, where that is not the one of the specification. */
  readonly to?: string;
  /** Milliseconds, where that is not the time of the specification. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Name of the edition to write. */
  readonly edition?: string;
}

/** Options of a request whose answer comes later, perhaps in parts. */
export interface LaterOptions<Reply> extends SendOptions {
  /** Is given each part but the last (result PARTIAL, code 0.1). */
  readonly onPart?: (part: Reply) => void;
}

/** A message that was to be sent and is not valid; it was not sent. */
export class InvalidOutgoingError extends Error {
  readonly code = '1.8';
  readonly retriable = false;
  constructor(subject: string, reason: string) {
    super(`${subject} is not sent, because it is not valid: ${reason}`);
    this.name = 'InvalidOutgoingError';
  }
}

/** An answer that is none: not readable, not valid, or to something else. */
export class InvalidReplyError extends ReplyFailure {
  constructor(subject: string, errors: readonly ReplyError[]) {
    const [first = replyError('1.8'), ...others] = errors;
    super(first, ...others);
    this.name = 'InvalidReplyError';
    this.message = `the reply to ${subject} is not valid: ${first.reason ?? first.code}`;
  }
}

/** Sends what a component sends: builds and validates messages, tries again, matches and reads the answers. */
export class Sending {
  constructor(private readonly core: AdapterCore) {}

  /** Asks, and waits for the answer: OK or PARTIAL. An answer that says FAILED is thrown as `RequestFailedError`. */
  async request<M extends AnyTypedMessage, R extends AnyTypedMessage>(
    exchange: Exchange<M, R>,
    message: Sendable<M>,
    options: SendOptions = {},
  ): Promise<R> {
    const { core } = this;
    const { envelope, destination, edition } = this.prepare(exchange, message, options);
    const timeout = options.timeout ?? exchange.timeout;
    return this.observed(exchange, envelope, destination, 'client', async (carry) => {
      const wrapped = await this.wrap(edition, envelope, exchange, carry);
      const reply = await this.retrying(exchange, options, () =>
        core.middleware.request(
          destination,
          { ...wrapped, timeToLive: timeout },
          requestOptions(timeout, options),
        ),
      );
      return readResponse(exchange, this.responseIn(exchange, envelope, reply));
    });
  }

  /** Tells whoever has subscribed, or one receiver who does not answer. What cannot be delivered becomes a dead letter. */
  async tell<M extends AnyTypedMessage>(
    exchange: Exchange<M>,
    message: Sendable<M>,
    options: SendOptions = {},
  ): Promise<void> {
    const { core } = this;
    const { envelope, destination, edition } = this.prepare(exchange, message, options);
    await this.observed(exchange, envelope, destination, 'producer', async (carry) => {
      const wrapped = await this.wrap(edition, envelope, exchange, carry);
      try {
        await this.retrying(exchange, options, () =>
          exchange.pattern === 'publish'
            ? core.middleware.publish(destination, wrapped)
            : core.middleware.send(destination, wrapped),
        );
      } catch (error) {
        const { kind, reason } = failureOf(error);
        const { contentType, properties, body } = wrapped;
        await core.deadLetters.add({
          destination,
          direction: 'sent',
          reason,
          failure: kind,
          attempts: exchange.retry.attempts,
          contentType,
          properties,
          body,
        });
        throw error;
      }
    });
  }

  /** Asks, gets an acknowledgement at once, and waits for the answer at this component's reply address. */
  async requestLater<M extends AnyTypedMessage, R extends AnyTypedMessage>(
    exchange: Exchange<M, R>,
    message: Sendable<M>,
    options: LaterOptions<R> = {},
  ): Promise<R> {
    const { core } = this;
    const replyAddress = core.destinations.reply(core.component);
    const { envelope, destination, edition } = this.prepare(exchange, message, options, {
      asyncReplyFlag: true,
      replyAddress,
    });
    const correlationId = correlationOf(envelope.header) ?? '';
    const sent = core.clock.now();
    const deadline = sent + (options.timeout ?? exchange.timeout);
    const { verb, noun } = exchange;
    const { onPart } = options;
    const { reply } = await core.correlations.expect(
      { correlationId, verb, noun, sent, deadline, destination },
      onPart === undefined ? undefined : (part) => onPart(readResponse(exchange, part)),
    );
    return this.observed(exchange, envelope, destination, 'client', async (carry) => {
      try {
        const wrapped = await this.wrap(edition, envelope, exchange, carry);
        const acknowledged = await this.retrying(exchange, options, () =>
          core.middleware.request(destination, wrapped, requestOptions(exchange.timeout, options)),
        );
        readResponse(exchange, this.responseIn(exchange, envelope, acknowledged));
      } catch (error) {
        core.correlations.abandon(correlationId, error instanceof Error ? error : new Error(String(error)));
        throw error;
      }
      return readResponse(exchange, await reply);
    });
  }

  private prepare<M extends AnyTypedMessage, R extends AnyTypedMessage>(
    exchange: Exchange<M, R>,
    message: Sendable<M>,
    options: SendOptions,
    header?: Partial<MessageHeader>,
  ): { readonly envelope: Envelope; readonly destination: string; readonly edition: EnvelopeEdition } {
    const { core } = this;
    // A message of any class has the parts that are known here.
    const envelope = messageFor(core, exchange, message as OutgoingParts, header);
    const fault = faultOf(exchange, envelope);
    if (fault !== undefined) throw new InvalidOutgoingError(subjectOf(exchange), fault);
    const subject = { noun: exchange.noun, verb: exchange.verb };
    const to = options.to ?? core.takerOf(exchange);
    const destination =
      exchange.pattern === 'publish'
        ? core.destinations.event(subject)
        : core.destinations.request(to === undefined ? subject : { ...subject, component: to });
    const edition = core.editions.find(({ name }) => name === options.edition) ?? core.editions[0];
    return { envelope, destination, edition };
  }

  private async wrap(
    edition: EnvelopeEdition,
    envelope: Envelope,
    exchange: Exchange,
    carry: Readonly<Record<string, string>>,
  ): Promise<TransportMessage> {
    const message = transportMessage(edition, envelope, exchange, carry);
    return (await this.core.hooks.protect?.(message, exchange)) ?? message;
  }

  private retrying<T>(exchange: Exchange, options: SendOptions, task: () => Promise<T>): Promise<T> {
    const { attempts, delay, maxDelay } = exchange.retry;
    const policy = { attempts, firstDelay: delay, factor: 2, maxDelay, jitter: 0.5 };
    const { clock, random, hooks } = this.core;
    const onRetry = ({ reason }: { readonly reason: string }, attempt: number, wait: number): void =>
      hooks.logger?.warn(
        { subject: subjectOf(exchange), attempt, wait, reason },
        'sent again after a failure',
      );
    return retry(policy, { clock, random, signal: options.signal, onRetry }, task);
  }

  /** The envelope of a reply, if it is one to this request. */
  private responseIn(exchange: Exchange, request: Envelope, message: TransportMessage): Envelope {
    const subject = subjectOf(exchange);
    const edition = editionOf(this.core, message.body);
    const decoded = edition.decode(message.body, { mode: this.core.reading });
    if (!decoded.ok) throw new InvalidReplyError(subject, errorsOfIssues(decoded.issues));
    const { value } = decoded;
    const reason = objectionTo(value, correlationOf(request.header), exchange);
    if (reason !== undefined) throw new InvalidReplyError(subject, [replyError('2.15', { reason })]);
    return value;
  }

  private async observed<T>(
    exchange: Exchange,
    envelope: Envelope,
    destination: string,
    kind: 'client' | 'producer',
    task: (carry: Readonly<Record<string, string>>) => Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    const { telemetry } = this.core.hooks;
    try {
      const result = await (telemetry === undefined
        ? task({})
        : telemetry.span(
            `send ${subjectOf(exchange)}`,
            kind,
            { 'messaging.destination.name': destination, component: this.core.component },
            {},
            task,
          ));
      this.note(envelope, destination, 'sent', started, undefined);
      return result;
    } catch (error) {
      this.note(envelope, destination, 'failed', started, error);
      throw error;
    }
  }

  private note(
    { header }: Envelope,
    destination: string,
    verdict: AuditVerdict,
    started: number,
    error: unknown,
  ): void {
    const { core } = this;
    core.audit({
      time: core.clock.now(),
      component: core.component,
      direction: 'sent',
      sender: '',
      user: header?.user?.userId,
      source: header?.source,
      verb: header?.verb,
      noun: header?.noun,
      messageId: header?.messageId,
      correlationId: header?.correlationId,
      destination,
      verdict,
      code: error === undefined ? undefined : errorsOfFailure(error)[0]?.code,
      detail: error instanceof Error ? error.message : undefined,
      milliseconds: performance.now() - started,
    });
  }
}

const requestOptions = (
  timeout: number,
  { signal }: SendOptions,
): { readonly timeout: number; readonly signal?: AbortSignal } => ({
  timeout,
  ...(signal === undefined ? {} : { signal }),
});

/** Why a message is no reply to a request; undefined where it is one. */
export function objectionTo(
  reply: Envelope,
  correlationId: string | undefined,
  { noun }: { readonly noun: string },
): string | undefined {
  if (reply.reply === undefined) return `a ${reply.kind} without a Reply is no answer`;
  // A fault has no header: that it is the answer is what the transport says.
  if (reply.header === undefined) return undefined;
  if (reply.header.noun !== noun) return `the reply is about ${reply.header.noun}, ${noun} was asked for`;
  const found = reply.header.correlationId;
  if (found !== undefined && correlationId !== undefined && found !== correlationId)
    return `the reply is correlated with ${found}, ${correlationId} expected`;
  return undefined;
}

/** What is wrong with a message that is to be sent; undefined where nothing is. */
function faultOf({ message, verb }: Exchange, { request, payload }: Envelope): string | undefined {
  const { payload: object, query } = message?.parts ?? {};
  if (object !== undefined && payload === undefined && !isObjectless(verb)) return 'it has no payload';
  return faultAmong(query, request?.parameters) ?? faultAmong(object, payload?.elements);
}

function faultAmong(
  type: PayloadMessage | undefined,
  elements: readonly EmbeddedElement[] = [],
): string | undefined {
  if (type === undefined) return undefined;
  const name = clarkOf(type);
  for (const element of elements) {
    const fault = element.name === name ? faultIn(type, element) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The answer in a reply, decoded and valid. */
export function readResponse<R extends AnyTypedMessage>(
  exchange: Exchange<AnyTypedMessage, R>,
  envelope: Envelope,
): R {
  const { reply, header = { verb: 'reply', noun: exchange.noun } } = envelope;
  const subject = subjectOf(exchange);
  if (reply?.result !== 'OK' && reply?.result !== 'PARTIAL')
    throw new RequestFailedError(subject, reply?.errors ?? []);
  const parts = exchange.reply?.parts ?? {};
  const { value, issues } = toTyped(parts, { ...envelope, kind: 'response', header }, undefined);
  const all = [...issues, ...issuesOf(value.furtherPayloads, parts.payload)];
  if (all.some(({ severity }) => severity === 'error'))
    throw new InvalidReplyError(subject, errorsOfIssues(all));
  // It is of the class of the exchange's answers.
  return value as R;
}
