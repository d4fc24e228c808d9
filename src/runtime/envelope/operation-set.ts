import type { EmbeddedElement } from './embedded-element.js';
import type { Beyond } from './envelope.js';
import type { Reply } from './reply.js';

/** Operations that belong together; the verb of their message is `execute` or `executed`. */
export interface OperationSet {
  /** The order of the operations must be kept; absent means false. */
  readonly enforceMsgSequence?: boolean | undefined;
  /** All must be done or none; absent means false. */
  readonly enforceTransactionalIntegrity?: boolean | undefined;
  readonly operations: readonly Operation[];
  readonly beyond?: Beyond | undefined;
}

/** One operation of a set. */
export interface Operation {
  /** Number of the operation, a literal of xs:integer; replies and errors refer to it. */
  readonly operationId: string;
  readonly noun?: string | undefined;
  /** What is to be done: any text, unlike the verb of the header. */
  readonly verb?: string | undefined;
  /** The operation is on parts of an object, not on whole objects. */
  readonly elementOperation?: boolean | undefined;
  readonly elements?: readonly EmbeddedElement[] | undefined;
  /** How the operation went: in responses of the second edition. See also `Reply.operationId` and `ReplyError.operationId`. */
  readonly reply?: Reply | undefined;
  readonly beyond?: Beyond | undefined;
}
