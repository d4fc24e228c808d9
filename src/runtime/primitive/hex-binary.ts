import { notInLexicalSpace } from './fault.js';
import { scanText } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';

/** xs:hexBinary: two hexadecimal digits an octet. */
export const hexBinary: SimpleTypeCodec = {
  name: 'hexBinary',
  variety: 'atomic',
  primitive: 'hexBinary',
  whiteSpace: 'collapse',
  scan: /* @__PURE__ */ scanText((bytes, start, end) => {
    if (((end - start) & 1) !== 0) return false;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      const letter = byte | 0x20;
      if ((byte ^ 0x30) > 9 && (letter < 0x61 || letter > 0x66)) return false;
    }
    return true;
  }),
  check: (literal) =>
    literal.length % 2 === 0 && !/[^0-9A-Fa-f]/.test(literal)
      ? undefined
      : notInLexicalSpace('octets of two hexadecimal digits each'),
  length: (literal) => literal.length / 2,
};
