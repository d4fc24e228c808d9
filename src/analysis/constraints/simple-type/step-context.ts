import type { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import type { Span } from '../../../foundation/span.js';
import type { Facet, FacetKind, Schema, SimpleType } from '../../../model/schema/index.js';
import type { SimpleTypeCodec } from '../../../runtime/primitive/simple-type.js';
import { normalizeWhiteSpace } from '../../../runtime/primitive/white-space.js';
import {
  effectiveFacet,
  type EffectiveFacets,
  effectiveFacets,
  simpleTypeCodec,
} from '../../simple-type/index.js';
import { compareValues, isOrdered } from '../../../runtime/value-space/compare-values.js';

/** One derivation step, as the rules on facets look at it. */
export interface StepContext {
  readonly schema: Schema;
  /** The type, with those facets only that apply to it. */
  readonly type: SimpleType;
  readonly base: SimpleType;
  readonly baseCodec: SimpleTypeCodec;
  /** What holds for the base type. */
  readonly inherited: EffectiveFacets;
  readonly diagnostics: DiagnosticBag;
}

export const stepContext = (
  schema: Schema,
  type: SimpleType,
  base: SimpleType,
  diagnostics: DiagnosticBag,
): StepContext => ({
  schema,
  type,
  base,
  baseCodec: simpleTypeCodec(schema, base.id),
  inherited: effectiveFacets(schema, base.id),
  diagnostics,
});

/** The facet of a kind that this very step states; of a kind that can be stated once. */
export const ownFacet = (step: StepContext, kind: FacetKind): Facet | undefined =>
  step.type.facets.find((facet) => facet.kind === kind);

/** The facet of a kind that the base type has. */
export const inheritedFacet = (step: StepContext, kind: FacetKind): Facet | undefined =>
  effectiveFacet(step.inherited, kind)?.facet;

/** The facet of a kind that is in force after this step. */
export const facetInForce = (step: StepContext, kind: FacetKind): Facet | undefined =>
  ownFacet(step, kind) ?? inheritedFacet(step, kind);

/** The value of a facet with white space collapsed: of all kinds but pattern and enumeration. */
export const valueOf = (facet: Facet): string => normalizeWhiteSpace(facet.value, 'collapse');

/** Where another facet stands, to be shown beside a problem; nothing where it is a built-in one. */
export const relatedTo = (facet: Facet): { readonly related: readonly { at: Span; label: string }[] } => ({
  related:
    facet.span.source === '' ? [] : [{ at: facet.span, label: `facet "${facet.kind}" is stated here` }],
});

/** Whether two bounds are the same value of the base type. */
export const isSame = ({ baseCodec }: StepContext, a: string, b: string): boolean =>
  isOrdered(baseCodec) && compareValues(baseCodec, a, b) === 0;
