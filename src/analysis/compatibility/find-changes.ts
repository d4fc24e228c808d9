import type { Span } from '../../foundation/span.js';
import type { Change } from './change.js';
import { compareSchemas } from './changes/compare-schemas.js';
import type { Fact } from './changes/fact.js';
import type { SchemaMatch } from './match/match-schemas.js';
import { memberTarget } from './match/members.js';
import { rulesFor } from './rules/index.js';

/** Every change between two matched schemas, once each, in the order of the new schema; what it breaks is not judged yet. */
export function findChanges(match: SchemaMatch): readonly Change[] {
  const changes: Change[] = [];
  for (const fact of compareSchemas(match)) {
    for (const { definition, check } of rulesFor(fact.kind)) {
      const found = check(fact, match);
      if (found === undefined) continue;
      const { before, after, wire } = found;
      const words = { subject: fact.subject, before: before ?? '', after: after ?? '' };
      changes.push({
        code: definition.code,
        rule: definition.rule,
        message: definition.message(words),
        hint: definition.hint?.(words),
        subject: fact.subject,
        group: fact.group,
        before,
        after,
        wire,
        ids: { before: idsOf(fact, 'before'), after: idsOf(fact, 'after') },
        spans: { before: spanOf(fact, 'before'), after: spanOf(fact, 'after') },
        effects: [],
      });
    }
  }
  return changes;
}

type Side = 'before' | 'after';

/** The thing itself first, then what it is part of. */
function idsOf(fact: Fact, side: Side): readonly string[] {
  const [target, owner] = [targetOf(fact, side), fact.owner[side]];
  // Of an element that has another type, the element is what changed.
  const ids = fact.kind === 'type-use' ? [owner, target] : [target, owner];
  return [...ids, fact.outer?.[side]].filter((id) => id !== undefined);
}

function targetOf(fact: Fact, side: Side): string | undefined {
  switch (fact.kind) {
    case 'namespace':
      return fact[side] && `namespace:${fact[side].name}`;
    case 'component':
    case 'element':
    case 'complex-type':
    case 'simple-type':
    case 'type-use':
    case 'identity-constraint':
      return fact[side]?.id;
    case 'member': {
      const member = fact[side];
      return member && memberTarget(member);
    }
    case 'attribute':
      return fact.declarations[side]?.id;
    default:
      return undefined;
  }
}

function spanOf(fact: Fact, side: Side): Span | undefined {
  switch (fact.kind) {
    case 'namespace':
      return undefined;
    case 'annotation':
    case 'content-model':
    case 'members-of-union':
      return fact.spans[side];
    default:
      return fact[side]?.span;
  }
}
