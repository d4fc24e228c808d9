// Datatypes 4.3: where {fixed} of a facet is true, a type derived from it cannot state another value.

import { facetFixed } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import type { Facet } from '../../../model/schema/index.js';
import { inheritedFacet, isSame, type StepContext, valueOf } from './step-context.js';

/** Whether a step leaves alone what a base type fixes. */
export function checkFixedFacets(step: StepContext): void {
  for (const facet of step.type.facets) {
    if (facet.kind === 'pattern' || facet.kind === 'enumeration') continue;
    const parent = inheritedFacet(step, facet.kind);
    if (parent?.fixed !== true || hasSameValue(step, facet, parent)) continue;
    step.diagnostics.add(facetFixed, {
      at: facet.span,
      facet: facet.kind,
      value: valueOf(facet),
      fixed: valueOf(parent),
    });
  }
}

function hasSameValue(step: StepContext, a: Facet, b: Facet): boolean {
  if (valueOf(a) === valueOf(b)) return true;
  switch (a.kind) {
    case 'minInclusive':
    case 'maxInclusive':
    case 'minExclusive':
    case 'maxExclusive':
      return isSame(step, valueOf(a), valueOf(b));
    case 'whiteSpace':
      return false;
    default:
      return Number(valueOf(a)) === Number(valueOf(b));
  }
}
