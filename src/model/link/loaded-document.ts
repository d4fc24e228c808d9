import type { RedefineFragment, SchemaDocument } from './fragment/index.js';

/** A schema document in its place in the graph: with the target namespace it has there, and what it pulls in. */
export interface LoadedDocument {
  /** Identity in the graph: a chameleon that was included into two namespaces is there twice. */
  readonly key: string;
  readonly document: SchemaDocument;
  /** The document's own, or for a chameleon that of the document that includes it. */
  readonly targetNamespace: string;
  /** References without namespace mean the target namespace. */
  readonly isChameleon: boolean;
  /** The reader was asked for this very document: it was not merely found on the way. */
  readonly isEntry: boolean;
  /** Keys of the documents that it includes, those found. */
  readonly includes: readonly string[];
  readonly redefines: readonly LoadedRedefine[];
  /** Namespaces that it imports and no document could be had for. */
  readonly missingNamespaces: readonly string[];
}

export interface LoadedRedefine {
  readonly fragment: RedefineFragment;
  /** Key of the document whose components are redefined; absent where it could not be had. */
  readonly target?: string;
}
