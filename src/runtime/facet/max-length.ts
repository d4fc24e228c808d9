import { type Facet, scanLength } from './facet.js';

/** maxLength: at most so many characters, octets or items (4.3.3). Types without a length let every literal pass. */
export const maxLength =
  (most: number): Facet =>
  (base) => {
    const measure = base.length;
    return {
      check: (literal) =>
        measure === undefined || measure(literal) <= most
          ? undefined
          : { rule: 'cvc-maxLength-valid', expected: `a length of at most ${most}` },
      ...scanLength(base, (length) => length <= most),
    };
  };
