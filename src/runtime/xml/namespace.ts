import { badNamespace, malformed } from './fault.js';
import type { Reader } from './reader.js';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** A prefix ('' for the default namespace) that is bound to a namespace. */
export interface Binding {
  readonly prefix: string;
  readonly namespace: string;
  /** Depth of the element that declares it. */
  readonly depth: number;
  /** The binding of the same prefix that it shadows. */
  readonly shadowed: Binding | undefined;
}

/** What is bound where a document begins. */
export const FIRST_BINDINGS: readonly Binding[] = [
  { prefix: '', namespace: '', depth: -1, shadowed: undefined },
  { prefix: 'xml', namespace: XML, depth: -1, shadowed: undefined },
];

/** The namespace that a prefix is bound to here ('' for the default): undefined if it is not bound. */
export const namespaceOf = (r: Reader, prefix: string): string | undefined =>
  r.binding.get(prefix)?.namespace;

/** The namespace of a prefix that must be bound. */
export const boundNamespace = (r: Reader, prefix: string, at: number): string =>
  namespaceOf(r, prefix) ?? badNamespace(r, `the prefix "${prefix}" is not declared`, at);

/** Binds a prefix for the element whose start tag is being read (at `r.depth + 1`). */
export function bind(r: Reader, prefix: string, namespace: string, at: number): void {
  const depth = r.depth + 1;
  // xml and its namespace belong together; Namespaces 1.0 has no way to undeclare a prefix.
  if (
    prefix === 'xmlns' ||
    namespace === XMLNS ||
    (prefix === 'xml') !== (namespace === XML) ||
    (namespace === '' && prefix !== '')
  )
    badNamespace(r, `the prefix "${prefix}" must not be bound to "${namespace}"`, at);
  const shadowed = r.binding.get(prefix);
  if (shadowed?.depth === depth) malformed(r, 'the attribute is there twice', at);
  const binding = { prefix, namespace, depth, shadowed };
  r.binding.set(prefix, binding);
  r.bindings.push(binding);
  r.bindingDepth = depth;
  r.prefixNamespace = '\u0000';
}

/** Binds a prefix around the root element: what is read is a part of a document. */
export function bindOutside(r: Reader, prefix: string, namespace: string): void {
  const binding = { prefix, namespace, depth: -1, shadowed: r.binding.get(prefix) };
  r.binding.set(prefix, binding);
  r.bindings.push(binding);
}

/** The bindings in scope around the open element, prefix to namespace; `xml` is left out. */
export function bindingsAround(r: Reader): ReadonlyMap<string, string> {
  const bindings = new Map<string, string>();
  for (const { prefix, namespace, depth } of r.bindings.slice(FIRST_BINDINGS.length))
    if (depth < r.depth) bindings.set(prefix, namespace);
  return bindings;
}

/** Takes away the bindings of the element that is being closed. */
export function unbind(r: Reader): void {
  while (r.bindingDepth === r.depth) {
    const { prefix, shadowed } = r.bindings.pop() as Binding;
    if (shadowed === undefined) r.binding.delete(prefix);
    else r.binding.set(prefix, shadowed);
    r.bindingDepth = (r.bindings.at(-1) as Binding).depth;
  }
  r.prefixNamespace = '\u0000';
}

/** The bindings in scope, prefix to namespace, the innermost ones winning; `xml` is left out. */
export function bindingsInScope(r: Reader): Record<string, string> {
  const bindings: Record<string, string> = {};
  for (const { prefix, namespace } of r.binding.values())
    if (prefix !== 'xml' && namespace !== '') bindings[prefix] = namespace;
  return bindings;
}
