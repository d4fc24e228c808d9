import { describe, expect, test } from 'vitest';
import { particleRestriction } from '../../../src/analysis/constraints/cos-particle-restrict.js';
import type { Particle } from '../../../src/model/schema/index.js';
import {
  all,
  builtInTypeId,
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
    ...['a', 'b', 'c'].map((name) => element(name)),
    element('head'),
    element('m1', { substitutionGroup: elementId('head') }),
    element('m2', { substitutionGroup: elementId('head') }),
    element('wide', { id: elementId('wide/1'), scope: elementId('t') }),
    element('wide', { id: elementId('wide/2'), scope: elementId('t'), type: builtInTypeId('token') }),
    element('wide', { id: elementId('wide/3'), scope: elementId('t'), nillable: true }),
  ],
});

const seq = (...particles: Particle[]): Particle => particle(sequence(...particles));
const alt = (...particles: Particle[]): Particle => particle(choice(...particles));
const any = (min = 0, max: number | 'unbounded' = 'unbounded'): Particle =>
  particle(wildcard({ kind: 'any' }, 'lax'), min, max);
const local = (min: number, max: number | 'unbounded'): Particle =>
  particle(wildcard({ kind: 'enumeration', namespaces: [''] }, 'strict'), min, max);

/** Derived, base, and the case that forbids it. */
const cases: readonly [string, Particle, Particle, string | undefined][] = [
  ['a < a', seq(ref('a')), seq(ref('a')), undefined],
  ['a < a*', seq(ref('a')), seq(ref('a', 0, 'unbounded')), undefined],
  ['a* < a', seq(ref('a', 0, 'unbounded')), seq(ref('a')), 'rcase-NameAndTypeOK.2'],
  ['a < b', seq(ref('a')), seq(ref('b')), 'rcase-NameAndTypeOK.1'],
  ['a < a, b?', seq(ref('a')), seq(ref('a'), ref('b', 0)), undefined],
  ['a < a, b', seq(ref('a')), seq(ref('a'), ref('b')), 'rcase-Recurse.2.2'],
  ['c, a < a, b?, c', seq(ref('c'), ref('a')), seq(ref('a'), ref('b', 0), ref('c')), 'rcase-Recurse.2'],
  [
    '((a)), (b, c) < a, b, c',
    seq(seq(seq(ref('a'))), seq(ref('b'), ref('c'))),
    seq(ref('a'), ref('b'), ref('c')),
    undefined,
  ],
  ['a | c < a | b | c', alt(ref('a'), ref('c')), alt(ref('a'), ref('b'), ref('c')), undefined],
  ['c | a < a | b | c', alt(ref('c'), ref('a')), alt(ref('a'), ref('b'), ref('c')), 'rcase-RecurseLax.2'],
  ['a < a | b', seq(ref('a')), alt(ref('a'), ref('b')), undefined],
  [
    'a, b < (a | b)+',
    seq(ref('a'), ref('b')),
    particle(choice(ref('a'), ref('b')), 1, 'unbounded'),
    undefined,
  ],
  [
    'a, b < (a | b)?',
    seq(ref('a'), ref('b')),
    particle(choice(ref('a'), ref('b')), 0, 1),
    'rcase-MapAndSum.2',
  ],
  ['a | b < a, b', alt(ref('a'), ref('b')), seq(ref('a'), ref('b')), 'cos-particle-restrict'],
  ['b, a < a & b', seq(ref('b'), ref('a')), particle(all(ref('a'), ref('b'))), undefined],
  ['b < a & b', seq(ref('b')), particle(all(ref('a'), ref('b'))), 'rcase-Recurse.2'],
  ['b < a? & b', seq(ref('b')), particle(all(ref('a', 0), ref('b'))), undefined],
  ['a < any', seq(ref('a')), seq(any()), undefined],
  ['a, b < any{1,1}', seq(ref('a'), ref('b')), seq(any(1, 1)), 'rcase-NSRecurseCheckCardinality.2'],
  ['a, b < any{0,2}', seq(ref('a'), ref('b')), seq(any(0, 2)), undefined],
  ['any < a', seq(any()), seq(ref('a')), 'cos-particle-restrict'],
  ['local < any', seq(local(0, 1)), seq(any()), undefined],
  ['any < local', seq(any(0, 1)), seq(local(0, 1)), 'rcase-NSSubset.2'],
  ['empty < a?', seq(), seq(ref('a', 0)), undefined],
  ['empty < a', seq(), seq(ref('a')), 'cos-particle-restrict'],
  ['empty choice < a', particle(choice()), seq(ref('a')), 'cos-particle-restrict'],
  ['a < empty', seq(ref('a')), seq(), 'cos-particle-restrict'],
  ['m2 | m1 < head', alt(ref('m2'), ref('m1')), seq(ref('head')), undefined],
  ['m1 | m2 | a < head | a', alt(ref('m1'), ref('m2'), ref('a')), alt(ref('head'), ref('a')), undefined],
  ['head < head, a?', seq(ref('head')), seq(ref('head'), ref('a', 0)), undefined],
  ['token < string', seq(ref('wide/2')), seq(ref('wide/1')), undefined],
  ['string < token', seq(ref('wide/1')), seq(ref('wide/2')), 'rcase-NameAndTypeOK.3.2.5'],
  ['nillable < not nillable', seq(ref('wide/3')), seq(ref('wide/1')), 'rcase-NameAndTypeOK.3.2.1'],
];

describe('Particle Valid (Restriction) (cos-particle-restrict)', () => {
  test.each(cases)('%s', (_, derived, base, rule) => {
    expect(particleRestriction(schema, derived, base)?.rule).toBe(rule);
  });
});
