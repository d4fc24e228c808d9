import type { Read } from '../../diagnostics/diagnostic.js';
import { loadCatalogs } from './catalog/load-catalogs.js';
import { layeredSourceHost } from './layered-source-host.js';
import { MEMORY_BASE, memoryStore } from './memory-store.js';
import { absoluteUri } from './reference.js';
import type { SourceHost } from './source-host.js';

/**
 * A source host over documents in memory, by name (`schemas/a.xsd`, of URI `memory:/schemas/a.xsd`) or by absolute URI.
 * Nothing else can be loaded but our own minimal declarations.
 */
export const memorySourceHost = (documents: Readonly<Record<string, string | Uint8Array>>): SourceHost =>
  memorySourceHostWithCatalogs(documents, []).value;

/** The same, with some of the documents as catalogs. */
export function memorySourceHostWithCatalogs(
  documents: Readonly<Record<string, string | Uint8Array>>,
  catalogs: readonly string[],
): Read<SourceHost> {
  const store = memoryStore(documents);
  const { value, diagnostics } = loadCatalogs(
    catalogs.map((name) => ({ uri: absoluteUri(name, MEMORY_BASE), origin: 'named' })),
    (uri) => store.read(uri),
  );
  return { value: layeredSourceHost({ store, catalogs: value, base: MEMORY_BASE }), diagnostics };
}
