import { escapeAttribute } from '../encode/escape.js';
import { attributeName, attributeText } from './attribute.js';
import { child, END, skip } from './element.js';
import { NO_NAMES } from './name-table.js';
import type { Reader } from './reader.js';
import { cutUtf8 } from './text.js';

/** Clark name of the open element, whose start tag `eachChild` or `openTag` read. */
export const openClarkName = (r: Reader): string => {
  const local = cutUtf8(r, r.openLocal, (r.nameStart[r.depth] as number) + (r.nameLength[r.depth] as number));
  return r.openNamespace === '' ? local : `{${r.openNamespace}}${local}`;
};

/** Value of an attribute of the open element, whose start tag was just read; a namespace of '' for none. */
export function openAttribute(r: Reader, namespace: string, name: string): string | undefined {
  if (r.plain) return undefined;
  for (let index = 0; index < r.attributeCount; index++)
    if (r.attributeNamespace[index] === namespace && attributeName(r, index) === name)
      return attributeText(r, index);
  return undefined;
}

/**
 * Visits the children of the open element, up to its end tag. The visitor is called behind the child's start tag and
 * must pass the child: with `slice`, `skip`, `eachChild` or by reading its text.
 */
export function eachChild(r: Reader, visit: (name: string) => void): void {
  while (child(r, NO_NAMES, 0) !== END) visit(openClarkName(r));
}

/**
 * Passes the open element and cuts it out as a document of its own, byte by byte: bindings of prefixes that were made
 * outside of it are declared on it, so that names and QNames in it mean what they meant.
 */
export function slice(r: Reader): Uint8Array {
  const { bytes, depth } = r;
  const nameStart = r.nameStart[depth] as number;
  const nameEnd = nameStart + (r.nameLength[depth] as number);
  const declarations = outerBindings(r);
  skip(r);
  if (declarations === '') return bytes.subarray(nameStart - 1, r.at);
  const inserted = new TextEncoder().encode(declarations);
  const cut = new Uint8Array(r.at - nameStart + 1 + inserted.length);
  const before = nameEnd - nameStart + 1;
  cut.set(bytes.subarray(nameStart - 1, nameEnd));
  cut.set(inserted, before);
  cut.set(bytes.subarray(nameEnd, r.at), before + inserted.length);
  return cut;
}

/** Declarations of the bindings that the open element sees and does not make itself. */
function outerBindings(r: Reader): string {
  let declarations = '';
  for (const { prefix, namespace, depth } of r.binding.values()) {
    if (prefix === 'xml' || namespace === '' || depth < 0 || depth >= r.depth) continue;
    declarations += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`;
  }
  return declarations;
}
