import { bound } from './bound.js';

/** minExclusive: a value greater than `limit` (4.3.9). */
export const minExclusive = /* @__PURE__ */ bound(
  'cvc-minExclusive-valid',
  'a value greater than',
  (order) => order > 0,
);
