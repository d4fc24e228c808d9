import type { ComplexType, Particle } from '../../../model/schema/index.js';
import { type ContentAutomaton, contentAutomaton } from '../../content-model/automaton.js';
import type { LeastSizes } from './least-sizes.js';

const automata = new WeakMap<ComplexType, ContentAutomaton>();

/** The automaton of a type's content; one without positions where no element may be in it. */
export function contentAutomatonOf(type: ComplexType): ContentAutomaton {
  let automaton = automata.get(type);
  if (automaton === undefined) automata.set(type, (automaton = contentAutomaton(particleOf(type))));
  return automaton;
}

export const particleOf = ({ contentType }: ComplexType): Particle | undefined =>
  contentType.kind === 'element-only' || contentType.kind === 'mixed' ? contentType.particle : undefined;

/** The automaton of what can be in messages: particles without a valid form are left out. */
export function possibleContentOf(type: ComplexType, sizes: LeastSizes): ContentAutomaton {
  const particle = particleOf(type);
  const possible = particle && possiblePart(particle, sizes);
  return possible === particle ? contentAutomatonOf(type) : contentAutomaton(possible);
}

/** The particle itself where all of it is possible. */
function possiblePart(particle: Particle, sizes: LeastSizes): Particle {
  const { term } = particle;
  if (particle.maxOccurs === 0) return particle;
  if (sizes.term(term) === Infinity) return { ...particle, minOccurs: 0, maxOccurs: 0 };
  if (term.kind !== 'model-group') return particle;
  const particles = term.particles.map((part) => possiblePart(part, sizes));
  return particles.every((part, at) => part === term.particles[at])
    ? particle
    : { ...particle, term: { ...term, particles } };
}
