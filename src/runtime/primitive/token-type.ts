import { atomicType } from './atomic-type.js';
import { codePointLength } from './code-point-length.js';
import { scanText, type Accepts } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';

/** A type derived from xs:token by a pattern. */
export const tokenType = (
  name: string,
  expected: string,
  accepts: (literal: string) => boolean,
  { bytes, ...more }: Pick<SimpleTypeCodec, 'identifier' | 'note'> & { readonly bytes?: Accepts },
): SimpleTypeCodec =>
  atomicType(name, expected, accepts, {
    primitive: 'string',
    length: codePointLength,
    ...(bytes && { scan: scanText(bytes) }),
    ...more,
  });
