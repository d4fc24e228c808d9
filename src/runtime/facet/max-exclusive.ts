import { bound } from './bound.js';
import type { Facet } from './facet.js';

/** maxExclusive: a value less than `limit` (4.3.8). */
export const maxExclusive =
  (limit: string): Facet =>
  (base) =>
    bound(base, limit, (order) => order < 0, 'cvc-maxExclusive-valid', `a value less than ${limit}`);
