import { bound } from './bound.js';
import type { Facet } from './facet.js';

/** minExclusive: a value greater than `limit` (4.3.9). */
export const minExclusive =
  (limit: string): Facet =>
  (base) =>
    bound(base, limit, (order) => order > 0, 'cvc-minExclusive-valid', `a value greater than ${limit}`);
