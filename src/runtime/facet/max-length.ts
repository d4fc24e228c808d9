import { lengthFacet } from './length-facet.js';

/** maxLength: at most so many characters, octets or items (4.3.3). */
export const maxLength = /* @__PURE__ */ lengthFacet(
  'cvc-maxLength-valid',
  'at most ',
  (length, limit) => length <= limit,
);
