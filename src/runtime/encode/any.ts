import type { AnyElement, AnyType } from '../value/any-element.js';
import { escapeAttribute } from './escape.js';
import {
  begin,
  endEmpty,
  endMixed,
  prefixFor,
  put,
  putText,
  startMixed,
  tagOf,
  type Tag,
  type Writer,
} from './writer.js';

/** Writes an element that a wildcard let in. */
export function writeAnyElement(w: Writer, value: AnyElement): void {
  const tag = tagOf(nameText(w, value.name, value.prefix, false));
  begin(w, tag);
  writeAnyContent(w, value, tag);
}

/** Writes attributes and content of an element of type `xs:anyType`, whose start tag was begun. */
export function writeAnyContent(w: Writer, value: AnyType, tag: Tag): void {
  putAnyAttributes(w, value.attributes);
  for (const [prefix, namespace] of Object.entries(value.namespaces ?? {}))
    if (prefix !== '' && !w.taken.has(prefix)) put(w, ` xmlns:${prefix}="${escapeAttribute(namespace)}"`);
  const { children } = value;
  if (children.length === 0) {
    endEmpty(w);
    return;
  }
  // White space between elements is content here, kept in the children: none is added.
  startMixed(w);
  for (const item of children)
    if (typeof item === 'string') putText(w, item);
    else writeAnyElement(w, item);
  endMixed(w, tag);
}

/** Writes attributes that an attribute wildcard let in. */
export function putAnyAttributes(w: Writer, attributes: Readonly<Record<string, string>> | undefined): void {
  for (const [name, text] of Object.entries(attributes ?? {}))
    put(w, ` ${nameText(w, name, undefined, true)}="${escapeAttribute(text)}"`);
}

/** A Clark name as it is written in this document. */
function nameText(w: Writer, name: string, hint: string | undefined, attribute: boolean): string {
  if (name.charCodeAt(0) !== 0x7b) return name;
  const brace = name.lastIndexOf('}');
  return prefixFor(w, name.slice(1, brace), hint, attribute) + name.slice(brace + 1);
}
