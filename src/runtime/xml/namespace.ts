import { badNamespace, malformed } from './fault.js';
import type { Reader } from './reader.js';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** The namespace that a prefix is bound to here ('' for the default): undefined if it is not bound. */
export function namespaceOf(r: Reader, prefix: string): string | undefined {
  let index = r.boundPrefix.length - 1;
  // A few bindings are faster looked through; with many, a hostile document would have them looked through forever.
  if (index < 16) while (index >= 0 && r.boundPrefix[index] !== prefix) index--;
  else index = r.binding.get(prefix) ?? -1;
  return index < 0 ? undefined : r.boundNamespace[index];
}

/** Binds a prefix for the element whose start tag is being read (at `r.depth + 1`). */
export function bind(r: Reader, prefix: string, namespace: string, at: number): void {
  const depth = r.depth + 1;
  if (prefix === 'xmlns') badNamespace(r, 'the prefix "xmlns" must not be declared', at);
  if ((prefix === 'xml') !== (namespace === XML))
    badNamespace(r, 'the prefix "xml" and its namespace belong together', at);
  if (namespace === XMLNS) badNamespace(r, 'the namespace of "xmlns" must not be bound', at);
  if (namespace === '' && prefix !== '')
    badNamespace(r, `the prefix "${prefix}" cannot be undeclared in Namespaces 1.0`, at);
  const shadowed = r.binding.get(prefix) ?? -1;
  if (shadowed >= 0 && r.boundDepth[shadowed] === depth) malformed(r, 'the attribute is there twice', at);
  r.binding.set(prefix, r.boundPrefix.length);
  r.boundShadowed.push(shadowed);
  r.boundPrefix.push(prefix);
  r.boundNamespace.push(namespace);
  r.boundDepth.push(depth);
  r.bindingDepth = depth;
  r.prefixNamespace = '\u0000';
}

/** Binds a prefix around the root element: what is read is a part of a document. */
export function bindOutside(r: Reader, prefix: string, namespace: string): void {
  r.boundShadowed.push(r.binding.get(prefix) ?? -1);
  r.binding.set(prefix, r.boundPrefix.length);
  r.boundPrefix.push(prefix);
  r.boundNamespace.push(namespace);
  r.boundDepth.push(-1);
}

/** The bindings in scope around the open element, prefix to namespace; `xml` is left out. */
export function bindingsAround(r: Reader): ReadonlyMap<string, string> {
  const bindings = new Map<string, string>();
  for (let index = 2; index < r.boundPrefix.length; index++)
    if ((r.boundDepth[index] as number) < r.depth)
      bindings.set(r.boundPrefix[index] as string, r.boundNamespace[index] as string);
  return bindings;
}

/** Takes away the bindings of the element that is being closed. */
export function unbind(r: Reader): void {
  let top = r.boundDepth.length - 1;
  while (r.boundDepth[top] === r.depth) {
    const prefix = r.boundPrefix.pop() ?? '';
    const shadowed = r.boundShadowed.pop() ?? -1;
    if (shadowed < 0) r.binding.delete(prefix);
    else r.binding.set(prefix, shadowed);
    r.boundNamespace.pop();
    r.boundDepth.pop();
    top--;
  }
  const depth = r.boundDepth[top] as number;
  r.bindingDepth = depth;
  r.prefixNamespace = '\u0000';
}

/** The bindings in scope, prefix to namespace, the innermost ones winning; `xml` is left out. */
export function bindingsInScope(r: Reader): Record<string, string> {
  const bindings: Record<string, string> = {};
  for (let index = 0; index < r.boundPrefix.length; index++) {
    const prefix = r.boundPrefix[index] as string;
    const namespace = r.boundNamespace[index] as string;
    if (prefix === 'xml') continue;
    if (namespace === '') delete bindings[prefix];
    else bindings[prefix] = namespace;
  }
  return bindings;
}
