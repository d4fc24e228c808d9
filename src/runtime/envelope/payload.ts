import type { EmbeddedElement } from './embedded-element.js';
import type { Beyond } from './envelope.js';
import type { ObjectId } from './object-id.js';
import type { OperationSet } from './operation-set.js';

/**
 * The business content of a message. In generic messages it is one of elements, operation set, compressed text and
 * identifiers; strongly typed messages may have several of them.
 */
export interface Payload {
  /** Objects of the noun, and others: each stays bytes until it is decoded. */
  readonly elements?: readonly EmbeddedElement[] | undefined;
  readonly operationSet?: OperationSet | undefined;
  /** Elements packed by gzip and written in Base64: see `compress` and `decompress`. */
  readonly compressed?: string | undefined;
  /** Objects by their identifiers alone, enough to cancel, close or delete them. */
  readonly ids?: readonly ObjectId[] | undefined;
  /** A hint as to what the payload is: `XML`, `RDF`, `PDF` … */
  readonly format?: string | undefined;
  readonly beyond?: Beyond | undefined;
}
