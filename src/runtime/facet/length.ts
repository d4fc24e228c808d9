import { lengthFacet } from './length-facet.js';

/** length: exactly so many characters, octets or items (4.3.1). */
export const length = /* @__PURE__ */ lengthFacet(
  'cvc-length-valid',
  '',
  (length, limit) => length === limit,
);
