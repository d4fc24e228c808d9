import type { Catalog, CatalogEntry, CatalogEntryKind } from './catalog.js';
import { normalizePublicId, normalizeUri, unwrapPublicIdUrn } from './normalize.js';

/** Catalogs by URI, all those that `nextCatalog` and the delegates lead to included. */
export type Catalogs = ReadonlyMap<string, Catalog>;

/** What is looked up: an external identifier (section 7.1) or a URI (section 7.2). */
export type CatalogQuery =
  | { readonly kind: 'external'; readonly publicId?: string; readonly systemId?: string }
  | { readonly kind: 'uri'; readonly uri: string };

/** Looks an identifier up in a list of catalogs, as sections 7.1.2 and 7.2.2 say. Undefined: no entry matches. */
export function lookUpInCatalogs(
  catalogs: Catalogs,
  list: readonly string[],
  query: CatalogQuery,
): string | undefined {
  const normalized = normalizeQuery(query);
  return normalized === undefined ? undefined : search(catalogs, list, normalized, new Set());
}

function normalizeQuery(query: CatalogQuery): CatalogQuery | undefined {
  if (query.kind === 'uri') {
    const publicId = unwrapPublicIdUrn(query.uri);
    return publicId === undefined
      ? { kind: 'uri', uri: normalizeUri(query.uri) }
      : { kind: 'external', publicId };
  }
  const fromUrn = query.systemId === undefined ? undefined : unwrapPublicIdUrn(query.systemId);
  const systemId = fromUrn === undefined ? query.systemId : undefined;
  const given =
    query.publicId === undefined ? undefined : (unwrapPublicIdUrn(query.publicId) ?? query.publicId);
  const publicId = given ?? fromUrn;
  if (systemId === undefined && publicId === undefined) return undefined;
  return {
    kind: 'external',
    ...(systemId === undefined ? {} : { systemId: normalizeUri(systemId) }),
    ...(publicId === undefined ? {} : { publicId: normalizePublicId(publicId) }),
  };
}

/** `trail` holds the catalogs that delegated to this search: a circle of delegates ends without a match. */
function search(
  catalogs: Catalogs,
  list: readonly string[],
  query: CatalogQuery,
  trail: ReadonlySet<string>,
): string | undefined {
  const queue = [...list];
  const seen = new Set(trail);
  for (let uri = queue.shift(); uri !== undefined; uri = queue.shift()) {
    const catalog = catalogs.get(uri);
    if (catalog === undefined || seen.has(uri)) continue;
    seen.add(uri);
    const answer = answerOf(catalog, query);
    if (typeof answer === 'string') return answer;
    // Delegation is final: when the delegates have no entry, the search has failed.
    if (answer !== undefined)
      return search(catalogs, answer.delegates, answer.query, new Set([...trail, uri]));
    queue.unshift(
      ...catalog.entries.filter(({ kind }) => kind === 'nextCatalog').map(({ target }) => target),
    );
  }
  return undefined;
}

interface Delegation {
  readonly delegates: readonly string[];
  readonly query: CatalogQuery;
}

function answerOf(catalog: Catalog, query: CatalogQuery): string | Delegation | undefined {
  if (query.kind === 'uri')
    return answerFor(catalog, query.uri, 'uri', 'rewriteURI', 'uriSuffix', 'delegateURI', query);
  const { systemId, publicId } = query;
  if (systemId !== undefined) {
    const delegated: CatalogQuery = { kind: 'external', systemId };
    const answer = answerFor(
      catalog,
      systemId,
      'system',
      'rewriteSystem',
      'systemSuffix',
      'delegateSystem',
      delegated,
    );
    if (answer !== undefined) return answer;
  }
  if (publicId === undefined) return undefined;
  const entries = catalog.entries.filter(({ prefer }) => systemId === undefined || prefer === 'public');
  const exact = entries.find(({ kind, match }) => kind === 'public' && match === publicId);
  return exact?.target ?? delegation(entries, 'delegatePublic', publicId, { kind: 'external', publicId });
}

function answerFor(
  { entries }: Catalog,
  id: string,
  exactKind: CatalogEntryKind,
  rewriteKind: CatalogEntryKind,
  suffixKind: CatalogEntryKind,
  delegateKind: CatalogEntryKind,
  delegated: CatalogQuery,
): string | Delegation | undefined {
  const exact = entries.find(({ kind, match }) => kind === exactKind && match === id);
  if (exact !== undefined) return exact.target;
  const rewrite = longestFirst(entries, rewriteKind, (match) => id.startsWith(match))[0];
  if (rewrite !== undefined) return rewrite.target + id.slice(rewrite.match.length);
  const suffix = longestFirst(entries, suffixKind, (match) => id.endsWith(match))[0];
  return suffix?.target ?? delegation(entries, delegateKind, id, delegated);
}

function delegation(
  entries: readonly CatalogEntry[],
  kind: CatalogEntryKind,
  id: string,
  query: CatalogQuery,
): Delegation | undefined {
  const delegates = longestFirst(entries, kind, (match) => id.startsWith(match)).map(({ target }) => target);
  return delegates.length === 0 ? undefined : { delegates, query };
}

const longestFirst = (
  entries: readonly CatalogEntry[],
  wanted: CatalogEntryKind,
  fits: (match: string) => boolean,
): readonly CatalogEntry[] =>
  entries
    .filter(({ kind, match }) => kind === wanted && fits(match))
    .sort((a, b) => b.match.length - a.match.length);
