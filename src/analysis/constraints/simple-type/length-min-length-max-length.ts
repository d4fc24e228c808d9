// length and minLength or maxLength (length-minLength-maxLength, Datatypes 4.3.1, second edition): both are allowed only if the
// length is within the bound, and the bound comes from a type above, with the same value and without a length.

import { lengthBesideBounds } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import { compareDecimals } from '../../../runtime/primitive/decimal.js';
import { effectiveFacet, effectiveFacets, withSimpleBaseTypes } from '../../simple-type/index.js';
import { facetInForce, ownFacet, relatedTo, type StepContext, valueOf } from './step-context.js';

/** Whether length, minLength and maxLength of a step and its base types go together. */
export function checkLengthBesideBounds(step: StepContext): void {
  const length = facetInForce(step, 'length');
  if (length === undefined) return;
  for (const kind of ['minLength', 'maxLength'] as const) {
    const bound = facetInForce(step, kind);
    const own = ownFacet(step, 'length') ?? ownFacet(step, kind);
    if (bound === undefined || own === undefined) continue;
    const order = compareDecimals(valueOf(length), valueOf(bound));
    const isWithin = kind === 'minLength' ? order >= 0 : order <= 0;
    if (isWithin && isBoundFirst(step, kind, valueOf(bound))) continue;
    const values = { bound: kind, value: valueOf(bound), length: valueOf(length) };
    step.diagnostics.add(lengthBesideBounds, {
      at: own.span,
      ...relatedTo(own === length ? bound : length),
      ...values,
    });
  }
}

/** Clause 1.2: a base type has the bound, with this value, and no length. */
function isBoundFirst(step: StepContext, kind: 'minLength' | 'maxLength', value: string): boolean {
  return withSimpleBaseTypes(step.schema, step.base).some((type) => {
    const facets = effectiveFacets(step.schema, type.id);
    const bound = effectiveFacet(facets, kind);
    return (
      bound !== undefined &&
      compareDecimals(valueOf(bound.facet), value) === 0 &&
      effectiveFacet(facets, 'length') === undefined
    );
  });
}
