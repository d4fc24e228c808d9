import type { AnyElement, AnyType, SelfWriting } from '../value/any-element.js';
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

/** Bindings that an element declares itself, and those that the kept elements around it declare. */
interface Scope {
  readonly own: Map<string, string>;
  readonly outer: Scope | undefined;
}

/** Writes an element that a wildcard let in. Bindings that it declares are declared on it again. */
export function writeAnyElement(w: Writer, value: AnyElement | SelfWriting): void {
  if ('write' in value && typeof value.write === 'function') {
    value.write(w);
    return;
  }
  const own = new Map(Object.entries(value.namespaces ?? {}));
  // The element's own binding need not be repeated where it is that of the document.
  if (own.get(value.prefix ?? '') === bindingOf(w, value.prefix ?? '')) own.delete(value.prefix ?? '');
  writeKept(w, value, { own, outer: undefined });
}

/** Writes attributes and content of an element of type `xs:anyType`, whose start tag was begun. */
export function writeAnyContent(w: Writer, value: AnyType, tag: Tag): void {
  const own = new Map(Object.entries(value.namespaces ?? {}));
  const written = freeOf(w, own, tag);
  if (w.depth === 1) w.root = written;
  writeContent(w, value, written, { own, outer: undefined });
}

/** The tag that was begun, with another prefix if the content binds its prefix to something else. */
function freeOf(w: Writer, own: Map<string, string>, tag: Tag): Tag {
  const colon = tag.name.indexOf(':');
  const prefix = colon < 0 ? '' : tag.name.slice(0, colon);
  const namespace = bindingOf(w, prefix);
  const inner = own.get(prefix);
  if (inner === undefined || inner === namespace || namespace === '') {
    own.delete(prefix);
    return tag;
  }
  let other: string;
  do other = `ns${++w.made}`;
  while (w.taken.has(other) || own.has(other));
  if (w.depth === 1) w.prefixes.delete(namespace);
  declareOnRoot(w, namespace, other);
  w.at -= tag.open.length;
  const renamed = tagOf(`${other}:${tag.name.slice(colon + 1)}`);
  put(w, `<${renamed.name}`);
  return renamed;
}

/** One more prefix for a namespace, declared on the root element. */
function declareOnRoot(w: Writer, namespace: string, prefix: string): void {
  const bound = prefix === '' ? '' : `${prefix}:`;
  w.taken.add(prefix);
  w.prefixes.set(w.prefixes.has(namespace) ? `${namespace}\u0000${prefix}` : namespace, bound);
}

/** Writes attributes that an attribute wildcard let in. */
export function putAnyAttributes(w: Writer, attributes: Readonly<Record<string, string>> | undefined): void {
  for (const [name, text] of Object.entries(attributes ?? {}))
    put(w, ` ${attributeName(w, name, undefined)}="${escapeAttribute(text)}"`);
}

function writeKept(w: Writer, value: AnyElement, scope: Scope): void {
  const tag = tagOf(elementName(w, value, scope));
  begin(w, tag);
  writeContent(w, value, tag, scope);
}

function writeContent(w: Writer, value: AnyType, tag: Tag, scope: Scope): void {
  for (const [name, text] of Object.entries(value.attributes))
    put(w, ` ${attributeName(w, name, scope)}="${escapeAttribute(text)}"`);
  for (const [prefix, namespace] of [...scope.own].sort(([a], [b]) => (a < b ? -1 : 1)))
    // The root's are written with those of the document.
    if (w.depth === 1) declareOnRoot(w, namespace, prefix);
    else put(w, ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`);
  const { children } = value;
  if (children.length === 0) {
    endEmpty(w);
    return;
  }
  // White space between elements is content here, kept in the children: none is added.
  startMixed(w);
  for (const item of children)
    if (typeof item === 'string') putText(w, item);
    else writeKept(w, item, { own: new Map(Object.entries(item.namespaces ?? {})), outer: scope });
  endMixed(w, tag);
}

/** A Clark name as it is written here, with the prefix that it had where that still means the same. */
function elementName(w: Writer, { name, prefix = '' }: AnyElement, scope: Scope): string {
  const { namespace, local } = partsOf(name);
  if (namespace === '') {
    if ((boundHere(scope, '') ?? bindingOf(w, '')) !== '') scope.own.set('', '');
    return local;
  }
  if (boundHere(scope, prefix) === namespace) return prefixed(prefix, local);
  const ofDocument = prefixOfDocument(w, namespace, prefix);
  const taken = ofDocument.slice(0, -1);
  if (boundHere(scope, taken) === undefined) return ofDocument + local;
  return prefixed(ownPrefix(scope, namespace), local);
}

/** The prefix (with colon) that the element had, declared on the root element if it is free, or the one that there is. */
function prefixOfDocument(w: Writer, namespace: string, prefix: string): string {
  const known = w.prefixes.get(namespace);
  if (known === undefined || prefix === '' || known === `${prefix}:`) return prefixFor(w, namespace, prefix);
  if (!w.prefixes.has(`${namespace}\u0000${prefix}`)) {
    if (w.taken.has(prefix)) return known;
    declareOnRoot(w, namespace, prefix);
  }
  return `${prefix}:`;
}

/** As `elementName`; an attribute with a namespace needs a prefix. */
function attributeName(w: Writer, name: string, scope: Scope | undefined): string {
  const { namespace, local } = partsOf(name);
  if (namespace === '') return local;
  for (let at = scope; at !== undefined; at = at.outer)
    for (const [prefix, bound] of at.own)
      if (prefix !== '' && bound === namespace && boundHere(scope, prefix) === namespace)
        return prefixed(prefix, local);
  const ofDocument = prefixFor(w, namespace, undefined, true);
  if (scope === undefined || boundHere(scope, ofDocument.slice(0, -1)) === undefined)
    return ofDocument + local;
  return prefixed(ownPrefix(scope, namespace), local);
}

const partsOf = (name: string): { readonly namespace: string; readonly local: string } => {
  if (name.charCodeAt(0) !== 0x7b) return { namespace: '', local: name };
  const brace = name.lastIndexOf('}');
  return { namespace: name.slice(1, brace), local: name.slice(brace + 1) };
};

const prefixed = (prefix: string, local: string): string => (prefix === '' ? local : `${prefix}:${local}`);

/** What the kept elements bind a prefix to; undefined where the document's own bindings are in force. */
function boundHere(scope: Scope | undefined, prefix: string): string | undefined {
  for (let at = scope; at !== undefined; at = at.outer) {
    const namespace = at.own.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}

/** Declares a prefix of its own on the element, because the document's is bound to something else here. */
function ownPrefix(scope: Scope, namespace: string): string {
  let prefix = 'own';
  for (let count = 2; boundHere(scope, prefix) !== undefined; count++) prefix = `own${count}`;
  scope.own.set(prefix, namespace);
  return prefix;
}

/** The namespace that the document binds a prefix to, '' if it does not. */
function bindingOf(w: Writer, prefix: string): string {
  const bound = prefix === '' ? '' : `${prefix}:`;
  for (const [key, at] of w.prefixes) if (at === bound && key !== '') return key.replace(/\u0000.*/s, '');
  return '';
}
