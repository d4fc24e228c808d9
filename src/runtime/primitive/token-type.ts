import { codePointLength } from './code-point-length.js';
import { notInLexicalSpace } from './fault.js';
import { scanText, type Accepts } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';
import { stringKey } from './string.js';

/** A type derived from xs:token by a pattern. */
export const tokenType = (
  name: string,
  expected: string,
  accepts: (literal: string) => boolean,
  more: Pick<SimpleTypeCodec, 'identifier'> & { readonly bytes?: Accepts },
): SimpleTypeCodec => ({
  name,
  variety: 'atomic',
  primitive: 'string',
  whiteSpace: 'collapse',
  check: (literal) => (accepts(literal) ? undefined : notInLexicalSpace(expected)),
  key: stringKey,
  length: codePointLength,
  ...(more.bytes === undefined ? {} : { scan: scanText(more.bytes) }),
  ...(more.identifier === undefined ? {} : { identifier: more.identifier }),
});
