import type { ElementInfo } from '../decode/element-info.js';
import type { TypeInfo } from '../decode/type-info.js';
import {
  begin,
  escapeText,
  prefixFor,
  put,
  putAttribute,
  textElement,
  type Writer,
} from './writer.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Writes an element about which something is special: nil, or of a type that `$type` names. */
export function writeElement(w: Writer, info: ElementInfo, tag: string, value: unknown): void {
  if (value === null) {
    begin(w, tag);
    putAttribute(w, `${prefixFor(w, XSI)}nil`, 'true');
    w.depth--;
    put(w, '/>');
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
  if (type.kind === 'simple') {
    textElement(w, tag, value);
    return;
  }
  begin(w, tag);
  if (named !== '') putAttribute(w, `${prefixFor(w, XSI)}type`, named);
  if (typeof value === 'object' && '$nil' in value && value.$nil === true)
    putAttribute(w, `${prefixFor(w, XSI)}nil`, 'true');
  type.write(w, value as never, tag);
}

/** Ends a start tag and writes simple content and the end tag. */
export function endWithText(w: Writer, tag: string, value: unknown): void {
  w.depth--;
  const text = typeof value === 'string' ? value : String(value);
  put(w, text === '' ? '/>' : `>${escapeText(text)}</${tag}>`);
}

/** Ends an element without content. */
export function endEmpty(w: Writer): void {
  w.depth--;
  put(w, '/>');
}

/** Writes an element of a complex type that its declaration says nothing special about. */
export const writeTyped = (w: Writer, type: TypeInfo, tag: string, value: unknown): void => {
  writeElement(w, { name: '', type }, tag, value);
};
