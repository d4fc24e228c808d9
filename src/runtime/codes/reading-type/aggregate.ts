import type { CodeTable } from '../code-table.js';

/** How several values became one. */
export const AGGREGATE = {
  standard: {
    none: 0,
    average: 2,
    excess: 4,
    highThreshold: 5,
    lowThreshold: 7,
    maximum: 8,
    minimum: 9,
    nominal: 11,
    normal: 12,
    secondMaximum: 16,
    secondMinimum: 17,
    thirdMaximum: 23,
    fourthMaximum: 24,
    fifthMaximum: 25,
    sum: 26,
  },
  unconfirmed: { high: 27, low: 28 },
} as const satisfies CodeTable;
