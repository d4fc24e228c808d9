import { bound } from './bound.js';

/** maxInclusive: a value that is at most `limit` (4.3.7). */
export const maxInclusive = /* @__PURE__ */ bound(
  'cvc-maxInclusive-valid',
  'a value of at most',
  (order) => order <= 0,
);
