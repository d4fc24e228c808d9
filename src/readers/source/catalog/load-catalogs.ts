import { catalogUsed } from '../../../diagnostics/catalogue/src.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../../foundation/source-text.js';
import { parseXml } from '../../xml/parse-xml.js';
import type { Catalog } from './catalog.js';
import type { Catalogs } from './look-up.js';
import { CATALOG_NAMESPACE, readCatalog } from './read-catalog.js';

/** A catalog to begin with. One that was come upon and turns out to be something else is let alone. */
export interface CatalogStart {
  readonly uri: string;
  readonly origin: 'named' | 'come-upon';
}

/** Catalogs ready for looking up: those to begin with, in order, and all that they lead to. */
export interface CatalogSet {
  readonly list: readonly string[];
  readonly catalogs: Catalogs;
}

/** Reads catalogs and those that they name, each once. What is wrong with them is said now, not at the first reference. */
export function loadCatalogs(
  starts: readonly CatalogStart[],
  load: (uri: string) => Read<SourceText | undefined>,
): Read<CatalogSet> {
  const diagnostics = new DiagnosticBag();
  const catalogs = new Map<string, Catalog>();
  const list: string[] = [];
  const queue: (CatalogStart | { readonly uri: string; readonly origin: 'linked' })[] = [...starts];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { uri, origin } = next;
    if (catalogs.has(uri)) continue;
    const { value: source, diagnostics: loading } = load(uri);
    if (source === undefined) {
      diagnostics.push(...loading);
      continue;
    }
    const { value: root, diagnostics: parsing } = parseXml(source, { allowDoctype: true });
    const isCatalog = root?.name.namespace === CATALOG_NAMESPACE;
    if (origin === 'come-upon' && !isCatalog) continue;
    diagnostics.push(...loading, ...parsing);
    if (root === undefined) continue;
    const { value: catalog, diagnostics: reading } = readCatalog(root, source);
    diagnostics.push(...reading);
    catalogs.set(uri, catalog);
    if (origin !== 'linked' && isCatalog) {
      list.push(uri);
      diagnostics.add(catalogUsed, { label: source.label });
    }
    for (const { kind, target } of catalog.entries) {
      if (kind === 'nextCatalog' || kind.startsWith('delegate'))
        queue.push({ uri: target, origin: 'linked' });
    }
  }
  return { value: { list, catalogs }, diagnostics: diagnostics.sorted() };
}
