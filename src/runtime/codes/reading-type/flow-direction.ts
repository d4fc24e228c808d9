import type { CodeTable } from '../code-table.js';

/** The direction of the flow that is measured. */
export const FLOW_DIRECTION = {
  standard: {
    none: 0,
    forward: 1,
    lagging: 2,
    leading: 3,
    net: 4,
    q1plusQ2: 5,
    q1plusQ3: 7,
    q1plusQ4: 8,
    q1minusQ4: 9,
    q2plusQ3: 10,
    q2plusQ4: 11,
    q2minusQ3: 12,
    q3plusQ4: 13,
    q3minusQ2: 14,
    quadrant1: 15,
    quadrant2: 16,
    quadrant3: 17,
    quadrant4: 18,
    reverse: 19,
    total: 20,
    totalByPhase: 21,
  },
} as const satisfies CodeTable;
