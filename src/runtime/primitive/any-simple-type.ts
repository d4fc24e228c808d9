import { textEnd } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';

/** xs:anySimpleType: any literal at all. */
export const anySimpleType: SimpleTypeCodec = {
  name: 'anySimpleType',
  variety: 'atomic',
  primitive: 'anySimpleType',
  whiteSpace: 'preserve',
  scan: textEnd,
  check: () => undefined,
};
