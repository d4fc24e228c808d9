import { bound } from './bound.js';

/** maxExclusive: a value less than `limit` (4.3.8). */
export const maxExclusive = /* @__PURE__ */ bound(
  'cvc-maxExclusive-valid',
  'a value less than',
  (order) => order < 0,
);
