import { type Facet, scanLength } from './facet.js';

/** Makes a facet on characters, octets or items. Types without a length let every literal pass. */
export const lengthFacet =
  (rule: string, words: string, holds: (length: number, limit: number) => boolean) =>
  (limit: number): Facet =>
  (base) => ({
    check: (literal) =>
      base.length === undefined || holds(base.length(literal), limit)
        ? undefined
        : { rule, expected: `a length of ${words}${limit}` },
    ...scanLength(base, holds, limit),
  });
