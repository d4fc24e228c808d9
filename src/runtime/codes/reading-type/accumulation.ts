import type { CodeTable } from '../code-table.js';

/** How a value relates to the values before it. */
export const ACCUMULATION = {
  standard: {
    none: 0,
    bulkQuantity: 1,
    continuousCumulative: 2,
    cumulative: 3,
    deltaData: 4,
    indicating: 6,
    summation: 9,
    timeDelay: 10,
    instantaneous: 12,
    latchingQuantity: 13,
    boundedQuantity: 14,
  },
} as const satisfies CodeTable;
