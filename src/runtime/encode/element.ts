import type { ElementInfo } from '../decode/element-descriptor.js';
import type { TypeInfo } from '../decode/type-descriptor.js';
import { escapeAttribute } from './escape.js';
import { begin, endEmpty, prefixFor, put, textElement, type Tag, type Writer } from './writer.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Writes an element about which something is special: nil, or of a type that `$type` names. */
export function writeElement(w: Writer, info: ElementInfo, tag: Tag, value: unknown): void {
  if (value === undefined) return;
  if (value === null) {
    begin(w, tag);
    put(w, ` ${prefixFor(w, XSI)}nil="true"`);
    endEmpty(w);
    return;
  }
  let type: TypeInfo = info.type;
  let named = '';
  if (typeof value === 'object' && '$type' in value && typeof value.$type === 'string') {
    const chosen = value.$type;
    const derived = info.derived?.().find(({ name }) => name === chosen);
    if (derived !== undefined && derived.type !== info.type) {
      type = derived.type;
      named = prefixFor(w, derived.namespace) + derived.localName;
    }
  }
  if (type.kind === 'simple' && named === '') {
    textElement(w, tag, value);
    return;
  }
  begin(w, tag);
  if (named !== '') put(w, ` ${prefixFor(w, XSI)}type="${escapeAttribute(named)}"`);
  if (typeof value === 'object' && '$nil' in value && value.$nil === true)
    put(w, ` ${prefixFor(w, XSI)}nil="true"`);
  if (type.kind === 'complex') type.write(w, value as never, tag, type);
  else endEmpty(w);
}

/** Writes an element of a complex type that its declaration says nothing special about. */
export const writeTyped = (w: Writer, type: TypeInfo, tag: Tag, value: unknown): void => {
  writeElement(w, { name: '', type }, tag, value);
};
