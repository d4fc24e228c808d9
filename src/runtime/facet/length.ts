import { type Facet, scanLength } from './facet.js';

/** length: exactly so many characters, octets or items (4.3.1). Types without a length let every literal pass. */
export const length =
  (wanted: number): Facet =>
  (base) => {
    const measure = base.length;
    return {
      check: (literal) =>
        measure === undefined || measure(literal) === wanted
          ? undefined
          : { rule: 'cvc-length-valid', expected: `a length of ${wanted}` },
      ...scanLength(base, (length) => length === wanted),
    };
  };
