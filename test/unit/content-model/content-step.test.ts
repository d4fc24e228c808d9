import { describe, expect, test } from 'vitest';
import {
  contentComplete,
  contentModel,
  startContent,
  stepContent,
  type ContentTree,
} from '../../../src/runtime/content-model/content-model.js';

const nothing = (): boolean => false;

/** Steps over children by their numbers: how many were taken, whether the element may end, most places at once. */
function walk(tree: ContentTree, children: readonly number[]) {
  const state = startContent(contentModel(tree));
  let taken = 0;
  let places = 1;
  while (taken < children.length && stepContent(state, children[taken] ?? 0, nothing) > 0) {
    taken++;
    places = Math.max(places, state.places.length);
  }
  return { taken, complete: contentComplete(state), places };
}

const times = (count: number, child: number): readonly number[] => Array.from({ length: count }, () => child);

describe('counters inside counters', () => {
  const twoToThreeTimesTwoToThree: ContentTree = ['s', 2, 3, [[1, 2, 3]]];
  test.each([
    [3, false],
    [4, true],
    [7, true],
    [9, true],
  ])('(a{2,3}){2,3} with %d times a: complete %s', (count, complete) => {
    expect(walk(twoToThreeTimesTwoToThree, times(count, 1))).toMatchObject({
      taken: count,
      complete,
    });
  });

  test('takes no more than the product of the maxima', () => {
    expect(walk(twoToThreeTimesTwoToThree, times(10, 1)).taken).toBe(9);
  });

  test('gaps between sums are kept: (a{3,3}){1,4} ends behind multiples of three only', () => {
    const tree: ContentTree = ['s', 1, 4, [[1, 3, 3]]];
    expect([3, 4, 5, 6, 11, 12].map((count) => walk(tree, times(count, 1)).complete)).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  test.each<[string, ContentTree]>([
    ['(a+){1,100000000}', ['s', 1, 100_000_000, [[1, 1, 0]]]],
    ['(a{2,100000}){50000,100000}', ['s', 50_000, 100_000, [[1, 2, 100_000]]]],
    ['((a{2,3}){300,100000}){300,100000}', ['s', 300, 100_000, [['s', 300, 100_000, [[1, 2, 3]]]]]],
  ])('%s: the places do not grow with the document', (_, tree) => {
    const { taken, places } = walk(tree, times(3000, 1));
    expect(taken).toBe(3000);
    expect(places).toBeLessThan(10);
  });
});
