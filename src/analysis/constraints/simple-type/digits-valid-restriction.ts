// totalDigits valid restriction (Datatypes 4.3.11), fractionDigits valid restriction, fractionDigits less than or equal to totalDigits
// (fractionDigits-totalDigits, 4.3.12).

import { facetsContradict, facetWidened } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import { compareDecimals } from '../../../runtime/primitive/decimal.js';
import {
  facetInForce,
  inheritedFacet,
  ownFacet,
  relatedTo,
  type StepContext,
  valueOf,
} from './step-context.js';

/** Whether the numbers of digits of a step narrow those of the base type, and go together. */
export function checkDigits(step: StepContext): void {
  for (const facet of ['totalDigits', 'fractionDigits'] as const) {
    const own = ownFacet(step, facet);
    const parent = inheritedFacet(step, facet);
    if (own === undefined || parent === undefined) continue;
    if (compareDecimals(valueOf(own), valueOf(parent)) <= 0) continue;
    const rule = `${facet}-valid-restriction`;
    const values = { facet, value: valueOf(own), inherited: valueOf(parent), how: 'at most' } as const;
    step.diagnostics.add(facetWidened, { at: own.span, rule, ...relatedTo(parent), ...values });
  }
  const [fraction, total] = [facetInForce(step, 'fractionDigits'), facetInForce(step, 'totalDigits')];
  const own = ownFacet(step, 'fractionDigits') ?? ownFacet(step, 'totalDigits');
  if (fraction === undefined || total === undefined || own === undefined) return;
  if (compareDecimals(valueOf(fraction), valueOf(total)) <= 0) return;
  step.diagnostics.add(facetsContradict, {
    at: own.span,
    rule: 'fractionDigits-totalDigits',
    ...relatedTo(own === total ? fraction : total),
    lower: 'fractionDigits',
    lowerValue: valueOf(fraction),
    upper: 'totalDigits',
    upperValue: valueOf(total),
  });
}
