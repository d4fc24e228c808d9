import {
  contradictingEncoding,
  malformedEncoding,
  unsupportedEncoding,
} from '../../diagnostics/catalogue/src.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import type { EncodingFault } from '../../runtime/xml/encoding.js';
import { toUtf8 } from '../../runtime/xml/encoding.js';
import { malformedOffset } from '../../runtime/xml/utf8-chunks.js';

/** Makes a source text from the bytes of a document, whatever encoding they are in. */
export function decodeSource(
  uri: string,
  label: string,
  bytes: Uint8Array,
  charset?: string,
): Read<SourceText | undefined> {
  const decoded = toUtf8(bytes, charset);
  if ('bytes' in decoded) return { value: { uri, label, bytes: decoded.bytes }, diagnostics: [] };
  const diagnostics = new DiagnosticBag();
  const offset = decoded.fault === 'malformed' ? malformedOffset(bytes, charset) : undefined;
  reportEncodingFault({ ...decoded, ...(offset === undefined ? {} : { offset }) }, label, diagnostics);
  return { value: undefined, diagnostics: diagnostics.sorted() };
}

/** Says why the bytes of a document are no text. */
export function reportEncodingFault(fault: EncodingFault, label: string, diagnostics: DiagnosticBag): void {
  const { encoding, offset, declared = '' } = fault;
  switch (fault.fault) {
    case 'unsupported-encoding':
      return diagnostics.add(unsupportedEncoding, { label, encoding });
    case 'malformed':
      return diagnostics.add(malformedEncoding, { label, encoding, offset });
    case 'contradicting-encoding':
      return diagnostics.add(contradictingEncoding, { label, encoding, declared });
  }
}
