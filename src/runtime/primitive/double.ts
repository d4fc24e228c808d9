import { floatingPointType } from './floating-point.js';

/** xs:double: 64 bits. */
export const double = /* @__PURE__ */ floatingPointType('double');
