import { clark } from '../../../foundation/expanded-name.js';
import type { AttributeDeclaration, AttributeUse, Schema } from '../../../model/schema/index.js';
import { referencedName } from '../match/model-reference.js';
import { pairUp } from '../match/pair-up.js';
import { nameSimilarity } from '../match/similarity.js';
import { compareTypeUse } from './compare-types.js';
import type { Topic } from './fact.js';
import { insideOf, partOf, type Walk } from './fact-sink.js';

/** Compares the attribute uses of two types or attribute groups. */
export function compareAttributes(
  walk: Walk,
  topic: Topic,
  before: readonly AttributeUse[],
  after: readonly AttributeUse[],
): void {
  const { match } = walk;
  const { pairs, removed, added } = pairUp(
    [...declared(match.from, before)],
    [...declared(match.to, after)],
    {
      keys: [
        {
          before: ({ declaration }) => match.nameInNew(declaration.name),
          after: ({ declaration }) => clark(declaration.name),
        },
        {
          before: ({ declaration }) => declaration.name.localName,
          after: ({ declaration }) => declaration.name.localName,
        },
        {
          before: (one) => referencedName(one.declaration.annotation),
          after: (one) => referencedName(one.declaration.annotation),
        },
      ],
      likeness: (a, b) =>
        match.toNew.get(a.declaration.type) === b.declaration.type
          ? nameSimilarity(a.declaration.name.localName, b.declaration.name.localName)
          : 0,
      threshold: 0.75,
    },
  );
  for (const [old, now] of pairs) {
    const about = partOf(topic, `@${now.declaration.name.localName}`);
    walk.emit({
      kind: 'attribute',
      ...about,
      before: old.use,
      after: now.use,
      declarations: { before: old.declaration, after: now.declaration },
    });
    if (!walk.isNew(old.declaration.id, now.declaration.id)) continue;
    walk.emit({
      kind: 'annotation',
      ...about,
      before: old.declaration.annotation,
      after: now.declaration.annotation,
      spans: { before: old.declaration.span, after: now.declaration.span },
    });
    compareTypeUse(
      walk,
      insideOf(about, old.declaration.id, now.declaration.id),
      old.declaration.type,
      now.declaration.type,
      'attribute',
    );
  }
  for (const { use, declaration } of removed)
    walk.emit({
      kind: 'attribute',
      ...partOf(topic, `@${declaration.name.localName}`),
      before: use,
      after: undefined,
      declarations: { before: declaration, after: undefined },
    });
  for (const { use, declaration } of added)
    walk.emit({
      kind: 'attribute',
      ...partOf(topic, `@${declaration.name.localName}`),
      before: undefined,
      after: use,
      declarations: { before: undefined, after: declaration },
    });
}

interface DeclaredUse {
  readonly use: AttributeUse;
  readonly declaration: AttributeDeclaration;
}

const declared = (schema: Schema, uses: readonly AttributeUse[]): readonly DeclaredUse[] =>
  uses.flatMap((use) => {
    const declaration = schema.attributes.get(use.attribute);
    return declaration === undefined ? [] : [{ use, declaration }];
  });
