import type { DeclaredNamespace } from '../../match/match-namespaces.js';

/** What is in a namespace: `2 elements, 14 types`. */
export function contentsText({ components }: DeclaredNamespace): string {
  const counts = new Map<string, number>();
  for (const one of components) {
    const space = one.slice(0, one.indexOf(' '));
    counts.set(space, (counts.get(space) ?? 0) + 1);
  }
  const texts = Object.entries(WORDS).flatMap(([space, [single, plural]]) => {
    const count = counts.get(space);
    return count === undefined ? [] : [`${count} ${count === 1 ? single : plural}`];
  });
  return texts.join(', ');
}

const WORDS: Readonly<Record<string, readonly [single: string, plural: string]>> = {
  element: ['element', 'elements'],
  type: ['type', 'types'],
  attribute: ['attribute', 'attributes'],
  group: ['group', 'groups'],
  attributeGroup: ['attribute group', 'attribute groups'],
};
