import { bound } from './bound.js';

/** minInclusive: a value that is at least `limit` (4.3.10). */
export const minInclusive = /* @__PURE__ */ bound(
  'cvc-minInclusive-valid',
  'a value of at least',
  (order) => order >= 0,
);
