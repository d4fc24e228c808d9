import type { Envelope } from '../envelope/envelope.js';
import { clarkOf, embed, type EmbeddedElement, type PayloadMessage } from '../envelope/embedded-element.js';
import type { ObjectId } from '../envelope/object-id.js';
import type { Operation } from '../envelope/operation-set.js';
import type { ReplyError } from '../envelope/reply.js';
import type { AnyTypedMessage } from '../envelope/typed-message.js';
import { toTyped } from '../envelope/typed-parts.js';
import { isObjectless } from '../envelope/verb.js';
import type { Issue } from '../issue/issue.js';
import type { Answer } from './answer.js';
import { failed, ok, replyError } from './answer.js';
import { errorsOfIssues } from './error-mapping.js';
import type { Exchange } from './exchange.js';
import { eventOrRequest } from './exchange.js';
import type { HandlerContext } from './handler-context.js';
import type { PayloadOf, Received } from './received.js';

/** Handles a message. A handler of an event answers nothing. */
export type Handler<Message extends AnyTypedMessage, Reply extends AnyTypedMessage> = (
  message: Received<Message>,
  context: HandlerContext,
) => Promise<Answer<PayloadOf<Reply>> | void> | Answer<PayloadOf<Reply>> | void;

/** Takes back what a handler has done, because another operation of its set has failed. */
export type Compensation<Message extends AnyTypedMessage, Reply extends AnyTypedMessage> = (
  message: Received<Message>,
  answer: Answer<PayloadOf<Reply>>,
  context: HandlerContext,
) => Promise<void> | void;

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
  /** Decodes and validates a message, or an operation as a message of its own; nothing is done yet. */
  read(envelope: Envelope): Reading;
}

/** Binds a handler to its exchange: messages are read before it and answers written behind it, validated both ways. */
export function accept<Message extends AnyTypedMessage, Reply extends AnyTypedMessage>(
  exchange: Exchange<Message, Reply>,
  handler: Handler<Message, Reply>,
  compensation?: Compensation<Message, Reply>,
): Accepted {
  return {
    exchange,
    canCompensate: compensation !== undefined,
    read(envelope) {
      const read = readMessage(exchange, envelope);
      if (!read.ok) return read;
      // It is of the class of the exchange, and what its verb asks for is there.
      const message = read.value as Received<Message>;
      return {
        ok: true,
        handle: async (context) => {
          const answer = (await handler(message, context)) ?? ok<PayloadOf<Reply>>();
          const undo =
            compensation === undefined
              ? undefined
              : async (inContext: HandlerContext) => compensation(message, answer, inContext);
          return { ...writeAnswer(exchange, answer), compensate: undo };
        },
      };
    },
  };
}

/** The message of an envelope: of the class of its exchange, with all objects of its noun valid. */
function readMessage(
  { message: read, verb }: Exchange,
  envelope: Envelope,
):
  | { readonly ok: true; readonly value: AnyTypedMessage }
  | { readonly ok: false; readonly errors: readonly ReplyError[] } {
  if (envelope.header === undefined)
    return { ok: false, errors: [replyError('1.5', { reason: 'there is no header' })] };
  const kind = read?.kind ?? eventOrRequest(verb);
  const parts = read?.parts ?? {};
  const { value, issues } = toTyped(parts, { ...envelope, kind }, undefined);
  const all = [...issues, ...issuesOf(value.furtherPayloads, parts.payload)];
  if (all.some(({ severity }) => severity === 'error')) return { ok: false, errors: errorsOfIssues(all) };
  if (value.payload === undefined && parts.payload !== undefined && !isObjectless(verb))
    return { ok: false, errors: [missingPayload(parts.payload, envelope.payload?.elements ?? [])] };
  return { ok: true, value };
}

/** What is wrong with the elements that are of a type, where there are several of them. */
export const issuesOf = (
  elements: readonly EmbeddedElement[] | undefined,
  type: PayloadMessage | undefined,
): readonly Issue[] => {
  if (elements === undefined || type === undefined) return [];
  const name = clarkOf(type);
  return elements.flatMap((element) => (element.name === name ? element.decode(type).issues : []));
};

const missingPayload = (type: PayloadMessage, elements: readonly EmbeddedElement[]): ReplyError =>
  replyError('1.7', {
    reason: `the payload has no ${type.name} of namespace ${type.namespace}${
      elements.length === 0 ? '' : `; it has ${elements.map(({ name }) => name).join(', ')}`
    }`,
    xpath: '/*/Payload',
  });

function writeAnswer(
  { reply, noun }: Exchange,
  { result, errors, ids, payload, elements = [] }: Answer,
): WrittenAnswer {
  const type = reply?.parts.payload;
  if (payload === undefined || type === undefined) return { result, errors, ids, elements };
  const element = embed(type, payload);
  const fault = faultIn(type, element);
  if (fault === undefined) return { result, errors, ids, elements: [element, ...elements] };
  const { errors: own } = failed(
    replyError('5.3', { reason: `the answer about ${noun} is not valid, and is not sent` }),
  );
  return { result: 'FAILED', errors: own, ids: undefined, elements: [], fault };
}

/** What is wrong with an element that is to be sent, as the other side will find it; undefined where nothing is. */
export function faultIn(type: PayloadMessage, element: EmbeddedElement): string | undefined {
  let document: Uint8Array;
  try {
    document = element.document();
  } catch (error) {
    // Writers trust the types; a value that was cast to its type may have another shape.
    if (error instanceof TypeError)
      return `the value does not have the shape of ${type.name}: ${error.message}`;
    throw error;
  }
  const { ok: isValid, issues } = type.safeDecode(document);
  if (isValid) return undefined;
  const [first] = issues.filter(({ severity }) => severity === 'error');
  return `${first?.path ?? ''}: ${first?.message ?? 'not valid'}`;
}
