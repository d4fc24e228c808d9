// All Group Limited (cos-all-limited, 3.8.6) and Particle Correct (p-props-correct, 3.9.6).

import {
  allGroupMisplaced,
  allGroupRepeats,
  occurrenceRangeEmpty,
} from '../../diagnostics/catalogue/xsd-constraints.js';
import type { ModelGroup, Particle } from '../../model/schema/index.js';
import type { ConstraintContext } from './constraint-context.js';

/** The ranges of a content model and the places of its xs:all groups. */
export function checkContentParticles(ctx: ConstraintContext, particle: Particle): void {
  checkRange(ctx, particle);
  const { term } = particle;
  if (term.kind !== 'model-group') return;
  if (term.compositor === 'all' && particle.maxOccurs !== 1) {
    ctx.diagnostics.add(allGroupRepeats, { at: particle.span, max: particle.maxOccurs });
  }
  checkModelGroup(ctx, term);
}

/** The same for the group of a model group definition, which may be an xs:all group itself. */
export function checkModelGroup(ctx: ConstraintContext, group: ModelGroup): void {
  for (const child of group.particles) {
    const { term } = child;
    if (group.compositor === 'all' && child.maxOccurs !== 0 && child.maxOccurs !== 1) {
      ctx.diagnostics.add(allGroupRepeats, { at: child.span, max: child.maxOccurs });
    }
    checkRange(ctx, child);
    if (term.kind !== 'model-group') continue;
    if (term.compositor === 'all' || group.compositor === 'all') {
      ctx.diagnostics.add(allGroupMisplaced, { at: child.span });
    }
    checkModelGroup(ctx, term);
  }
}

/** p-props-correct, clause 2.1. */
function checkRange(ctx: ConstraintContext, { minOccurs: min, maxOccurs: max, span }: Particle): void {
  if (max === 'unbounded' || min <= max) return;
  ctx.diagnostics.add(occurrenceRangeEmpty, { at: span, min, max });
}
