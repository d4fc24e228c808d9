import { groupBy } from '../../foundation/group-by.js';
import type { Facet, FacetKind, SimpleType } from '../../model/schema/index.js';

/** The facets that a type states in its own derivation step, by kind, in the order in which they are stated. */
export function facetsByKind(type: SimpleType): ReadonlyMap<FacetKind, readonly Facet[]> {
  return groupBy(type.facets, ({ kind }) => kind);
}
