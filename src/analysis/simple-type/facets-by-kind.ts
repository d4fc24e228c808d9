import type { Facet, FacetKind, SimpleType } from '../../model/schema/index.js';

/** The facets that a type states in its own derivation step, by kind, in the order in which they are stated. */
export function facetsByKind(type: SimpleType): ReadonlyMap<FacetKind, readonly Facet[]> {
  const byKind = new Map<FacetKind, Facet[]>();
  for (const facet of type.facets) {
    const before = byKind.get(facet.kind);
    if (before === undefined) byKind.set(facet.kind, [facet]);
    else before.push(facet);
  }
  return byKind;
}
