import type { Particle } from '../../../model/schema/index.js';
import type { Member } from '../match/members.js';
import { occursMark } from './words.js';

/**
 * The shape of a content model around the members that both sides have, as text: which of them stand in which group.
 * Order and occurrence of the members are left out, groups that mean nothing are flattened: what differs then is the
 * grouping itself.
 */
export const skeleton = (particle: Particle | undefined, labels: ReadonlyMap<Particle, string>): string =>
  particle === undefined ? '' : (shape(particle, labels)?.text ?? '');

/** The label of each matched member: the same on both sides. */
export function skeletonLabels(
  pairs: readonly (readonly [Member, Member])[],
): readonly [before: ReadonlyMap<Particle, string>, after: ReadonlyMap<Particle, string>] {
  const before = new Map<Particle, string>();
  const after = new Map<Particle, string>();
  pairs.forEach(([a, b], at) => {
    before.set(a.particle, String(at));
    after.set(b.particle, String(at));
  });
  return [before, after];
}

interface Shape {
  readonly text: string;
  /** What a group of the same kind around it may take over in its place. */
  readonly compositor: string | undefined;
  readonly parts: readonly string[];
}

function shape(particle: Particle, labels: ReadonlyMap<Particle, string>): Shape | undefined {
  const label = labels.get(particle);
  if (label !== undefined) return { text: label, compositor: undefined, parts: [] };
  const { term } = particle;
  if (term.kind !== 'model-group') return undefined;
  const inner = term.particles.flatMap((one) => shape(one, labels) ?? []);
  const mark = occursMark({ min: particle.minOccurs, max: particle.maxOccurs });
  const [only, ...others] = inner;
  if (only === undefined) return undefined;
  // Whether the only branch left may be missing is said of that branch.
  const isChoice = term.compositor === 'choice' && inner.length > 1;
  if (others.length === 0 && mark === '') return only;
  const compositor = isChoice ? 'choice' : term.compositor === 'all' ? 'all' : 'sequence';
  const parts = inner.flatMap((one) => (one.compositor === compositor ? one.parts : [one.text])).sort();
  return {
    text: `${compositor}(${parts.join(' ')})${mark}`,
    compositor: mark === '' ? compositor : undefined,
    parts,
  };
}

/** Whether the order of children means something: not in a choice, and not in `all`. */
export const isOrdered = (particle: Particle | undefined): boolean =>
  particle?.term.kind !== 'model-group' || particle.term.compositor === 'sequence';
