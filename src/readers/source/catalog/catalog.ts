import type { Span } from '../../../foundation/span.js';

/** The entries of OASIS XML Catalogs 1.1, sections 6.5 and 6.6. */
export type CatalogEntryKind =
  | 'public'
  | 'system'
  | 'rewriteSystem'
  | 'systemSuffix'
  | 'delegatePublic'
  | 'delegateSystem'
  | 'uri'
  | 'rewriteURI'
  | 'uriSuffix'
  | 'delegateURI'
  | 'nextCatalog';

/** One entry: what it matches, normalised, and the absolute URI that it leads to. */
export interface CatalogEntry {
  readonly kind: CatalogEntryKind;
  /** The identifier, its start or its end, as the kind has it; empty for `nextCatalog`. */
  readonly match: string;
  /** The document, the prefix that replaces the start, or the other catalog. */
  readonly target: string;
  /** Whether a public identifier counts although there is a system identifier (section 4.1.1). */
  readonly prefer: 'public' | 'system';
  readonly span: Span;
}

export interface Catalog {
  readonly uri: string;
  readonly entries: readonly CatalogEntry[];
}
