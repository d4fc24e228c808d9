import type { ElementDeclaration } from '../../../model/schema/index.js';
import { pairUp } from '../match/pair-up.js';
import { compareTypeUse } from './compare-types.js';
import type { Topic } from './fact.js';
import { insideOf, partOf, type Walk } from './fact-sink.js';

/** Compares two declarations of the same element, and the types that they give it. */
export function compareElements(
  walk: Walk,
  topic: Topic,
  before: ElementDeclaration,
  after: ElementDeclaration,
): void {
  if (!walk.isNew(before.id, after.id)) return;
  walk.emit({ kind: 'element', ...topic, before, after });
  const spans = { before: before.span, after: after.span };
  walk.emit({ kind: 'annotation', ...topic, before: before.annotation, after: after.annotation, spans });
  const constraints = pairUp(before.identityConstraints, after.identityConstraints, {
    keys: [{ before: ({ name }) => name.localName, after: ({ name }) => name.localName }],
  });
  const all = [
    ...constraints.pairs,
    ...constraints.removed.map((one) => [one, undefined] as const),
    ...constraints.added.map((one) => [undefined, one] as const),
  ];
  for (const [old, now] of all) {
    const name = (now ?? old)?.name.localName ?? '';
    walk.emit({ kind: 'identity-constraint', ...partOf(topic, name), before: old, after: now });
  }
  compareTypeUse(walk, insideOf(topic, before.id, after.id), before.type, after.type, 'element');
}
