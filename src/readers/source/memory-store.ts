import { fileNotFound } from '../../diagnostics/catalogue/src.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { compareText } from '../../foundation/expanded-name.js';
import { decodeSource } from './decode-source.js';
import { nearestName } from '../../foundation/near-miss.js';
import { absoluteUri } from './reference.js';
import type { SourceStore } from './source-store.js';
import { foldName } from './source-store.js';

/** What names of documents in memory are relative to. */
export const MEMORY_BASE = 'memory:/';

/** Documents by name or URI. Text counts as UTF-8, whatever encoding it declares; bytes are decoded. */
export function memoryStore(documents: Readonly<Record<string, string | Uint8Array>>): SourceStore {
  const byUri = new Map(
    Object.entries(documents).map(([name, content]) => [absoluteUri(name, MEMORY_BASE), content]),
  );
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
    read(uri) {
      const content = byUri.get(uri);
      const label = labelOf(uri);
      if (typeof content === 'string')
        return decodeSource(uri, label, new TextEncoder().encode(content), 'UTF-8');
      if (content !== undefined) return decodeSource(uri, label, content);
      const diagnostics = new DiagnosticBag();
      diagnostics.add(fileNotFound, { label, nearest: nearestName(label, [...byUri.keys()].map(labelOf)) });
      return { value: undefined, diagnostics: diagnostics.sorted() };
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
