// maxInclusive, maxExclusive, minExclusive and minInclusive valid restriction (Datatypes 4.3.7 to 4.3.10).

import { boundOutsideBase } from '../../../diagnostics/catalogue/xsd-simple-type.js';
import { compareBounds } from './bounds-consistent.js';
import { inheritedFacet, ownFacet, relatedTo, type StepContext, valueOf } from './step-context.js';

/** Whether the bounds of a step lie within those of the base type. */
export function checkBoundsWithinBase(step: StepContext): void {
  for (const { kind, against } of RULES) {
    const own = ownFacet(step, kind);
    if (own === undefined) continue;
    for (const { parent: parentKind, isWrong } of against) {
      const parent = inheritedFacet(step, parentKind);
      if (parent === undefined) continue;
      const order = compareBounds(step, valueOf(own), valueOf(parent));
      if (order === undefined || !isWrong(order)) continue;
      step.diagnostics.add(boundOutsideBase, {
        at: own.span,
        rule: `${kind}-valid-restriction`,
        ...relatedTo(parent),
        facet: kind,
        value: valueOf(own),
        parent: parentKind,
        parentValue: valueOf(parent),
      });
      break;
    }
  }
}

const above = (order: number): boolean => order > 0;
const notBelow = (order: number): boolean => order >= 0;
const below = (order: number): boolean => order < 0;
const notAbove = (order: number): boolean => order <= 0;

const RULES = [
  {
    kind: 'maxInclusive',
    against: [
      { parent: 'maxInclusive', isWrong: above },
      { parent: 'maxExclusive', isWrong: notBelow },
      { parent: 'minInclusive', isWrong: below },
      { parent: 'minExclusive', isWrong: notAbove },
    ],
  },
  {
    kind: 'maxExclusive',
    against: [
      { parent: 'maxExclusive', isWrong: above },
      { parent: 'maxInclusive', isWrong: above },
      { parent: 'minInclusive', isWrong: notAbove },
      { parent: 'minExclusive', isWrong: notAbove },
    ],
  },
  {
    kind: 'minExclusive',
    against: [
      { parent: 'minExclusive', isWrong: below },
      { parent: 'minInclusive', isWrong: below },
      { parent: 'maxInclusive', isWrong: notBelow },
      { parent: 'maxExclusive', isWrong: notBelow },
    ],
  },
  {
    kind: 'minInclusive',
    against: [
      { parent: 'minInclusive', isWrong: below },
      { parent: 'minExclusive', isWrong: notAbove },
      { parent: 'maxInclusive', isWrong: above },
      { parent: 'maxExclusive', isWrong: notBelow },
    ],
  },
] as const;
