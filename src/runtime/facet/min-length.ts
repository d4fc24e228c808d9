import { lengthFacet } from './length-facet.js';

/** minLength: at least so many characters, octets or items (4.3.2). */
export const minLength = /* @__PURE__ */ lengthFacet(
  'cvc-minLength-valid',
  'at least ',
  (length, limit) => length >= limit,
);
