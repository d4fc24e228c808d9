import type { Read } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../foundation/source-text.js';

/** A document as it came: text in any encoding, or not text at all. */
export interface SourceBytes {
  /** As in `SourceText`. */
  readonly uri: string;
  /** As in `SourceText`. */
  readonly label: string;
  readonly bytes: Uint8Array;
  /** The encoding of the text, where something outside of the document knows it. */
  readonly charset?: string;
}

/** Where readers get text from. The only thing in `readers` that may touch a disk or, when allowed, a network. */
export interface SourceHost {
  /** Loads by URI. `undefined` with a diagnostic where it cannot be had; the diagnostics carry no span. */
  load(uri: string): Read<SourceText | undefined>;
  /** The same for a document that need not be text: its bytes, undecoded. */
  loadBytes(uri: string): Read<SourceBytes | undefined>;
  /**
   * Resolves a reference (schemaLocation, wsdl location, system identifier) against the document that holds it, through
   * catalogs, to a URI that `load` takes.
   */
  resolve(reference: string, base: string): string;
  /** A URI for an import that names only a namespace: a catalog or one of our own minimal declarations. */
  resolveNamespace(namespace: string): string | undefined;
}
