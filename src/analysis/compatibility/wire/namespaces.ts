import type { Particle, Schema, Wildcard } from '../../../model/schema/index.js';
import type { Comparison } from './comparison.js';
import { UNKNOWN_NAMESPACE } from './site.js';

const memory = new WeakMap<Comparison, readonly string[]>();

/** Namespaces, named as in the first model, that wildcards may tell apart: those of names, those in wildcards, none, and one that nobody knows. */
export function namespacesOf(c: Comparison): readonly string[] {
  let known = memory.get(c);
  if (known === undefined) {
    const back = (namespace: string): string => c.match.elementBack({ namespace, localName: 'x' }).namespace;
    known = [...new Set([UNKNOWN_NAMESPACE, '', ...mentioned(c.from), ...[...mentioned(c.to)].map(back)])];
    memory.set(c, known);
  }
  return known;
}

function mentioned(schema: Schema): ReadonlySet<string> {
  const namespaces = new Set<string>();
  for (const { name } of schema.elements.values()) namespaces.add(name.namespace);
  for (const { name, scope } of schema.attributes.values())
    if (scope === 'global') namespaces.add(name.namespace);
  const add = ({ namespaceConstraint }: Wildcard): void => {
    if (namespaceConstraint.kind === 'not') namespaces.add(namespaceConstraint.namespace);
    if (namespaceConstraint.kind === 'enumeration')
      namespaceConstraint.namespaces.forEach((name) => namespaces.add(name));
  };
  const visit = ({ term }: Particle): void => {
    if (term.kind === 'wildcard') add(term);
    else if (term.kind === 'model-group') term.particles.forEach(visit);
  };
  for (const type of schema.types.values()) {
    if (type.kind === 'simple-type') continue;
    if (type.attributeWildcard !== undefined) add(type.attributeWildcard);
    const { contentType } = type;
    if (
      (contentType.kind === 'element-only' || contentType.kind === 'mixed') &&
      contentType.particle !== undefined
    )
      visit(contentType.particle);
  }
  return namespaces;
}
