// Derivation Valid (cos-st-restricts, 3.14.6), clause 1.3.2, with Datatypes 4.3.7 to 4.3.10: the value of a bound is in the value
// space of the base type.

import { facetValueInvalid } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import type { Facet } from '../../../model/schema/index.js';
import { inheritedFacet, type StepContext, valueOf } from './step-context.js';

const BOUNDS = new Set<Facet['kind']>(['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive']);

/** Whether the bounds that a step states are values of the base type. */
export function checkFacetValues(step: StepContext): void {
  for (const facet of step.type.facets) {
    if (!BOUNDS.has(facet.kind)) continue;
    const value = valueOf(facet);
    const fault = step.baseCodec.check(value, () => undefined);
    if (fault === undefined || isOutsideOnly(fault.rule)) continue;
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
  return parent !== undefined && step.baseCodec.compare?.(valueOf(parent), valueOf(facet)) === 0;
}

/** What is beyond a bound of the base type is told by the rules on bounds. */
const isOutsideOnly = (rule: string): boolean => /^cvc-(?:min|max)(?:In|Ex)clusive-valid$/.test(rule);
