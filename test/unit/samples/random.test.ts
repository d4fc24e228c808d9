import { expect, test } from 'vitest';
import { Random } from '../../../src/samples/random.js';

const drawn = (seed: number): readonly number[] => {
  const random = new Random(seed);
  return Array.from({ length: 4 }, () => random.below(1000));
};

test('the same seed gives the same numbers, on every machine', () => {
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).toMatchInlineSnapshot(`
    [
      306,
      328,
      164,
      980,
    ]
  `);
});

test.each([0, 1, 2, -1, 0x1_0000_0000, Number.MAX_SAFE_INTEGER])(
  'seed %d differs from its neighbour',
  (seed) => {
    expect(drawn(seed)).not.toEqual(drawn(seed - 1));
  },
);

test('numbers are spread evenly', () => {
  const random = new Random(7);
  const counts = new Array<number>(10).fill(0);
  for (let turn = 0; turn < 10_000; turn++) {
    const drawnNumber = random.below(10);
    counts[drawnNumber] = (counts[drawnNumber] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('shuffling keeps every item', () => {
  const random = new Random(3);
  expect(random.shuffled([1, 2, 3, 4, 5, undefined]).sort()).toEqual([1, 2, 3, 4, 5, undefined]);
});

test('large ranges stay inside their ends', () => {
  const random = new Random(3);
  for (let turn = 0; turn < 100; turn++) {
    const big = random.betweenBig(-5n, 10n ** 40n);
    expect(big >= -5n && big <= 10n ** 40n).toBe(true);
  }
});
