import { sha256 } from '../foundation/hash.js';
import type { SourceText } from '../foundation/source-text.js';
import { decodeSource } from '../readers/source/decode-source.js';
import type { SourceHost } from '../readers/source/source-host.js';
import { labelOfUri } from './find-inputs.js';

/** What was looked for while a project was compiled. */
export interface InputRecord {
  /** Label to hash; null where there was no document. Documents that come with cimbind are not recorded. */
  readonly hashes: Map<string, string | null>;
  /** By URI, for frames of diagnostics. */
  readonly sources: Map<string, SourceText>;
  note(uri: string, source: SourceText | undefined): void;
}

/** An empty record. */
export function inputRecord(root: string): InputRecord {
  const hashes = new Map<string, string | null>();
  const sources = new Map<string, SourceText>();
  return {
    hashes,
    sources,
    note(uri, source) {
      if (source !== undefined) {
        sources.set(uri, source);
        sources.set(source.uri, source);
      }
      const id = source?.uri ?? uri;
      if (!/^(?:file|https?):/u.test(id)) return;
      const label = labelOfUri(id, root);
      hashes.set(label, source === undefined ? null : sha256(source.bytes));
    },
  };
}

/** A host that remembers what it was asked for. */
export const recordingHost = (host: SourceHost, record: InputRecord): SourceHost => ({
  load(uri) {
    const read = host.load(uri);
    record.note(uri, read.value);
    return read;
  },
  loadBytes(uri) {
    const read = host.loadBytes(uri);
    // Diagnostics point into the text, so that is what is kept of a document in another encoding.
    const text =
      read.value && decodeSource(read.value.uri, read.value.label, read.value.bytes, read.value.charset);
    record.note(uri, text?.value ?? read.value);
    return read;
  },
  resolve: (reference, base) => host.resolve(reference, base),
  resolveNamespace: (namespace) => host.resolveNamespace(namespace),
});
