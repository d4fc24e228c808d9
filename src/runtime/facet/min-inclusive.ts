import { bound } from './bound.js';
import type { Facet } from './facet.js';

/** minInclusive: a value that is at least `limit` (4.3.10). */
export const minInclusive =
  (limit: string): Facet =>
  (base) =>
    bound(base, limit, (order) => order >= 0, 'cvc-minInclusive-valid', `a value of at least ${limit}`);
