import { type Facet, scanLength } from './facet.js';

/** minLength: at least so many characters, octets or items (4.3.2). Types without a length let every literal pass. */
export const minLength =
  (least: number): Facet =>
  (base) => {
    const measure = base.length;
    return {
      check: (literal) =>
        measure === undefined || measure(literal) >= least
          ? undefined
          : { rule: 'cvc-minLength-valid', expected: `a length of at least ${least}` },
      ...scanLength(base, (length) => length >= least),
    };
  };
