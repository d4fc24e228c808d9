import type { Beyond, MessageKind } from './envelope.js';
import type { EmbeddedElement } from './embedded-element.js';
import type { MessageHeader } from './header.js';
import type { ObjectId } from './object-id.js';
import type { OperationSet } from './operation-set.js';
import type { Reply } from './reply.js';
import type { RequestParameters } from './request-parameters.js';

/** The header of a message whose verb and noun are known. */
export interface TypedHeader<Verb extends string, Noun extends string> extends MessageHeader {
  readonly verb: Verb;
  readonly noun: Noun;
}

/** The payload of a message whose noun is known. */
export interface TypedPayload<Noun> {
  /** The objects of the noun. */
  readonly payload?: Noun | undefined;
  /** Further elements, in order: others, or more of the noun. */
  readonly furtherPayloads?: readonly EmbeddedElement[] | undefined;
  readonly operationSet?: OperationSet | undefined;
  /** See `compress` and `decompress`. */
  readonly compressed?: string | undefined;
  readonly ids?: readonly ObjectId[] | undefined;
  readonly format?: string | undefined;
  readonly beyond?: Beyond | undefined;
}

/** Parameters of a request, the query profile decoded. */
export interface TypedParameters<Query> extends Omit<RequestParameters, 'parameters'> {
  /** What is asked for: the profile `Get<Noun>`. */
  readonly query?: Query | undefined;
  readonly furtherParameters?: readonly EmbeddedElement[] | undefined;
}

/** A request about a noun. */
export interface TypedRequest<
  Verb extends string,
  Noun extends string,
  Payload,
  Query = never,
> extends TypedPayload<Payload> {
  readonly kind: 'request';
  readonly header: TypedHeader<Verb, Noun>;
  readonly request?: TypedParameters<Query> | undefined;
}

/** The answer to a request about a noun. */
export interface TypedResponse<Noun extends string, Payload> extends TypedPayload<Payload> {
  readonly kind: 'response';
  readonly header: TypedHeader<'reply', Noun>;
  readonly reply: Reply;
}

/** Word of something that happened to a noun. */
export interface TypedEvent<Verb extends string, Noun extends string, Payload> extends TypedPayload<Payload> {
  readonly kind: 'event';
  readonly header: TypedHeader<Verb, Noun>;
}

/** The answer to a message that could not be read. */
export interface TypedFault {
  readonly kind: 'fault';
  readonly reply: Reply;
}

/** Any of the typed messages, as far as the runtime cares. */
export interface AnyTypedMessage extends TypedPayload<unknown> {
  readonly kind: MessageKind;
  readonly header?: MessageHeader | undefined;
  readonly request?: TypedParameters<unknown> | undefined;
  readonly reply?: Reply | undefined;
}

/** What is given to make a message: verb and noun are known, the rest of the header has defaults. */
export type PartsOf<M> = Omit<M, 'kind' | 'header'> & { readonly header?: HeaderParts };

/** What is given of a header. */
export type HeaderParts = Partial<Omit<MessageHeader, 'verb' | 'noun'>>;
