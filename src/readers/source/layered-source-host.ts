import {
  backslashInReference,
  letterCaseDiffers,
  networkRefused,
  ownDeclarationsUsed,
} from '../../diagnostics/catalogue/src.js';
import type { Diagnostic, Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { SourceText } from '../../foundation/source-text.js';
import {
  WELL_KNOWN_SCHEME,
  wellKnownForLocation,
  wellKnownForNamespace,
  wellKnownForUri,
  wellKnownUri,
} from '../well-known/index.js';
import type { CatalogSet } from './catalog/load-catalogs.js';
import { lookUpInCatalogs } from './catalog/look-up.js';
import { candidateUris, hasBackslash, schemeOf } from './reference.js';
import type { SourceHost } from './source-host.js';
import type { FoundSource, SourceStore } from './source-store.js';

interface Layers {
  readonly store: SourceStore;
  readonly catalogs: CatalogSet;
  /** What a reference without a base is relative to. */
  readonly base: string;
  /** Absent where the network is not allowed. */
  readonly fetch?: (url: string) => Read<SourceText | undefined>;
}

/**
 * A source host of layers: catalogs, then the store, then our own minimal declarations, then the network. Each document
 * is loaded once. What is to be said about a reference comes with the next load of what it leads to.
 */
export function layeredSourceHost({ store, catalogs, base: defaultBase, fetch }: Layers): SourceHost {
  const loaded = new Map<string, Read<SourceText | undefined>>();
  const remarks = new Map<string, readonly Diagnostic[]>();

  const remark = (uri: string, diagnostics: readonly Diagnostic[]): string => {
    if (diagnostics.length > 0) remarks.set(uri, [...(remarks.get(uri) ?? []), ...diagnostics]);
    return uri;
  };

  const withRemarks = <T>(uri: string, read: Read<T>): Read<T> => {
    const said = remarks.get(uri) ?? [];
    remarks.delete(uri);
    return said.length === 0 ? read : { value: read.value, diagnostics: [...said, ...read.diagnostics] };
  };

  const fromCatalog = (reference: string, uris: readonly string[]): string | undefined => {
    for (const id of new Set([...uris, reference])) {
      const found =
        lookUpInCatalogs(catalogs.catalogs, catalogs.list, { kind: 'uri', uri: id }) ??
        lookUpInCatalogs(catalogs.catalogs, catalogs.list, { kind: 'external', systemId: id });
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const fromStore = (uris: readonly string[]): FoundSource | undefined => {
    const found = uris.map((uri) => store.find(uri)).filter((source) => source !== undefined);
    return found.find(({ caseDiffers }) => !caseDiffers) ?? found[0];
  };

  const read = (uri: string): Read<SourceText | undefined> => {
    if (store.find(uri) !== undefined) return store.read(uri);
    const scheme = schemeOf(uri);
    const wellKnown = uri.startsWith(WELL_KNOWN_SCHEME) ? wellKnownForUri(uri) : wellKnownForLocation(uri);
    if (wellKnown !== undefined) {
      const { namespace, fileName, text } = wellKnown;
      const diagnostics = new DiagnosticBag();
      diagnostics.add(ownDeclarationsUsed, { namespace });
      return {
        value: {
          uri: wellKnownUri(wellKnown),
          label: `well-known/${fileName}`,
          bytes: new TextEncoder().encode(text),
        },
        diagnostics: diagnostics.sorted(),
      };
    }
    if (scheme === 'http' || scheme === 'https') return fetch === undefined ? refused(uri) : fetch(uri);
    return store.read(uri);
  };

  return {
    load(uri) {
      const found = schemeOf(uri) === undefined ? this.resolve(uri, '') : uri;
      const known = loaded.get(found) ?? read(found);
      loaded.set(found, known);
      return withRemarks(found, known);
    },
    loadBytes(uri) {
      const found = schemeOf(uri) === undefined ? this.resolve(uri, '') : uri;
      if (schemeOf(found) === 'http' || schemeOf(found) === 'https') return this.load(found);
      return withRemarks(found, store.readBytes(found));
    },
    resolve(reference, base) {
      const wanted = reference.trim();
      const uris = candidateUris(wanted, base === '' ? defaultBase : base);
      const mapped = fromCatalog(wanted, uris);
      const found = fromStore(mapped === undefined ? uris : [mapped]);
      if (found !== undefined) return remark(found.uri, remarksOn(wanted, found, mapped));
      if (mapped !== undefined) return mapped;
      const wellKnown = uris.map(wellKnownForLocation).find((schema) => schema !== undefined);
      return wellKnown === undefined ? (uris[0] ?? wanted) : wellKnownUri(wellKnown);
    },
    resolveNamespace(namespace) {
      const mapped = fromCatalog(namespace, []);
      if (mapped !== undefined) return store.find(mapped)?.uri ?? mapped;
      const wellKnown = wellKnownForNamespace(namespace);
      return wellKnown === undefined ? undefined : wellKnownUri(wellKnown);
    },
  };
}

function remarksOn(reference: string, found: FoundSource, mapped: string | undefined): readonly Diagnostic[] {
  const diagnostics = new DiagnosticBag();
  if (mapped === undefined && hasBackslash(reference)) diagnostics.add(backslashInReference, { reference });
  if (found.caseDiffers) {
    diagnostics.add(letterCaseDiffers, {
      reference: mapped ?? reference,
      found: found.label,
      others: found.others,
    });
  }
  return diagnostics.sorted();
}

function refused(uri: string): Read<undefined> {
  const diagnostics = new DiagnosticBag();
  diagnostics.add(networkRefused, { label: uri });
  return { value: undefined, diagnostics: diagnostics.sorted() };
}
