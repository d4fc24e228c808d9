import type { EnvelopeEdition } from '../envelope/edition.js';
import type { Envelope } from '../envelope/envelope.js';
import type { MessageHeader } from '../envelope/header.js';
import type { Payload } from '../envelope/payload.js';
import type { Reply, ReplyError } from '../envelope/reply.js';
import type { AnyTypedMessage, PartsOf } from '../envelope/typed-message.js';
import { toEnvelope } from '../envelope/typed-parts.js';
import type { TransportMessage } from '../transport/middleware-adapter.js';
import type { WrittenAnswer } from './accepted.js';
import type { AdapterCore } from './core.js';
import { eventOrRequest, type Exchange } from './exchange.js';

const MEDIA_TYPE = 'application/xml';

/**
 * Errors as an edition can carry them. The published schema of the first edition types `xpath` as QName, which no path
 * is: there the place goes into the details, so that strict receivers accept the reply.
 */
export function carriedErrors(
  edition: EnvelopeEdition,
  errors: readonly ReplyError[] | undefined,
): readonly ReplyError[] | undefined {
  if (errors === undefined || errors.length === 0) return undefined;
  if (errors.every(({ xpath }) => xpath === undefined) || carriesPaths(edition)) return errors;
  return errors.map(({ xpath, details, ...error }) => {
    const place = xpath === undefined ? undefined : `at ${xpath}`;
    return {
      ...error,
      details: [place, details].filter((part) => part !== undefined).join('; ') || undefined,
    };
  });
}

const pathCarriers = new WeakMap<EnvelopeEdition, boolean>();

function carriesPaths(edition: EnvelopeEdition): boolean {
  let known = pathCarriers.get(edition);
  if (known === undefined) {
    const errors = [{ code: '1.8', xpath: '/RequestMessage/Payload' }];
    known = edition.validate({ kind: 'fault', reply: { result: 'FAILED', errors } }).valid;
    pathCarriers.set(edition, known);
  }
  return known;
}

/** The response to a request: same noun, verb `reply`, correlated with it. */
export function responseTo(core: AdapterCore, request: Envelope, reply: Reply, payload?: Payload): Envelope {
  const asked = request.header;
  const header: MessageHeader = {
    verb: 'reply',
    noun: asked?.noun ?? '',
    revision: asked?.revision,
    context: asked?.context,
    timestamp: timestamp(core),
    source: core.source,
    messageId: crypto.randomUUID(),
    correlationId: correlationOf(asked),
  };
  return { kind: 'response', header, reply, payload };
}

/** What a reply to a message refers to: its correlation, or where it has none its identifier. */
export const correlationOf = (header: MessageHeader | undefined): string | undefined =>
  header?.correlationId ?? header?.messageId;

/** The reply that an answer amounts to, and its payload. */
export function responseOf(core: AdapterCore, request: Envelope, answer: WrittenAnswer): Envelope {
  const { result, errors, ids, elements, operations } = answer;
  const reply: Reply = { result, errors, ids };
  if (operations !== undefined && operations.length > 0)
    return responseTo(core, request, reply, { operationSet: { operations } });
  return responseTo(core, request, reply, elements.length > 0 ? { elements } : undefined);
}

/** What is told to the sender of something that could not even be read. */
export const faultOf = (reply: Reply): Envelope => ({ kind: 'fault', reply });

/** What is given of a message that is to be sent. */
export type OutgoingParts = PartsOf<AnyTypedMessage>;

/** A request or an event, with a header that says what it is. */
export function messageFor(
  core: AdapterCore,
  { verb, noun, security, message }: Exchange,
  { header: own, ...parts }: OutgoingParts,
  more: Partial<MessageHeader> = {},
): Envelope {
  const header: MessageHeader = {
    replayDetection: security.replayProtected
      ? { nonce: crypto.randomUUID(), created: timestamp(core) }
      : undefined,
    timestamp: timestamp(core),
    source: core.source,
    messageId: crypto.randomUUID(),
    ...more,
    ...own,
    verb,
    noun,
  };
  const correlated: MessageHeader = { ...header, correlationId: header.correlationId ?? header.messageId };
  const kind = message?.kind ?? eventOrRequest(verb);
  return toEnvelope(message?.parts ?? {}, { ...parts, kind, header: correlated });
}

/** A message as a transport takes it. */
export function transportMessage(
  edition: EnvelopeEdition,
  envelope: Envelope,
  exchange: Pick<Exchange, 'priority' | 'verb' | 'noun'> | undefined,
  carry: Readonly<Record<string, string>> = {},
): TransportMessage {
  const { header, reply } = envelope;
  const carried =
    reply?.errors === undefined
      ? envelope
      : { ...envelope, reply: { ...reply, errors: carriedErrors(edition, reply.errors) } };
  return withBody(edition.encode(carried), header, exchange, carry);
}

/** A message that was written before. */
export function withBody(
  body: Uint8Array,
  header: MessageHeader | undefined,
  exchange: Pick<Exchange, 'priority' | 'verb' | 'noun'> | undefined,
  carry: Readonly<Record<string, string>> = {},
): TransportMessage {
  return {
    body,
    contentType: MEDIA_TYPE,
    properties: header === undefined ? carry : { ...carry, verb: header.verb, noun: header.noun },
    ...(header?.messageId === undefined ? {} : { messageId: header.messageId }),
    ...(header?.correlationId === undefined ? {} : { correlationId: header.correlationId }),
    ...(exchange === undefined ? {} : { priority: exchange.priority }),
  };
}

/** A message as the answer on the same call: the transport knows what it answers, and correlates it in its own way. */
export function onSameCall(message: TransportMessage): TransportMessage {
  const { correlationId: _, ...rest } = message;
  return rest;
}

/** The edition that a body is probably in: the one whose namespace stands near its beginning. */
export function editionOf({ editions }: AdapterCore, body: Uint8Array): EnvelopeEdition {
  const [first, ...others] = editions;
  if (others.length === 0) return first;
  const head = new TextDecoder('latin1').decode(body.subarray(0, 4096));
  return editions.find(({ namespace }) => head.includes(namespace)) ?? first;
}

const timestamp = ({ clock }: AdapterCore): string => new Date(clock.now()).toISOString();
