// Rules on bounds of one type (Datatypes 4.3.7 to 4.3.10): minInclusive <= maxInclusive, minInclusive < maxExclusive,
// minExclusive < maxInclusive, minExclusive <= maxExclusive; maxInclusive and maxExclusive, minInclusive and minExclusive are not
// stated both in one step.

import { boundsExclude, facetsContradict } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import { compareValues, isOrdered } from '../../../runtime/value-space/compare-values.js';
import { facetInForce, ownFacet, relatedTo, type StepContext, valueOf } from './step-context.js';

/** Whether the bounds in force after a step leave room, where the step states one of them. */
export function checkBoundsConsistent(step: StepContext): void {
  for (const [inclusive, exclusive] of EXCLUDING) {
    const [first, second] = [ownFacet(step, inclusive), ownFacet(step, exclusive)];
    if (first === undefined || second === undefined) continue;
    const rule = `${inclusive}-${exclusive}`;
    step.diagnostics.add(boundsExclude, { at: second.span, rule, ...relatedTo(first), inclusive, exclusive });
  }
  for (const { lower, upper, mayBeEqual, rule } of ORDERED) {
    const [low, high] = [facetInForce(step, lower), facetInForce(step, upper)];
    const own = ownFacet(step, upper) ?? ownFacet(step, lower);
    if (low === undefined || high === undefined || own === undefined) continue;
    const order = compareBounds(step, valueOf(low), valueOf(high));
    if (order === undefined || order < 0 || (order === 0 && mayBeEqual)) continue;
    const values = { lower, lowerValue: valueOf(low), upper, upperValue: valueOf(high) };
    step.diagnostics.add(facetsContradict, {
      at: own.span,
      rule,
      ...relatedTo(own === low ? high : low),
      ...values,
    });
  }
}

/** Undefined where they are incomparable, or one of them is no literal at all. */
export function compareBounds(step: StepContext, a: string, b: string): number | undefined {
  const { baseCodec } = step;
  const isLiteral = (value: string): boolean => {
    const rule = baseCodec.check(value, () => undefined)?.rule;
    return rule === undefined || !rule.startsWith('cvc-datatype-valid');
  };
  return isOrdered(baseCodec) && isLiteral(a) && isLiteral(b) ? compareValues(baseCodec, a, b) : undefined;
}

const EXCLUDING = [
  ['maxInclusive', 'maxExclusive'],
  ['minInclusive', 'minExclusive'],
] as const;

const ORDERED = [
  {
    lower: 'minInclusive',
    upper: 'maxInclusive',
    mayBeEqual: true,
    rule: 'minInclusive-less-than-equal-to-maxInclusive',
  },
  {
    lower: 'minExclusive',
    upper: 'maxExclusive',
    mayBeEqual: true,
    rule: 'minExclusive-less-than-equal-to-maxExclusive',
  },
  {
    lower: 'minExclusive',
    upper: 'maxInclusive',
    mayBeEqual: false,
    rule: 'minExclusive-less-than-maxInclusive',
  },
  {
    lower: 'minInclusive',
    upper: 'maxExclusive',
    mayBeEqual: false,
    rule: 'minInclusive-less-than-maxExclusive',
  },
] as const;
