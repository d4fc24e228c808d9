import type { ElementDeclarationRef, Particle, Wildcard } from '../../model/schema/index.js';
import { isEmptiable } from './effective-total-range.js';

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
 * Writes out occurrence ranges: exactly where that stays small, else shortened. What decides determinism is whether a particle can both end and go on after the
 * same elements. Where it may end after one occurrence, a range without limit shows that as well as any other upper limit;
 * only what must occur several times is copied, because it cannot end before the last copy, and a fixed number of
 * copies cannot go on behind it. Only nested ranges that can be split in several ways need the exact numbers.
 */
export function unroll(particle: Particle): Unrolled {
  const isExact = sizeOf(particle) <= SMALL;
  const most = isExact ? Infinity : ([4, 3, 2].find((limit) => copiesOf(particle, limit) <= LARGEST) ?? 1);
  const places = new Map<string, number>();
  const placeOf = (path: string): number => {
    const place = places.get(path) ?? places.size;
    places.set(path, place);
    return place;
  };
  const build = (at: Particle, path: string): Unrolled => {
    const { term, minOccurs: min, maxOccurs: max } = at;
    const body = (): Unrolled => {
      if (term.kind !== 'model-group') return { kind: 'leaf', term, particle: at, place: placeOf(path) };
      const children = term.particles.flatMap((child, rank) =>
        child.maxOccurs === 0 ? [] : [build(child, `${path}/${rank}`)],
      );
      if (term.compositor === 'all') return { kind: 'repeated', child: { kind: 'choice', children } };
      return { kind: term.compositor, children };
    };
    if (isExact && max !== 'unbounded') {
      const required = Array.from({ length: min }, body);
      return sequence(max > min ? [...required, optionalCopies(max - min, body)] : required);
    }
    const copies = Array.from({ length: requiredCopies(at, most) }, body);
    const last = copies.at(-1) ?? body();
    const isFixed = max === 1 || (max === min && !isBodyEmptiable(at));
    const end: Unrolled = isFixed ? last : { kind: 'repeated', child: last };
    const whole = sequence([...copies.slice(0, -1), end]);
    return min === 0 ? { kind: 'optional', child: whole } : whole;
  };
  return build(particle, '');
}

/** As many leaves as can be compared with each other in next to no time. */
const SMALL = 128;
/** As many leaves as can be written out in next to no time. */
const LARGEST = 20_000;

/** The leaves of the tree with every limited range written out. */
function sizeOf(at: Particle): number {
  const copies = at.maxOccurs === 'unbounded' ? Math.max(1, at.minOccurs) : at.maxOccurs;
  if (at.term.kind !== 'model-group') return copies;
  // An empty group counts: it would be copied like any other.
  return (
    copies *
    Math.max(
      1,
      at.term.particles.reduce((sum, child) => sum + sizeOf(child), 0),
    )
  );
}

/** `x?`, `(x x?)?`, `(x (x x?)?)?` … */
function optionalCopies(count: number, body: () => Unrolled): Unrolled {
  let rest: Unrolled = { kind: 'optional', child: body() };
  for (let copy = 1; copy < count; copy++) rest = { kind: 'optional', child: sequence([body(), rest]) };
  return rest;
}

/** One, unless more occurrences are required and none of them may be empty. */
function requiredCopies(at: Particle, most: number): number {
  return at.minOccurs < 2 || isBodyEmptiable(at) ? 1 : Math.min(at.minOccurs, most);
}

const isBodyEmptiable = (at: Particle): boolean => isEmptiable({ ...at, minOccurs: 1, maxOccurs: 1 });

function copiesOf(at: Particle, most: number): number {
  const copies = requiredCopies(at, most);
  if (at.term.kind !== 'model-group') return copies;
  return (
    copies *
    Math.max(
      1,
      at.term.particles.reduce((sum, child) => sum + copiesOf(child, most), 0),
    )
  );
}

const sequence = (children: readonly Unrolled[]): Unrolled => {
  const [only] = children;
  return children.length === 1 && only !== undefined ? only : { kind: 'sequence', children };
};
