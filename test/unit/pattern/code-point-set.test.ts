import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  areDisjoint,
  complement,
  contains,
  difference,
  intersection,
  ofRanges,
  union,
} from '../../../src/analysis/pattern/code-point-set.js';
import { categorySet } from '../../../src/analysis/pattern/unicode-category.js';
import { blockSet } from '../../../src/analysis/pattern/unicode-block.js';

const point = fc.integer({ min: 0, max: 40 });
const ranges = fc.array(
  fc.tuple(point, fc.integer({ min: 0, max: 5 })).map(([from, length]) => [from, from + length] as const),
);

test('sets behave as sets of numbers do', () => {
  fc.assert(
    fc.property(ranges, ranges, (left, right) => {
      const a = ofRanges(left);
      const b = ofRanges(right);
      for (let code = 0; code < 50; code++) {
        const inA = left.some(([from, to]) => from <= code && code <= to);
        const inB = right.some(([from, to]) => from <= code && code <= to);
        expect(contains(a, code)).toBe(inA);
        expect(contains(union(a, b), code)).toBe(inA || inB);
        expect(contains(intersection(a, b), code)).toBe(inA && inB);
        expect(contains(difference(a, b), code)).toBe(inA && !inB);
        expect(contains(complement(a), code)).toBe(!inA);
      }
      expect(areDisjoint(a, b)).toBe(intersection(a, b).length === 0);
      expect(complement(complement(a))).toEqual(a);
    }),
    { seed: 1 },
  );
});

test('categories are told apart as the engine does, for characters that all versions know', () => {
  for (const name of ['Lu', 'Ll', 'Nd', 'P', 'S', 'Zs', 'Cc', 'M']) {
    const expression = new RegExp(`^\\p{${name}}$`, 'u');
    for (let code = 0; code < 0x250; code++)
      expect(contains(categorySet(name), code)).toBe(expression.test(String.fromCodePoint(code)));
  }
  expect(categorySet('Co')).toEqual([0xe000, 0xf900, 0xf0000, 0xffffe, 0x100000, 0x10fffe]);
});

test('blocks', () => {
  expect(blockSet('BasicLatin')).toEqual([0, 0x80]);
  expect(blockSet('Greek')).toEqual(blockSet('GreekandCoptic'));
  expect(blockSet('basiclatin')).toBeUndefined();
});
