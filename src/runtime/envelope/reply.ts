import type { EmbeddedElement } from './embedded-element.js';
import type { Beyond } from './envelope.js';
import type { ObjectId } from './object-id.js';

/** The outcome of a request in one word. Others than the standard's three are kept as they came. */
export type ReplyResult = 'OK' | 'PARTIAL' | 'FAILED' | (string & Record<never, never>);

/** How grave an error is. */
export type ErrorLevel = 'INFORM' | 'WARNING' | 'FATAL' | 'CATASTROPHIC' | (string & Record<never, never>);

/** How a request went. */
export interface Reply {
  readonly result: ReplyResult;
  readonly errors?: readonly ReplyError[] | undefined;
  readonly ids?: readonly ObjectId[] | undefined;
  /** The operation of a set that the whole reply is about, a literal of xs:integer. */
  readonly operationId?: string | undefined;
  /** Elements of other namespaces, in order. */
  readonly extensions?: readonly EmbeddedElement[] | undefined;
  readonly beyond?: Beyond | undefined;
}

/** One thing that went wrong, or is worth a remark. */
export interface ReplyError {
  /** A code of IEC 61968-9, annex B, such as `2.4`, or one of the system that answers. */
  readonly code: string;
  readonly level?: ErrorLevel | undefined;
  readonly reason?: string | undefined;
  readonly details?: string | undefined;
  /** Where in the request: an XPath. */
  readonly xpath?: string | undefined;
  readonly stackTrace?: string | undefined;
  readonly location?: ErrorLocation | undefined;
  readonly id?: ObjectId | undefined;
  readonly relatedId?: ObjectId | undefined;
  /** The operation of a set that failed, a literal of xs:integer. */
  readonly operationId?: string | undefined;
  readonly beyond?: Beyond | undefined;
}

/** Where in the systems something went wrong. */
export interface ErrorLocation {
  readonly node?: string | undefined;
  readonly pipeline?: string | undefined;
  readonly stage?: string | undefined;
}
