import type { CodeTable } from '../code-table.js';

/** The period that a value of a reading type is about. */
export const MACRO_PERIOD = {
  standard: {
    none: 0,
    billingPeriod: 8,
    daily: 11,
    monthly: 13,
    seasonal: 22,
    weekly: 24,
    specifiedPeriod: 32,
  },
  vendor: { yearly: 1001 },
} as const satisfies CodeTable;
