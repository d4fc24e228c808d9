import fc from 'fast-check';
import { expect, test } from 'vitest';
import { competingParticles } from '../../../src/analysis/content-model/unique-particle-attribution.js';
import type { Particle } from '../../../src/model/schema/index.js';
import { choice, element, particle, ref, schemaOf, sequence } from '../../support/schema-literals.js';

const NAMES = ['a', 'b', 'c'];
const schema = schemaOf({ elements: NAMES.map((name) => element(name)) });

type Range = readonly [min: number, max: number | 'unbounded'];
const RANGES: readonly Range[] = [
  [0, 1],
  [1, 1],
  [1, 1],
  [0, 'unbounded'],
  [1, 'unbounded'],
  [2, 2],
  [1, 2],
  [2, 3],
  [0, 3],
  [3, 3],
  [2, 'unbounded'],
];
const range = fc.constantFrom(...RANGES);

const { tree } = fc.letrec<{ tree: Particle }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(fc.constantFrom(...NAMES), range).map(([name, [min, max]]) => ref(name, min, max)),
    fc
      .tuple(fc.boolean(), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }), range)
      .map(([isChoice, children, [min, max]]) =>
        particle(isChoice ? choice(...children) : sequence(...children), min, max),
      ),
  ),
}));

/** A position of the model with every range written out, no matter how large it gets. */
interface Leaf {
  readonly place: string;
  readonly name: string;
  readonly follow: Set<Leaf>;
}

interface Part {
  readonly first: readonly Leaf[];
  readonly last: readonly Leaf[];
  readonly isEmptiable: boolean;
  readonly size: number;
}

const EMPTY: Part = { first: [], last: [], isEmptiable: true, size: 0 };

const connect = (from: readonly Leaf[], to: readonly Leaf[]): void =>
  from.forEach((leaf) => to.forEach((next) => leaf.follow.add(next)));

function concat(a: Part, b: Part): Part {
  connect(a.last, b.first);
  return {
    first: a.isEmptiable ? [...a.first, ...b.first] : a.first,
    last: b.isEmptiable ? [...a.last, ...b.last] : b.last,
    isEmptiable: a.isEmptiable && b.isEmptiable,
    size: a.size + b.size,
  };
}

function expand(at: Particle, place: string): Part {
  const body = (): Part => {
    if (at.term.kind === 'element-declaration-ref') {
      const leaf: Leaf = { place, name: at.term.element, follow: new Set() };
      return { first: [leaf], last: [leaf], isEmptiable: false, size: 1 };
    }
    if (at.term.kind === 'wildcard') return EMPTY;
    const parts = at.term.particles.map((child, rank) => expand(child, `${place}/${rank}`));
    if (at.term.compositor === 'sequence') return parts.reduce(concat, EMPTY);
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      isEmptiable: parts.some(({ isEmptiable }) => isEmptiable),
      size: parts.reduce((sum, { size }) => sum + size, 0),
    };
  };
  let whole = EMPTY;
  for (let copy = 0; copy < at.minOccurs; copy++) whole = concat(whole, body());
  if (at.maxOccurs === 'unbounded') {
    const loop = body();
    connect(loop.last, loop.first);
    return concat(whole, { ...loop, isEmptiable: true });
  }
  let rest = EMPTY;
  for (let copy = at.minOccurs; copy < at.maxOccurs; copy++)
    rest = { ...concat(body(), rest), isEmptiable: true };
  return concat(whole, rest);
}

/** Follows every word at once; undefined where that takes too long. */
function isAmbiguous(content: Particle): boolean | undefined {
  const whole = expand(content, '');
  if (whole.size > 80) return undefined;
  const ids = new Map<Leaf, number>();
  const idOf = (leaf: Leaf): number => {
    const id = ids.get(leaf) ?? ids.size;
    ids.set(leaf, id);
    return id;
  };
  const seen = new Set<string>();
  const waiting: (readonly Leaf[])[] = [whole.first];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of new Set(next.map((leaf) => leaf.name))) {
      const reached = next.filter((leaf) => leaf.name === name);
      if (new Set(reached.map(({ place }) => place)).size > 1) return true;
      const key = [...new Set(reached.map(idOf))].sort((a, b) => a - b).join(' ');
      if (seen.has(key)) continue;
      if (seen.size > 3000) return undefined;
      seen.add(key);
      waiting.push([...new Set(reached.flatMap(({ follow }) => [...follow]))]);
    }
  }
  return false;
}

test('competing particles are found as by following every word', () => {
  fc.assert(
    fc.property(tree, (content) => {
      const expected = isAmbiguous(content);
      fc.pre(expected !== undefined);
      expect(competingParticles(schema, content).length > 0).toBe(expected);
    }),
    { numRuns: 3000, seed: 7 },
  );
});
