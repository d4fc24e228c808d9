import type { CodeTable } from '../code-table.js';

/** The system that says it. */
export const QUALITY_SYSTEM = {
  standard: {
    notApplicable: 0,
    endDevice: 1,
    meteringDataCollectionNetwork: 2,
    meterDataManagementSystem: 3,
    otherSystem: 4,
    externallySpecified: 5,
  },
} as const satisfies CodeTable;
