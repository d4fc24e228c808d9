import type { ComplexType, Particle, Schema } from '../../../model/schema/index.js';
import { particleOf } from './content-of.js';

/** The type nearest to the ur-type that has a particle, or a copy of it: there it was written. */
export function ownerOfParticle(schema: Schema, type: ComplexType, particle: Particle): ComplexType {
  let owner = type;
  for (;;) {
    const base = schema.types.get(owner.baseType);
    if (base?.kind !== 'complex-type' || base === owner || owner.derivationMethod !== 'extension')
      return owner;
    const whole = particleOf(base);
    if (whole === undefined || !holds(whole, particle)) return owner;
    owner = base;
  }
}

const holds = (whole: Particle, particle: Particle): boolean =>
  (whole.span === particle.span && whole.term.kind === particle.term.kind) ||
  (whole.term.kind === 'model-group' && whole.term.particles.some((part) => holds(part, particle)));
