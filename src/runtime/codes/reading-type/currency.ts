import type { CodeTable } from '../code-table.js';

/** The currency of a value, the number of ISO 4217. Any other number of ISO 4217 is good too. */
export const CURRENCY = {
  standard: {
    other: 0,
    AUD: 36,
    CAD: 124,
    CNY: 156,
    DKK: 208,
    INR: 356,
    JPY: 392,
    NOK: 578,
    RUB: 643,
    SEK: 752,
    CHF: 756,
    GBP: 826,
    USD: 840,
    EUR: 978,
  },
} as const satisfies CodeTable;
