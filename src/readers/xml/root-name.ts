import { clarkOfOpen } from '../../runtime/decode/any.js';
import { readProlog } from '../../runtime/xml/document.js';
import { openTag } from '../../runtime/xml/element.js';
import { atEnd } from '../../runtime/xml/fault.js';
import { nameTable } from '../../runtime/xml/name-table.js';
import { NEED_MORE, Reader, STOP } from '../../runtime/xml/reader.js';

interface RootNameOptions {
  /** Pass over a DOCTYPE. Default: the root behind one cannot be told. */
  readonly passDoctype?: boolean;
}

/** Clark name of the root element of a document that begins like this; undefined where that cannot be told. */
export function rootNameOf(bytes: Uint8Array, options: RootNameOptions = {}): string | undefined {
  const padded = new Uint8Array(bytes.length + 64);
  padded.set(bytes);
  const r = new Reader(padded, options.passDoctype === true ? { allowDoctype: passDoctype } : {});
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

/** Goes behind the `>` that ends a DOCTYPE: not one in quotes or in the internal subset. */
function passDoctype(r: Reader, at: number): number {
  let quote = 0;
  let isSubset = false;
  for (let p = at; p < r.end; p++) {
    const byte = r.bytes[p] as number;
    if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === 0x5b) isSubset = true;
    else if (byte === 0x5d) isSubset = false;
    else if (byte === 0x3e && !isSubset) return p + 1;
  }
  return atEnd(r, r.end);
}
