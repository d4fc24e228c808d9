import { report } from '../xml/fault.js';
import type { Reader } from '../xml/reader.js';
import { readText } from '../xml/text.js';
import { next } from './next-child.js';
import type { ComplexTypeInfo } from './type-descriptor.js';

/** Reads an element whose content type is empty: not even white space may stand in it (cvc-complex-type.2.1). */
export function noContent(r: Reader, type: ComplexTypeInfo): void {
  const start = r.at;
  const text = r.selfClosed ? '' : readText(r);
  if (text !== '') {
    const shown = text.trim();
    report(
      r,
      'VAL2003',
      'cvc-complex-type.2.1',
      `the element must be empty: ${shown === '' ? 'not even white space' : 'no character data'} may stand in it`,
      start,
      'no content',
      shown === '' ? 'white space' : shown.slice(0, 40),
      undefined,
      r.tolerant && shown === '' ? 'warning' : 'error',
    );
  }
  next(r, type, 0);
}
