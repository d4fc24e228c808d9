import { notInLexicalSpace } from './fault.js';
import type { SimpleTypeCodec } from './simple-type.js';

/** A built-in type of its own primitive whose literals one function tells; `expected` says what they are. */
export const atomicType = (
  name: string,
  expected: string,
  accepts: (literal: string) => boolean,
  more: Partial<SimpleTypeCodec>,
): SimpleTypeCodec => ({
  name,
  variety: 'atomic',
  primitive: name,
  whiteSpace: 'collapse',
  check: (literal) => (accepts(literal) ? undefined : notInLexicalSpace(expected)),
  ...more,
});
