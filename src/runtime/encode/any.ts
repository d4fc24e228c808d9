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

/** Bindings that an element declares itself, and those that the kept elements around it declare. */
interface Scope {
  readonly own: Map<string, string>;
  readonly outer: Scope | undefined;
}

/** Writes an element that a wildcard let in. Bindings that it declares are declared on it again. */
export function writeAnyElement(w: Writer, value: AnyElement): void {
  writeKept(w, value, undefined);
}

/** Writes attributes and content of an element of type `xs:anyType`, whose start tag was begun. */
export function writeAnyContent(w: Writer, value: AnyType, tag: Tag): void {
  const scope = scopeOf(value, undefined);
  // The name was written with a prefix of the document: it must keep its meaning.
  const colon = tag.name.indexOf(':');
  scope.own.delete(colon < 0 ? '' : tag.name.slice(0, colon));
  writeContent(w, value, tag, scope);
}

/** Writes attributes that an attribute wildcard let in. */
export function putAnyAttributes(w: Writer, attributes: Readonly<Record<string, string>> | undefined): void {
  for (const [name, text] of Object.entries(attributes ?? {}))
    put(w, ` ${attributeName(w, name, undefined)}="${escapeAttribute(text)}"`);
}

const scopeOf = (value: AnyType, outer: Scope | undefined): Scope => ({
  own: new Map(Object.entries(value.namespaces ?? {})),
  outer,
});

function writeKept(w: Writer, value: AnyElement, outer: Scope | undefined): void {
  const scope = scopeOf(value, outer);
  const tag = tagOf(elementName(w, value, scope));
  begin(w, tag);
  writeContent(w, value, tag, scope);
}

function writeContent(w: Writer, value: AnyType, tag: Tag, scope: Scope): void {
  for (const [name, text] of Object.entries(value.attributes))
    put(w, ` ${attributeName(w, name, scope)}="${escapeAttribute(text)}"`);
  for (const [prefix, namespace] of [...scope.own].sort(([a], [b]) => (a < b ? -1 : 1)))
    put(w, ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`);
  const { children } = value;
  if (children.length === 0) {
    endEmpty(w);
    return;
  }
  // White space between elements is content here, kept in the children: none is added.
  startMixed(w);
  for (const item of children)
    if (typeof item === 'string') putText(w, item);
    else writeKept(w, item, scope);
  endMixed(w, tag);
}

/** A Clark name as it is written here, with the prefix that it had where that still means the same. */
function elementName(w: Writer, { name, prefix = '' }: AnyElement, scope: Scope): string {
  const { namespace, local } = partsOf(name);
  if (namespace === '') {
    if (defaultNamespace(w, scope) !== '') scope.own.set('', '');
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
  const key = `${namespace}\u0000${prefix}`;
  if (!w.prefixes.has(key)) {
    if (w.taken.has(prefix)) return known;
    w.taken.add(prefix);
    w.prefixes.set(key, `${prefix}:`);
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

function defaultNamespace(w: Writer, scope: Scope): string {
  const own = boundHere(scope, '');
  if (own !== undefined) return own;
  for (const [namespace, prefix] of w.prefixes) if (prefix === '' && namespace !== '') return namespace;
  return '';
}
