import { describe, expect, test } from 'vitest';
import { competingParticles } from '../../../src/analysis/content-model/unique-particle-attribution.js';
import type { Particle } from '../../../src/model/schema/index.js';
import {
  all,
  choice,
  element,
  elementId,
  particle,
  ref,
  schemaOf,
  sequence,
  wildcard,
} from '../../support/schema-literals.js';

const schema = schemaOf({
  elements: [
    ...['a', 'b', 'c', 'x', 'y', 'z', 'head'].map((name) => element(name)),
    element('member', { substitutionGroup: elementId('head') }),
    element('blocker', { disallowedSubstitutions: ['substitution'] }),
    element('outsider', { substitutionGroup: elementId('blocker') }),
  ],
});

const any = (min = 1, max: number | 'unbounded' = 1): Particle =>
  particle(wildcard({ kind: 'any' }), min, max);
const within = (min: number, max: number | 'unbounded', ...particles: Particle[]): Particle =>
  particle(sequence(...particles), min, max);

const cases: readonly [string, Particle, readonly (string | undefined)[]][] = [
  ['a, b', within(1, 1, ref('a'), ref('b')), []],
  ['a, a', within(1, 1, ref('a'), ref('a')), []],
  ['a?, a', within(1, 1, ref('a', 0), ref('a')), ['a']],
  ['a | a', particle(choice(ref('a'), ref('a'))), ['a']],
  ['a & a', particle(all(ref('a'), ref('a'))), ['a']],
  ['a & b', particle(all(ref('a'), ref('b', 0))), []],
  [
    '(a, b) | (a, c)',
    particle(choice(within(1, 1, ref('a'), ref('b')), within(1, 1, ref('a'), ref('c')))),
    ['a'],
  ],
  ['a*, b?, a', within(1, 1, ref('a', 0, 'unbounded'), ref('b', 0), ref('a')), ['a']],
  ['a{2,2}, a', within(1, 1, ref('a', 2, 2), ref('a')), []],
  ['a{2,3}, a', within(1, 1, ref('a', 2, 3), ref('a')), ['a']],
  ['a{100000,100000}, a', within(1, 1, ref('a', 100000, 100000), ref('a')), []],
  ['a{99999,100000}, a', within(1, 1, ref('a', 99999, 100000), ref('a')), ['a']],
  ['(a?){2,2}, a?', within(1, 1, particle(sequence(ref('a', 0)), 2, 2), ref('a', 0)), ['a']],
  [
    '((a, b){100000,100000}){100000,100000}, a',
    within(1, 1, within(100000, 100000, within(100000, 100000, ref('a'), ref('b'))), ref('a')),
    [],
  ],
  [
    '(y?, a{1,2}, z?){2,2}, y',
    within(1, 1, within(2, 2, ref('y', 0), ref('a', 1, 2), ref('z', 0)), ref('y')),
    ['y'],
  ],
  [
    '(y?, a{2,2}, z?){2,2}, y',
    within(1, 1, within(2, 2, ref('y', 0), ref('a', 2, 2), ref('z', 0)), ref('y')),
    [],
  ],
  ['(a{2,2}){2,2}, a', within(1, 1, within(2, 2, ref('a', 2, 2)), ref('a')), []],
  ['(a*)*', within(0, 'unbounded', ref('a', 0, 'unbounded')), []],
  ['a, any', within(1, 1, ref('a'), any()), []],
  ['a?, any', within(1, 1, ref('a', 0), any()), ['a']],
  ['any*, a', within(1, 1, any(0, 'unbounded'), ref('a')), ['a']],
  ['any?, any', within(1, 1, any(0), any()), [undefined]],
  ['other?, a', within(1, 1, particle(wildcard({ kind: 'not', namespace: 'urn:t' }), 0), ref('a')), []],
  ['head | member', particle(choice(ref('head'), ref('member'))), ['member']],
  ['blocker | outsider', particle(choice(ref('blocker'), ref('outsider'))), []],
  ['a{0,0} | a', particle(choice(ref('a', 0, 0), ref('a'))), []],
];

describe('Unique Particle Attribution (cos-nonambig)', () => {
  test.each(cases)('%s', (_, content, expected) => {
    expect(competingParticles(schema, content).map(({ name }) => name?.localName)).toEqual(expected);
  });

  test.each([
    ['a repeated choice', (particles: Particle[]) => particle(choice(...particles), 0, 'unbounded')],
    ['a counted choice', (particles: Particle[]) => particle(choice(...particles), 3, 100000)],
    [
      'a sequence of optional elements',
      (particles: Particle[]) => particle(sequence(...particles), 0, 'unbounded'),
    ],
  ])('5,000 branches of %s take well under a second', (_, build) => {
    const names = Array.from({ length: 5000 }, (_unused, index) => `e${index}`);
    const large = schemaOf({ elements: names.map((name) => element(name)) });
    const started = performance.now();
    expect(competingParticles(large, build(names.map((name) => ref(name, 0))))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
