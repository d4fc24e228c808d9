import { describe, expect, test } from 'vitest';
import { contentAutomaton } from '../../../src/analysis/content-model/automaton.js';
import { matches } from '../../../src/analysis/content-model/content-walk.js';
import { expandedName } from '../../../src/foundation/expanded-name.js';
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
    ...['a', 'b', 'c'].map((name) => element(name)),
    element('h', { abstract: true }),
    element('m', { substitutionGroup: elementId('h') }),
  ],
});
const other = particle(wildcard({ kind: 'not', namespace: 'urn:t' }), 0, 'unbounded');

const cases: readonly [string, Particle | undefined, readonly string[], readonly string[]][] = [
  ['empty', undefined, [''], ['a']],
  ['a choice without branches', particle(choice()), [], ['', 'a']],
  ['the same, optional', particle(choice(), 0), [''], ['a']],
  ['a, b?', particle(sequence(ref('a'), ref('b', 0))), ['a', 'ab'], ['', 'b', 'aa', 'abb']],
  ['(a | b){2,3}', particle(choice(ref('a'), ref('b')), 2, 3), ['ab', 'bbb'], ['a', 'aaaa']],
  [
    '(a{2,3}){2,2}',
    particle(sequence(ref('a', 2, 3)), 2, 2),
    ['aaaa', 'aaaaa', 'aaaaaa'],
    ['aaa', 'aaaaaaa'],
  ],
  [
    '(a?, b?){2,2}',
    particle(sequence(ref('a', 0), ref('b', 0)), 2, 2),
    ['', 'a', 'aa', 'abab', 'ba'],
    ['aaa', 'bba'],
  ],
  [
    'a & b & c?',
    particle(all(ref('a'), ref('b'), ref('c', 0))),
    ['ab', 'ba', 'cab', 'bca'],
    ['a', 'aba', 'abcc'],
  ],
  ['(a & b?)?', particle(all(ref('a'), ref('b', 0)), 0), ['', 'a', 'ba'], ['b']],
  ['h, b', particle(sequence(ref('h'), ref('b'))), ['mb'], ['hb', 'b']],
  ['a, other*', particle(sequence(ref('a'), other)), ['a', 'aXX'], ['ab', 'X']],
];

const nameOf = (letter: string) => expandedName(letter === 'X' ? 'urn:x' : '', letter);

describe('a walk through a content model', () => {
  test.each(cases)('%s', (_, content, accepted, refused) => {
    const automaton = contentAutomaton(content);
    const judge = (words: readonly string[]) =>
      words.map((word) => [word, matches(schema, automaton, [...word].map(nameOf))]);
    expect(judge(accepted)).toEqual(accepted.map((word) => [word, true]));
    expect(judge(refused)).toEqual(refused.map((word) => [word, false]));
  });

  test('large counters in large counters stay small', () => {
    const inner = particle(sequence(ref('a', 100000, 100000)), 100000, 100000);
    expect(contentAutomaton(particle(sequence(inner))).nodes).toHaveLength(3);
  });
});
