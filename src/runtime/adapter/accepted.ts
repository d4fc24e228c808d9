import type { Envelope } from '../envelope/envelope.js';
import { clarkOf, embed, type EmbeddedElement, type PayloadMessage } from '../envelope/embedded-element.js';
import type { ObjectId } from '../envelope/object-id.js';
import type { Operation } from '../envelope/operation-set.js';
import type { ReplyError } from '../envelope/reply.js';
import type { RequestParameters } from '../envelope/request-parameters.js';
import type { Answer } from './answer.js';
import { failed, ok, replyError } from './answer.js';
import { errorsOfIssues } from './error-mapping.js';
import type { Exchange } from './exchange.js';
import { isQuery } from './exchange.js';
import type { HandlerContext, Incoming } from './incoming.js';

/** Handles a message. A handler of an event answers nothing. */
export type Handler<Payload, Result> = (
  message: Incoming<Payload>,
  context: HandlerContext,
) => Promise<Answer<Result> | void> | Answer<Result> | void;

/** Takes back what a handler has done, because another operation of its set has failed. */
export type Compensation<Payload, Result> = (
  message: Incoming<Payload>,
  answer: Answer<Result>,
  context: HandlerContext,
) => Promise<void> | void;

/** What a message holds for its handler: that of an envelope, or of an operation in it. */
export interface Content {
  readonly envelope: Envelope;
  readonly elements: readonly EmbeddedElement[];
  readonly ids: readonly ObjectId[];
}

/** An answer whose payload is an element that was found to be valid. */
export interface WrittenAnswer {
  readonly result: Answer['result'];
  readonly errors: readonly ReplyError[];
  readonly ids: readonly ObjectId[] | undefined;
  readonly elements: readonly EmbeddedElement[];
  /** Of an operation set: the objects that its operations answer with. */
  readonly operations?: readonly Operation[] | undefined;
  /** Why the answer of the handler could not be sent, for the audit trail. */
  readonly fault?: string | undefined;
  /** Takes back what was done; undefined where nothing can. */
  readonly compensate?: ((context: HandlerContext) => Promise<void>) | undefined;
}

/** A message that was read, ready to be handled; or what is wrong with it. */
export type Reading =
  | { readonly ok: true; readonly handle: (context: HandlerContext) => Promise<WrittenAnswer> }
  | { readonly ok: false; readonly errors: readonly ReplyError[] };

/** An exchange with its handler. */
export interface Accepted {
  readonly exchange: Exchange;
  readonly canCompensate: boolean;
  /** Decodes and validates; nothing is done yet. */
  read(content: Content): Reading;
}

/** Binds a handler to its exchange: payloads are read before it and written behind it, validated both ways. */
export function accept<Payload, Result>(
  exchange: Exchange<Payload, Result>,
  handler: Handler<Payload, Result>,
  compensation?: Compensation<Payload, Result>,
): Accepted {
  return {
    exchange,
    canCompensate: compensation !== undefined,
    read(content) {
      const message = readContent(exchange, content);
      if (!message.ok) return message;
      return {
        ok: true,
        handle: async (context) => {
          const answer = (await handler(message.value, context)) ?? ok<Result>();
          const undo =
            compensation === undefined
              ? undefined
              : async (inContext: HandlerContext) => compensation(message.value, answer, inContext);
          return { ...writeAnswer(exchange, answer), compensate: undo };
        },
      };
    },
  };
}

const NO_PARAMETERS: RequestParameters = Object.freeze({});

/** What is in a message for its handler, valid. */
function readContent<Payload>(
  exchange: Exchange<Payload>,
  { envelope, elements, ids }: Content,
):
  | { readonly ok: true; readonly value: Incoming<Payload> }
  | { readonly ok: false; readonly errors: readonly ReplyError[] } {
  const { header } = envelope;
  if (header === undefined)
    return { ok: false, errors: [replyError('1.5', { reason: 'there is no header' })] };
  const payloads: NonNullable<Payload>[] = [];
  const { payload: type } = exchange;
  if (type !== undefined) {
    const name = clarkOf(type);
    for (const element of elements) {
      if (element.name !== name) continue;
      const decoded = element.decode(type);
      if (!decoded.ok) return { ok: false, errors: errorsOfIssues(decoded.issues) };
      if (decoded.value !== undefined && decoded.value !== null) payloads.push(decoded.value);
    }
  }
  const [payload] = payloads;
  // Objects may be named by their identifiers alone, and a query may do without a profile.
  if (payload === undefined && type !== undefined && !isQuery(exchange) && ids.length === 0)
    return { ok: false, errors: [missingPayload(type, elements)] };
  const value = {
    header,
    parameters: envelope.request ?? NO_PARAMETERS,
    // The type of the payload has `undefined` in it wherever the line above lets it be.
    payload: payload as Payload,
    payloads,
    ids: ids.length > 0 ? ids : (envelope.request?.ids ?? ids),
    envelope,
  };
  return { ok: true, value };
}

const missingPayload = (type: PayloadMessage, elements: readonly EmbeddedElement[]): ReplyError =>
  replyError('1.7', {
    reason: `the payload has no ${type.name} of namespace ${type.namespace}${
      elements.length === 0 ? '' : `; it has ${elements.map(({ name }) => name).join(', ')}`
    }`,
    xpath: '/*/Payload',
  });

function writeAnswer<Payload, Result>(
  { result: type, noun }: Exchange<Payload, Result>,
  { result, errors, ids, payload, elements = [] }: Answer<Result>,
): WrittenAnswer {
  if (payload === undefined || type === undefined) return { result, errors, ids, elements };
  const written = writePayload(type, payload);
  if (written.ok) return { result, errors, ids, elements: [written.element, ...elements] };
  const { errors: own } = failed(
    replyError('5.3', { reason: `the answer about ${noun} is not valid, and is not sent` }),
  );
  return { result: 'FAILED', errors: own, ids: undefined, elements: [], fault: written.reason };
}

/** A payload as an element, valid. */
export type WrittenPayload =
  { readonly ok: true; readonly element: EmbeddedElement } | { readonly ok: false; readonly reason: string };

/** Writes a payload and validates what was written, as the other side will. */
export function writePayload<T>(type: PayloadMessage<T>, payload: T): WrittenPayload {
  const element = embed(type, payload);
  let document: Uint8Array;
  try {
    document = element.document();
  } catch (error) {
    // Writers trust the types; a value that was cast to its type may have another shape.
    if (error instanceof TypeError)
      return { ok: false, reason: `the value does not have the shape of ${type.name}: ${error.message}` };
    throw error;
  }
  const { ok: isValid, issues } = type.safeDecode(document);
  if (isValid) return { ok: true, element };
  const [first] = issues.filter(({ severity }) => severity === 'error');
  return { ok: false, reason: `${first?.path ?? ''}: ${first?.message ?? 'not valid'}` };
}
