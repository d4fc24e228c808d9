import {
  contradictingEncoding,
  malformedEncoding,
  unsupportedEncoding,
} from '../../diagnostics/catalogue/src.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import { toUtf8 } from '../../runtime/xml/encoding.js';

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
  const { encoding } = decoded;
  switch (decoded.fault) {
    case 'unsupported-encoding':
      diagnostics.add(unsupportedEncoding, { label, encoding });
      break;
    case 'malformed':
      diagnostics.add(malformedEncoding, { label, encoding, offset: decoded.offset });
      break;
    case 'contradicting-encoding':
      diagnostics.add(contradictingEncoding, { label, encoding, declared: decoded.declared ?? '' });
      break;
  }
  return { value: undefined, diagnostics: diagnostics.sorted() };
}
