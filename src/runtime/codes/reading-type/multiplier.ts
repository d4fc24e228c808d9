import type { CodeTable } from '../code-table.js';

/** The power of ten that a value is multiplied by. */
export const MULTIPLIER = {
  standard: { p: -12, n: -9, micro: -6, m: -3, c: -2, d: -1, none: 0, da: 1, h: 2, k: 3, M: 6, G: 9, T: 12 },
  unconfirmed: { yocto: -24, zepto: -21, atto: -18, femto: -15, peta: 15, exa: 18, zetta: 21, yotta: 24 },
} as const satisfies CodeTable;
