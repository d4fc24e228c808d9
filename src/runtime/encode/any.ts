import type { AnyElement, AnyType } from '../value/any-element.js';
import { escapeAttribute, escapeText, newLine, prefixFor, put, type Writer } from './writer.js';

/** Writes an element that a wildcard let in. */
export function writeAnyElement(w: Writer, value: AnyElement): void {
  const tag = nameText(w, value.name, value.prefix, false);
  if (value.children.length === 0 || typeof value.children[0] !== 'string') newLine(w);
  w.written++;
  put(w, `<${tag}`);
  w.depth++;
  writeAnyContent(w, value, tag);
}

/** Writes attributes and content of an element of type `xs:anyType`, whose start tag was begun. */
export function writeAnyContent(w: Writer, value: AnyType, tag: string): void {
  for (const [name, text] of Object.entries(value.attributes))
    put(w, ` ${nameText(w, name, undefined, true)}="${escapeAttribute(text)}"`);
  for (const [prefix, namespace] of Object.entries(value.namespaces ?? {}))
    if (prefix !== '' && !w.taken.has(prefix)) put(w, ` xmlns:${prefix}="${escapeAttribute(namespace)}"`);
  w.depth--;
  if (value.children.length === 0) {
    put(w, '/>');
    return;
  }
  put(w, '>');
  w.depth++;
  for (const item of value.children)
    if (typeof item === 'string') put(w, escapeText(item));
    else {
      const inner = nameText(w, item.name, item.prefix, false);
      put(w, `<${inner}`);
      w.depth++;
      writeAnyContent(w, item, inner);
    }
  w.depth--;
  put(w, `</${tag}>`);
}

/** A Clark name as it is written in this document. */
function nameText(w: Writer, name: string, hint: string | undefined, attribute: boolean): string {
  if (name.charCodeAt(0) !== 0x7b) return name;
  const brace = name.lastIndexOf('}');
  return prefixFor(w, name.slice(1, brace), hint, attribute) + name.slice(brace + 1);
}


/** Writes attributes that an attribute wildcard let in. */
export function putAnyAttributes(w: Writer, attributes: Readonly<Record<string, string>> | undefined): void {
  for (const [name, text] of Object.entries(attributes ?? {}))
    put(w, ` ${nameText(w, name, undefined, true)}="${escapeAttribute(text)}"`);
}
