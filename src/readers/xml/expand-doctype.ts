import type { SourceText } from '../../foundation/source-text.js';
import { internalSubset } from '../../runtime/xml/doctype/internal-subset.js';
import { readProlog } from '../../runtime/xml/document.js';
import { Reader, STOP } from '../../runtime/xml/reader.js';

/** A document without a DOCTYPE, made of one that has one. */
export interface ExpandedDocument {
  readonly bytes: Uint8Array;
  /** Where the byte at an offset comes from. */
  readonly originOf: (offset: number) => number;
}

/**
 * Writes what an internal subset declares into the document: references are replaced, defaults of attributes filled in.
 * For libraries that must not see a DOCTYPE; to be called with documents that `parseXml` has read without complaint.
 */
export function expandDoctype({ bytes }: SourceText): ExpandedDocument {
  const r = new Reader(bytes, { allowDoctype: internalSubset });
  try {
    readProlog(r);
  } catch (signal) {
    if (signal !== STOP) throw signal;
  }
  const { rewriting } = r;
  if (rewriting === null) return { bytes, originOf: (offset) => offset };
  return { bytes: r.bytes.subarray(0, r.end), originOf: (offset) => rewriting.originOf(offset) };
}
