// Unique Particle Attribution (cos-nonambig, 3.8.6).

import { ambiguousContentModel } from '../../diagnostics/catalogue/xsd-constraints.js';
import type { Particle } from '../../model/schema/index.js';
import { competingParticles } from '../content-model/unique-particle-attribution.js';
import type { ConstraintContext } from './constraint-context.js';

/** cos-nonambig: one diagnostic for every two particles that compete. */
export function checkUniqueParticleAttribution(ctx: ConstraintContext, particle: Particle): void {
  for (const { first, second, name } of competingParticles(ctx.schema, particle)) {
    ctx.diagnostics.add(ambiguousContentModel, {
      at: second.span,
      element: name,
      related: [{ at: first.span, label: 'competes with this particle' }],
    });
  }
}
