import { END, child, openName, skip } from '../xml/element.js';
import { report } from '../xml/fault.js';
import type { Reader } from '../xml/reader.js';
import { readText } from '../xml/text.js';
import { unexpectedElement } from './children.js';
import type { ComplexTypeInfo } from './type-descriptor.js';

const RULE = 'cvc-complex-type.2.1';

/** Reads an element whose content type is empty: not even white space may stand in it (cvc-complex-type.2.1). */
export function noContent(r: Reader, type: ComplexTypeInfo): void {
  for (;;) {
    const start = r.at;
    const text = r.selfClosed ? '' : readText(r);
    if (text !== '') {
      const shown = text.trim();
      report(
        r,
        'VAL2003',
        RULE,
        `the element must be empty: ${shown === '' ? 'not even white space' : 'no character data'} may stand in it`,
        start,
        'no content',
        shown === '' ? 'white space' : shown.slice(0, 40),
        undefined,
        r.tolerant && shown === '' ? 'warning' : 'error',
      );
    }
    if (child(r, type, END) === END) return;
    unexpectedElement(r, openName(r), [], type, RULE);
    skip(r);
  }
}
