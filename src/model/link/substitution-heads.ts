import { definitionCircular } from '../../diagnostics/catalogue/xsd-link.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { componentId, type ComponentId } from '../schema/index.js';
import type { Definitions } from './definition.js';
import { adoptedName } from './redefine.js';

/**
 * The head of each element declaration that has one. e-props-correct.6: no element can stand for itself; a circle is cut
 * at its least member.
 */
export function substitutionHeads(
  definitions: Definitions,
  diagnostics: DiagnosticBag,
): ReadonlyMap<ComponentId, ComponentId> {
  const heads = new Map<ComponentId, ComponentId>();
  for (const { id, home, fragment } of definitions.element.values()) {
    if (fragment.substitutionGroup === undefined) continue;
    const head = componentId('element', adoptedName(home, fragment.substitutionGroup.name));
    if (definitions.element.has(head)) heads.set(id, head);
  }
  const sound = new Set<ComponentId>();
  for (const start of [...heads.keys()].sort()) {
    const path = new Set<ComponentId>();
    let at: ComponentId | undefined = start;
    while (at !== undefined && !sound.has(at) && !path.has(at)) {
      path.add(at);
      at = heads.get(at);
    }
    // Members are tried from the least on, so the first member of a circle that is met again is its least one.
    if (at !== undefined && path.has(at)) cut(definitions, diagnostics, heads, leastOfCircle(heads, at));
    for (const id of path) sound.add(id);
  }
  return heads;
}

function leastOfCircle(heads: ReadonlyMap<ComponentId, ComponentId>, start: ComponentId): ComponentId {
  let least = start;
  for (let at = heads.get(start); at !== undefined && at !== start; at = heads.get(at)) {
    if (at < least) least = at;
  }
  return least;
}

function cut(
  definitions: Definitions,
  diagnostics: DiagnosticBag,
  heads: Map<ComponentId, ComponentId>,
  id: ComponentId,
): void {
  heads.delete(id);
  const definition = definitions.element.get(id);
  if (definition?.fragment.substitutionGroup === undefined) return;
  const { home, fragment } = definition;
  const name = { namespace: home.targetNamespace, localName: fragment.name };
  const facts = { what: 'element', name, how: 'substitutes for' } as const;
  const at = definition.fragment.substitutionGroup.span;
  diagnostics.add(definitionCircular, { at, rule: 'e-props-correct.6', ...facts });
}
