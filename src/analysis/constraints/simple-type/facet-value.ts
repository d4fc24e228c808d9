// Derivation Valid (cos-st-restricts, 3.14.6), clause 1.3.2, with Datatypes 4.3.7 to 4.3.10: the value of a bound is in the value
// space of the base type.

import { facetValueInvalid } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import type { Facet } from '../../../model/schema/index.js';
import { compareBounds } from './bounds-consistent.js';
import { inheritedFacet, isSame, type StepContext, valueOf } from './step-context.js';

const BOUNDS = new Set<Facet['kind']>(['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive']);

/** Whether the bounds that a step states are values of the base type. */
export function checkFacetValues(step: StepContext): void {
  for (const facet of step.type.facets) {
    if (!BOUNDS.has(facet.kind)) continue;
    const value = valueOf(facet);
    const fault = step.baseCodec.check(value, () => undefined);
    if (fault === undefined || isToldByBounds(step, value, fault.rule)) continue;
    if (!fault.rule.startsWith('cvc-datatype-valid') && repeatsBound(step, facet)) continue;
    step.diagnostics.add(facetValueInvalid, {
      at: facet.span,
      facet: facet.kind,
      value,
      base: step.baseCodec.name,
      expected: fault.expected,
    });
  }
}

/** An exclusive bound is no value of the type that has it, but may be stated again; an inclusive one is a value or it is wrong. */
function repeatsBound(step: StepContext, facet: Facet): boolean {
  if (facet.kind !== 'minExclusive' && facet.kind !== 'maxExclusive') return false;
  const parent = inheritedFacet(step, facet.kind);
  return parent !== undefined && isSame(step, valueOf(parent), valueOf(facet));
}

/**
 * What is beyond a bound of the base type is told by the rules on bounds. A time that cannot be compared with it, for one has
 * a zone and the other none (Datatypes 3.2.7.4), is not beyond it, and no value of the base type either.
 */
function isToldByBounds(step: StepContext, value: string, rule: string): boolean {
  const kind = BOUND_OF_RULE.get(rule);
  const bound = kind === undefined ? undefined : inheritedFacet(step, kind);
  return bound !== undefined && compareBounds(step, value, valueOf(bound)) !== undefined;
}

const BOUND_OF_RULE: ReadonlyMap<string, Facet['kind']> = new Map(
  [...BOUNDS].map((kind) => [`cvc-${kind}-valid`, kind]),
);
