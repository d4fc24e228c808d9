import type { EnvelopeEdition } from '../envelope/edition.js';
import type { Envelope } from '../envelope/envelope.js';
import type { Accepted, WrittenAnswer } from './accepted.js';
import type { AdapterCore } from './core.js';
import { errorsOfFailure } from './error-mapping.js';
import type { Sender } from './hooks.js';
import { letterBytes, letterOf } from './letter.js';
import { editionOf, responseOf, transportMessage } from './messages.js';
import { failureOf } from './policy/failure.js';
import { retry } from './policy/retry.js';
import type { AcceptedSubjects, Receiver } from './receive.js';
import { subjectOf } from './exchange.js';

/** A request whose answer goes to a reply address. */
export interface LaterRequest {
  readonly envelope: Envelope;
  readonly accepted: Accepted;
  readonly key: string;
  readonly address: string;
  readonly sender: Sender;
  readonly edition: EnvelopeEdition;
}

/**
 * Asynchronous replies: a request is kept before it is acknowledged, so that it is answered even where the program ends in
 * between, and forgotten when the middleware has the answer.
 */
export class LaterReplies {
  private receiver: Receiver | undefined;

  constructor(
    private readonly core: AdapterCore,
    private readonly subjects: AcceptedSubjects,
  ) {}

  /** Whose handlers answer. */
  bind(receiver: Receiver): void {
    this.receiver = receiver;
  }

  async take(request: LaterRequest): Promise<void> {
    const { store } = this.core;
    const { envelope, edition, key, address, sender } = request;
    const value = letterBytes({ address, sender }, edition.encode(envelope));
    const known = await store.add('accepted', { key, value, expires: Infinity });
    if (known === undefined) this.start(request, false);
  }

  /** Goes on with what a former run of the program had accepted. */
  async restore(): Promise<number> {
    const entries = await this.core.store.list('accepted');
    for (const { key, value } of entries) {
      const { head, body } = letterOf(value);
      const edition = editionOf(this.core, body);
      const { value: envelope } = edition.decode(body, { mode: 'tolerant' });
      const accepted =
        envelope?.header === undefined ? undefined : this.subjects.get(subjectOf(envelope.header));
      const address = head['address'];
      if (envelope === undefined || accepted === undefined || typeof address !== 'string') continue;
      this.start({ envelope, accepted, key, address, sender: senderIn(head), edition }, true);
    }
    return entries.length;
  }

  private start(request: LaterRequest, isRedelivered: boolean): void {
    const { drain, inFlight } = this.core;
    drain
      .hold(inFlight.runLater(() => this.run(request, isRedelivered)))
      // What could not be answered now is kept, and is answered after the next start.
      .catch((error: unknown) =>
        this.core.hooks.logger?.warn({ err: error, key: request.key }, 'asynchronous reply not made'),
      );
  }

  private async run(request: LaterRequest, isRedelivered: boolean): Promise<void> {
    const { core } = this;
    const { envelope, accepted, key, address, sender, edition } = request;
    const started = performance.now();
    const answer = await this.answer(request, isRedelivered);
    const response = transportMessage(edition, responseOf(core, envelope, answer), accepted.exchange);
    const { attempts, delay, maxDelay } = accepted.exchange.retry;
    const policy = { attempts, firstDelay: delay, factor: 2, maxDelay, jitter: 0.5 };
    try {
      const message = (await core.hooks.protect?.(response, accepted.exchange)) ?? response;
      await retry(policy, core, () => core.middleware.send(address, message));
      core.audit({
        time: core.clock.now(),
        component: core.component,
        direction: 'sent',
        sender: sender.name,
        user: undefined,
        source: core.source,
        verb: 'reply',
        noun: accepted.exchange.noun,
        messageId: response.messageId,
        correlationId: response.correlationId,
        destination: address,
        verdict: 'sent',
        result: answer.result,
        code: answer.errors[0]?.code,
        detail: answer.fault,
        milliseconds: performance.now() - started,
      });
    } catch (error) {
      const { kind, reason } = failureOf(error);
      const { contentType, properties, body } = response;
      await core.deadLetters.add({
        destination: address,
        direction: 'sent',
        reason,
        failure: kind,
        attempts,
        contentType,
        properties,
        body,
      });
    }
    await core.store.remove('accepted', key);
  }

  private async answer(request: LaterRequest, isRedelivered: boolean): Promise<WrittenAnswer> {
    const { envelope, accepted, sender, key } = request;
    try {
      const answer = await this.receiver?.answer(envelope, accepted, sender, key, isRedelivered);
      if (answer !== undefined) return answer;
      throw new Error('the adapter has not started');
    } catch (error) {
      const errors = errorsOfFailure(error);
      const fault = error instanceof Error ? error.message : String(error);
      return { result: 'FAILED', errors, ids: undefined, elements: [], fault };
    }
  }
}

function senderIn(head: Readonly<Record<string, unknown>>): Sender {
  const sender = head['sender'];
  const texts = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  if (typeof sender !== 'object' || sender === null) return { name: '', mechanisms: [], roles: [] };
  const { name, mechanisms, roles } = { name: '', mechanisms: [], roles: [], ...sender };
  return { name: String(name), mechanisms: texts(mechanisms), roles: texts(roles) };
}
