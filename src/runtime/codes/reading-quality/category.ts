import type { CodeTable } from '../code-table.js';

/** What kind of thing is said. */
export const QUALITY_CATEGORY = {
  standard: {
    valid: 0,
    diagnostics: 1,
    powerQuality: 2,
    tamperOrRevenueProtection: 3,
    dataCollection: 4,
    reasonability: 5,
    failedValidation: 6,
    edited: 7,
    estimated: 8,
    obsolete: 9,
    questionable: 10,
    derived: 11,
    projected: 12,
  },
} as const satisfies CodeTable;
