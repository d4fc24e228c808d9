import type { ComponentId, Facet, FacetKind, Schema, SimpleType } from '../../model/schema/index.js';
import type { SimpleTypeCodec } from '../../runtime/primitive/simple-type.js';
import { primitiveName, simpleTypeBehind, withSimpleBaseTypes } from './base-types.js';
import { facetsByKind } from './facets-by-kind.js';
import { simpleTypeCodec } from './simple-type-codec.js';

/** What holds for a simple type after all its derivation steps: its {facets}, variety and primitive type. */
export interface EffectiveFacets {
  readonly variety: 'atomic' | 'list' | 'union';
  /** Local name; undefined for lists, unions and the simple ur-type. */
  readonly primitive: string | undefined;
  readonly whiteSpace: SimpleTypeCodec['whiteSpace'];
  /** Of each kind but pattern, what the nearest step states: one facet, or the members of an enumeration. */
  readonly facets: ReadonlyMap<FacetKind, readonly StatedFacet[]>;
  /** The alternatives of each step that has patterns, nearest step first: a literal matches one of each step. */
  readonly patterns: readonly (readonly StatedFacet[])[];
}

/** A facet and the type that states it. */
export interface StatedFacet {
  readonly facet: Facet;
  readonly owner: SimpleType;
}

const memory = new WeakMap<Schema, Map<ComponentId, EffectiveFacets>>();

/** The effective facets of a simple type, or of the simple content of a complex type. */
export function effectiveFacets(schema: Schema, id: ComponentId): EffectiveFacets {
  let known = memory.get(schema);
  if (known === undefined) memory.set(schema, (known = new Map<ComponentId, EffectiveFacets>()));
  let facets = known.get(id);
  if (facets === undefined) known.set(id, (facets = gatherFacets(schema, id)));
  return facets;
}

/** The facet of a kind that is in force, where there is only one of that kind. */
export const effectiveFacet = (facets: EffectiveFacets, kind: FacetKind): StatedFacet | undefined =>
  facets.facets.get(kind)?.[0];

function gatherFacets(schema: Schema, id: ComponentId): EffectiveFacets {
  const type = simpleTypeBehind(schema, id);
  const facets = new Map<FacetKind, readonly StatedFacet[]>();
  const patterns: (readonly StatedFacet[])[] = [];
  for (const owner of type === undefined ? [] : withSimpleBaseTypes(schema, type)) {
    for (const [kind, stated] of facetsByKind(owner)) {
      const named = stated.map((facet) => ({ facet, owner }));
      if (kind === 'pattern') patterns.push(named);
      else if (!facets.has(kind)) facets.set(kind, named);
    }
  }
  return {
    variety: type?.variety.kind ?? 'atomic',
    primitive: type === undefined ? undefined : primitiveName(schema, type),
    whiteSpace: simpleTypeCodec(schema, id).whiteSpace,
    facets,
    patterns,
  };
}
