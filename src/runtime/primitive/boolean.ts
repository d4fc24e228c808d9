import { atomicType } from './atomic-type.js';
import { UNSURE } from './scan.js';

/** xs:boolean. */
export const boolean = /* @__PURE__ */ atomicType(
  'boolean',
  'true, false, 1 or 0',
  (literal) => /^(?:true|false|[01])$/.test(literal),
  {
    scan(bytes, start, limit) {
      const first = bytes[start];
      const isDigit = first === 0x31 || first === 0x30;
      const literal = isDigit ? '' : first === 0x74 ? 'true' : 'false';
      for (let at = 0; at < literal.length; at++)
        if (bytes[start + at] !== literal.charCodeAt(at)) return UNSURE;
      const end = start + (literal.length || 1);
      return end > limit ? UNSURE : end;
    },
  },
);
