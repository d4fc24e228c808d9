import { clarkOfOpen } from '../../runtime/decode/any.js';
import { readProlog } from '../../runtime/xml/document.js';
import { openTag } from '../../runtime/xml/element.js';
import { nameTable } from '../../runtime/xml/name-table.js';
import { NEED_MORE, Reader, STOP } from '../../runtime/xml/reader.js';

/** Clark name of the root element of a document that begins like this; undefined where that cannot be told. */
export function rootNameOf(bytes: Uint8Array): string | undefined {
  const padded = new Uint8Array(bytes.length + 64);
  padded.set(bytes);
  const r = new Reader(padded);
  r.end = bytes.length;
  r.partial = true;
  try {
    readProlog(r);
    openTag(r, nameTable('', []), r.at);
    return clarkOfOpen(r);
  } catch (signal) {
    if (signal !== STOP && signal !== NEED_MORE) throw signal;
    return undefined;
  }
}
