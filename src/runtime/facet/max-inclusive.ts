import { bound } from './bound.js';
import type { Facet } from './facet.js';

/** maxInclusive: a value that is at most `limit` (4.3.7). */
export const maxInclusive =
  (limit: string): Facet =>
  (base) =>
    bound(base, limit, (order) => order <= 0, 'cvc-maxInclusive-valid', `a value of at most ${limit}`);
