import { readProlog } from '../../xml/document.js';
import { openTag } from '../../xml/element.js';
import { NO_NAMES } from '../../xml/name-table.js';
import { Reader, STOP } from '../../xml/reader.js';
import { openClarkName } from '../../xml/slice.js';
import { TransportError } from '../transport-error.js';

/** Clark name of the root element of a document; undefined where its start is not well-formed. */
export function rootName(document: Uint8Array): string | undefined {
  const r = new Reader(document);
  try {
    readProlog(r);
    openTag(r, NO_NAMES, r.at);
    return openClarkName(r);
  } catch (signal) {
    if (signal !== STOP) throw signal;
    return undefined;
  }
}

/** Refuses (TRN3007) what cannot stand in the body of an envelope. */
export function checkIsElement(document: Uint8Array): void {
  if (rootName(document) === undefined)
    throw new TransportError(
      'TRN3007',
      'the body of a SOAP message is an element of XML, and this body is none',
    );
}

/** A FaultMessage, generic or of one noun: it travels in the detail of a SOAP fault. */
export const isFaultMessage = (document: Uint8Array): boolean =>
  /(?:^|\})\w*FaultMessage$/u.test(rootName(document) ?? '');
