/*
 * The envelope of IEC 61968-100: a model of its messages that knows no edition, and what reads and writes it in each.
 */

export type { Beyond, Envelope, MessageKind } from './envelope.js';
export type { MessageHeader, MessageProperty, MessageUser, ReplayDetection } from './header.js';
export type { ObjectId } from './object-id.js';
export type { RequestOption, RequestParameters } from './request-parameters.js';
export type { Payload } from './payload.js';
export type { Operation, OperationSet } from './operation-set.js';
export type { ErrorLevel, ErrorLocation, Reply, ReplyError, ReplyResult } from './reply.js';
export type { EmbeddedElement, PayloadMessage } from './embedded-element.js';
export type { Tolerance, ToleranceId } from './tolerance.js';
export type { DecodedEnvelope, EnvelopeEdition, EnvelopeReadOptions } from './edition.js';
export type { EventVerb, ObjectlessVerb, RequestVerb, StandardVerb, Verb } from './verb.js';
export { imperativeOf, isEventVerb, isObjectless, isRequestVerb, pastOf } from './verb.js';
export { bindEnvelope, type BoundMessage, type EnvelopeBinding } from './bind-envelope.js';
export type { BoundElement, ValueBinding } from './bind-value.js';
export { embed, embedDocument } from './embedded-element.js';
export { kindOfRoot, type RootName } from './kind-of-root.js';
export { isTolerance } from './tolerance.js';
export { verbIn } from './verb-form.js';
export { anyEdition, chooseEdition } from './choose-edition.js';
export {
  messageClass,
  type AnyMessageClass,
  type DecodedMessage,
  type MessageClass,
  type MessageClassInfo,
  type MessageEncodeOptions,
  type MessageReader,
} from './message-class.js';
export type {
  AnyTypedMessage,
  HeaderParts,
  PartsOf,
  TypedEvent,
  TypedFault,
  TypedHeader,
  TypedParameters,
  TypedPayload,
  TypedRequest,
  TypedResponse,
} from './typed-message.js';
export { payloadsOf } from './typed-parts.js';
export { answering } from './answering.js';
export {
  compress,
  compressSync,
  decompress,
  decompressSync,
  type DecompressOptions,
  type Pack,
} from './compressed.js';
export { operationOutcomes, replyToOperations, type OperationOutcome } from './operation-outcome.js';
export { lintMessage, type LintFinding, type LintRule } from './lint-message.js';
export { lintExchange, type ExchangeFinding } from './lint-exchange.js';
export { readEnvelope } from './read-envelope.js';
export { messageFromJson, messageToJson } from './message-json.js';
export { elementOfTree, treeOf } from './element-tree.js';
