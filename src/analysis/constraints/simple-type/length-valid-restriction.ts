// length valid restriction (Datatypes 4.3.1), minLength valid restriction (4.3.2), maxLength valid restriction (4.3.3),
// minLength <= maxLength (minLength-less-than-equal-to-maxLength, 4.3.2).

import {
  facetsContradict,
  facetWidened,
  lengthChanged,
} from '../../../diagnostics/catalogue/xsd-simple-type.js';
import { compareDecimals } from '../../../runtime/primitive/decimal.js';
import {
  facetInForce,
  inheritedFacet,
  ownFacet,
  relatedTo,
  type StepContext,
  valueOf,
} from './step-context.js';

/** Whether the lengths of a step narrow those of the base type. */
export function checkLengths(step: StepContext): void {
  const { diagnostics } = step;
  const length = ownFacet(step, 'length');
  const parent = inheritedFacet(step, 'length');
  if (
    length !== undefined &&
    parent !== undefined &&
    compareDecimals(valueOf(length), valueOf(parent)) !== 0
  ) {
    const values = { value: valueOf(length), inherited: valueOf(parent) };
    diagnostics.add(lengthChanged, { at: length.span, ...relatedTo(parent), ...values });
  }
  checkNarrowed(step, 'minLength', 'at least', 1);
  checkNarrowed(step, 'maxLength', 'at most', -1);
  const [min, max] = [facetInForce(step, 'minLength'), facetInForce(step, 'maxLength')];
  const own = ownFacet(step, 'maxLength') ?? ownFacet(step, 'minLength');
  if (min === undefined || max === undefined || own === undefined) return;
  if (compareDecimals(valueOf(min), valueOf(max)) <= 0) return;
  diagnostics.add(facetsContradict, {
    at: own.span,
    rule: 'minLength-less-than-equal-to-maxLength',
    ...relatedTo(own === max ? min : max),
    lower: 'minLength',
    lowerValue: valueOf(min),
    upper: 'maxLength',
    upperValue: valueOf(max),
  });
}

function checkNarrowed(
  step: StepContext,
  facet: 'minLength' | 'maxLength',
  how: 'at least' | 'at most',
  sign: number,
): void {
  const own = ownFacet(step, facet);
  const parent = inheritedFacet(step, facet);
  if (own === undefined || parent === undefined) return;
  if (compareDecimals(valueOf(own), valueOf(parent)) * sign >= 0) return;
  const rule = `${facet}-valid-restriction`;
  const values = { facet, value: valueOf(own), inherited: valueOf(parent), how };
  step.diagnostics.add(facetWidened, { at: own.span, rule, ...relatedTo(parent), ...values });
}
