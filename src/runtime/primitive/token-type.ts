import { codePointLength } from './code-point-length.js';
import { notInLexicalSpace } from './fault.js';
import type { SimpleTypeCodec } from './simple-type.js';
import { stringKey } from './string.js';

/** A type derived from xs:token by a pattern. */
export const tokenType = (
  name: string,
  expected: string,
  accepts: (literal: string) => boolean,
  more: Pick<SimpleTypeCodec, 'scan' | 'identifier'>,
): SimpleTypeCodec => ({
  name,
  variety: 'atomic',
  primitive: 'string',
  whiteSpace: 'collapse',
  check: (literal) => (accepts(literal) ? undefined : notInLexicalSpace(expected)),
  key: stringKey,
  length: codePointLength,
  ...more,
});
