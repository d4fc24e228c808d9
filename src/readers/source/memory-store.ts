import { fileNotFound } from '../../diagnostics/catalogue/src.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { compareText } from '../../foundation/expanded-name.js';
import { decodeSource } from './decode-source.js';
import { nearestName } from '../../foundation/near-miss.js';
import { absoluteUri } from './reference.js';
import type { SourceBytes } from './source-host.js';
import type { SourceStore } from './source-store.js';
import { foldName } from './source-store.js';

/** What names of documents in memory are relative to. */
export const MEMORY_BASE = 'memory:/';

/** Documents by name or URI. Text counts as UTF-8, whatever encoding it declares; bytes are decoded. */
export function memoryStore(documents: Readonly<Record<string, string | Uint8Array>>): SourceStore {
  const byUri = new Map(
    Object.entries(documents).map(([name, content]) => [absoluteUri(name, MEMORY_BASE), content]),
  );
  const readBytes = (uri: string): Read<SourceBytes | undefined> => {
    const content = byUri.get(uri);
    const label = labelOf(uri);
    if (typeof content === 'string') {
      const bytes = new TextEncoder().encode(content);
      return { value: { uri, label, bytes, charset: 'UTF-8' }, diagnostics: [] };
    }
    if (content !== undefined) return { value: { uri, label, bytes: content }, diagnostics: [] };
    const diagnostics = new DiagnosticBag();
    diagnostics.add(fileNotFound, { label, nearest: nearestName(label, [...byUri.keys()].map(labelOf)) });
    return { value: undefined, diagnostics: diagnostics.sorted() };
  };
  return {
    find(uri) {
      if (byUri.has(uri)) return { uri, label: labelOf(uri), caseDiffers: false, others: [] };
      const folded = foldName(uri);
      const [first, ...others] = [...byUri.keys()]
        .filter((key) => foldName(key) === folded)
        .sort(compareText);
      if (first === undefined) return undefined;
      return { uri: first, label: labelOf(first), caseDiffers: true, others: others.map(labelOf) };
    },
    readBytes,
    read(uri) {
      const { value, diagnostics } = readBytes(uri);
      return value === undefined
        ? { value: undefined, diagnostics }
        : decodeSource(value.uri, value.label, value.bytes, value.charset);
    },
  };
}

function labelOf(uri: string): string {
  if (!uri.startsWith(MEMORY_BASE)) return uri;
  const path = uri.slice(MEMORY_BASE.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
