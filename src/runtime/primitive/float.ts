import { floatingPointType } from './floating-point.js';

/** xs:float: 32 bits. */
export const float = /* @__PURE__ */ floatingPointType('float');
