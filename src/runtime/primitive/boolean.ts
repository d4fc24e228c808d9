import { notInLexicalSpace } from './fault.js';
import { scanText } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';

/** xs:boolean. */
export const boolean: SimpleTypeCodec = {
  name: 'boolean',
  variety: 'atomic',
  primitive: 'boolean',
  whiteSpace: 'collapse',
  scan: /* @__PURE__ */ scanText((bytes, start, end) => {
    switch (end - start) {
      case 1:
        return bytes[start] === 0x31 || bytes[start] === 0x30;
      case 4:
        return (
          bytes[start] === 0x74 &&
          bytes[start + 1] === 0x72 &&
          bytes[start + 2] === 0x75 &&
          bytes[start + 3] === 0x65
        );
      case 5:
        return (
          bytes[start] === 0x66 &&
          bytes[start + 1] === 0x61 &&
          bytes[start + 2] === 0x6c &&
          bytes[start + 3] === 0x73 &&
          bytes[start + 4] === 0x65
        );
      default:
        return false;
    }
  }),
  check: (literal) =>
    literal === 'true' || literal === 'false' || literal === '1' || literal === '0'
      ? undefined
      : notInLexicalSpace('true, false, 1 or 0'),
  key: (literal) => (literal === 'true' || literal === '1' ? 'boolean true' : 'boolean false'),
};
