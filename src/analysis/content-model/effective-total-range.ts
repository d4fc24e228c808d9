import type { Particle } from '../../model/schema/index.js';

/** How many elements a particle may match in all. */
export interface Occurs {
  readonly min: number;
  readonly max: number | 'unbounded';
}

/** Effective Total Range (cos-seq-range and cos-choice-range, 3.8.6), and the range itself of any other particle. */
export function effectiveTotalRange(particle: Particle): Occurs {
  const { term } = particle;
  const own: Occurs = { min: particle.minOccurs, max: particle.maxOccurs };
  if (term.kind !== 'model-group') return own;
  const ranges = term.particles.map(effectiveTotalRange);
  const isChoice = term.compositor === 'choice';
  const min = isChoice
    ? ranges.reduce((least, range) => Math.min(least, range.min), ranges.length === 0 ? 0 : Infinity)
    : ranges.reduce((sum, range) => sum + range.min, 0);
  const max = isChoice
    ? ranges.reduce<Occurs['max']>((most, range) => largest(most, range.max), 0)
    : ranges.reduce<Occurs['max']>((sum, range) => plus(sum, range.max), 0);
  return { min: own.min * min, max: times(own.max, max) };
}

/** Particle Emptiable (cos-group-emptiable, 3.9.6): it may match no element at all. */
export function isEmptiable(particle: Particle): boolean {
  if (particle.minOccurs === 0) return true;
  const { term } = particle;
  if (term.kind !== 'model-group') return false;
  return term.compositor === 'choice'
    ? term.particles.length === 0 || term.particles.some(isEmptiable)
    : term.particles.every(isEmptiable);
}

/** Occurrence Range OK (range-ok, 3.9.6): `sub` allows no count that `base` does not allow. */
export const isRangeWithin = (sub: Occurs, base: Occurs): boolean =>
  sub.min >= base.min && (base.max === 'unbounded' || (sub.max !== 'unbounded' && sub.max <= base.max));

/** The product of two upper limits; nothing, repeated without limit, is still nothing. */
export const times = (a: Occurs['max'], b: Occurs['max']): Occurs['max'] => {
  if (a === 0 || b === 0) return 0;
  return a === 'unbounded' || b === 'unbounded' ? 'unbounded' : a * b;
};

const plus = (a: Occurs['max'], b: Occurs['max']): Occurs['max'] =>
  a === 'unbounded' || b === 'unbounded' ? 'unbounded' : a + b;

const largest = (a: Occurs['max'], b: Occurs['max']): Occurs['max'] =>
  a === 'unbounded' || b === 'unbounded' ? 'unbounded' : Math.max(a, b);
