import type { ElementDeclarationRef, Particle, Wildcard } from '../../model/schema/index.js';

/** A particle tree with its ranges written out: the form in which determinism is decided. */
export type Unrolled =
  | UnrolledLeaf
  | { readonly kind: 'sequence' | 'choice'; readonly children: readonly Unrolled[] }
  /** Once or not at all, or once or more often. */
  | { readonly kind: 'optional' | 'repeated'; readonly child: Unrolled };

/** One copy of a leaf. Copies that come from writing out a range stand for the same particle. */
export interface UnrolledLeaf {
  readonly kind: 'leaf';
  readonly term: ElementDeclarationRef | Wildcard;
  readonly particle: Particle;
  /** The particle at its place in the tree, the same for all its copies. */
  readonly place: number;
}

/**
 * Writes out occurrence ranges, large ones shortened. What decides determinism is whether a particle can both end and
 * go on after the same number of occurrences: a range of two or three shows that as well as one of a hundred thousand.
 * Small ranges are kept exact, because nested ones can be split in several ways.
 */
export function unroll(particle: Particle): Unrolled {
  const places = new Map<string, number>();
  const placeOf = (path: string): number => {
    const known = places.get(path);
    if (known !== undefined) return known;
    places.set(path, places.size);
    return places.size - 1;
  };
  const exact = copiesOf(particle, EXACT);
  const limits = exact <= LARGEST ? EXACT : copiesOf(particle, SHORT) <= LARGEST ? SHORT : SHORTEST;
  const build = (at: Particle, path: string): Unrolled => {
    const { term } = at;
    const body = (): Unrolled => {
      if (term.kind !== 'model-group') return { kind: 'leaf', term, particle: at, place: placeOf(path) };
      const children = term.particles
        .map((child, rank) => ({ child, path: `${path}/${rank}` }))
        .filter(({ child }) => child.maxOccurs !== 0)
        .map(({ child, path: below }) => build(child, below));
      if (term.compositor === 'all') return { kind: 'repeated', child: { kind: 'choice', children } };
      return { kind: term.compositor, children };
    };
    const { min, max } = shorten(at, limits);
    const rest = max === 'unbounded' ? undefined : optionalCopies(max - min, body);
    const required = Array.from({ length: min }, body);
    if (max === 'unbounded') {
      const last: Unrolled = { kind: 'repeated', child: required.pop() ?? body() };
      return sequence(min === 0 ? [{ kind: 'optional', child: last }] : [...required, last]);
    }
    return sequence(rest === undefined ? required : [...required, rest]);
  };
  return build(particle, '');
}

interface Limits {
  /** Ranges up to here are kept as they are. */
  readonly exact: number;
  readonly min: number;
  readonly extra: number;
}

const EXACT: Limits = { exact: 4, min: 3, extra: 1 };
const SHORT: Limits = { exact: 2, min: 2, extra: 1 };
const SHORTEST: Limits = { exact: 1, min: 1, extra: 1 };
/** As many leaves as can be written out in next to no time. */
const LARGEST = 50_000;

function shorten(at: Particle, limits: Limits): { readonly min: number; readonly max: number | 'unbounded' } {
  if (at.maxOccurs === 'unbounded') return { min: Math.min(at.minOccurs, limits.min), max: 'unbounded' };
  if (at.maxOccurs <= limits.exact) return { min: at.minOccurs, max: at.maxOccurs };
  const min = Math.min(at.minOccurs, limits.min);
  return {
    min,
    max: min + Math.min(at.maxOccurs - at.minOccurs, min === 0 ? Math.max(2, limits.extra) : limits.extra),
  };
}

function copiesOf(at: Particle, limits: Limits): number {
  const { min, max } = shorten(at, limits);
  const copies = max === 'unbounded' ? Math.max(1, min) : max;
  if (at.term.kind !== 'model-group') return copies;
  return copies * at.term.particles.reduce((sum, child) => sum + copiesOf(child, limits), 0);
}

/** `x?`, `(x x?)?`, `(x (x x?)?)?` … */
function optionalCopies(count: number, body: () => Unrolled): Unrolled | undefined {
  let rest: Unrolled | undefined;
  for (let copy = 0; copy < count; copy++) {
    rest = { kind: 'optional', child: sequence(rest === undefined ? [body()] : [body(), rest]) };
  }
  return rest;
}

const sequence = (children: readonly Unrolled[]): Unrolled => {
  const [only] = children;
  return children.length === 1 && only !== undefined ? only : { kind: 'sequence', children };
};
