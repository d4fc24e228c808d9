import { readEpilog, readProlog } from '../xml/document.js';
import { close, openTag, textContent } from '../xml/element.js';
import { NO_NAMES } from '../xml/name-table.js';
import { Reader, STOP } from '../xml/reader.js';

/**
 * Reads a document whose root start tag was read by the time that `read` is called; undefined where it is not well-formed or
 * holds what its reader did not expect.
 */
export function readElement<T>(document: Uint8Array, read: (r: Reader) => T): T | undefined {
  const r = new Reader(document);
  try {
    readProlog(r);
    openTag(r, NO_NAMES, r.at);
    const value = read(r);
    readEpilog(r);
    return r.errorCount === 0 ? value : undefined;
  } catch (signal) {
    if (signal !== STOP) throw signal;
    return undefined;
  }
}

/** The text of the open element, which is passed. */
export function elementText(r: Reader): string {
  const text = textContent(r, 'text-only');
  close(r);
  return text.trim();
}
