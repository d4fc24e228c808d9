import { compareText, XML_NAMESPACE } from '../../../foundation/expanded-name.js';
import type { Schema } from '../../../model/schema/index.js';
import { pairUp } from './pair-up.js';
import { nameSimilarity, overlap } from './similarity.js';

/** A namespace and what is declared in it. */
export interface DeclaredNamespace {
  readonly name: string;
  /** `type Reading`, `element MeterReadings`, … */
  readonly components: ReadonlySet<string>;
}

/** Which namespaces of two schemas are the same one. */
export interface NamespaceMatch {
  /** Old namespace name to new one, also where they are equal. */
  readonly toNew: ReadonlyMap<string, string>;
  readonly moved: readonly (readonly [before: DeclaredNamespace, after: DeclaredNamespace])[];
  readonly removed: readonly DeclaredNamespace[];
  readonly added: readonly DeclaredNamespace[];
}

/** Below this, two namespaces have too little in common to be editions of each other. */
const LEAST_LIKENESS = 0.25;

/** Pairs namespaces: by name, then those whose components have the same names, the more alike their own names the better. */
export function matchNamespaces(from: Schema, to: Schema): NamespaceMatch {
  const pairing = pairUp(declaredNamespaces(from), declaredNamespaces(to), {
    keys: [{ before: ({ name }) => name, after: ({ name }) => name }],
    likeness: (a, b) => 0.8 * overlap(a.components, b.components) + 0.2 * nameSimilarity(a.name, b.name),
    threshold: LEAST_LIKENESS,
  });
  return {
    toNew: new Map(pairing.pairs.map(([before, after]) => [before.name, after.name])),
    moved: pairing.pairs.filter(([before, after]) => before.name !== after.name),
    removed: pairing.removed,
    added: pairing.added,
  };
}

/** The namespaces that a schema declares components in, the recommendation's own left out. */
export function declaredNamespaces(schema: Schema): readonly DeclaredNamespace[] {
  const found = new Map<string, Set<string>>();
  const note = (namespace: string, component: string): void => {
    const known = found.get(namespace);
    if (known === undefined) found.set(namespace, new Set([component]));
    else known.add(component);
  };
  for (const [space, components] of [
    ['type', schema.types],
    ['attribute', schema.attributes],
    ['element', schema.elements],
    ['group', schema.modelGroups],
    ['attributeGroup', schema.attributeGroups],
  ] as const) {
    for (const one of components.values()) {
      const isGlobal = !('scope' in one) || one.scope === 'global';
      if (one.name === undefined || one.span.source === '' || !isGlobal) continue;
      // Every schema has it, whether a document declares it or not.
      if (one.name.namespace === XML_NAMESPACE) continue;
      note(one.name.namespace, `${space} ${one.name.localName}`);
    }
  }
  return [...found]
    .map(([name, components]) => ({ name, components }))
    .sort((a, b) => compareText(a.name, b.name));
}
