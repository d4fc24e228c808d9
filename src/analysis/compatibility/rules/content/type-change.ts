import type { TypeDefinition } from '../../../../model/schema/index.js';
import type { FactOf } from '../../changes/fact.js';
import { typeText } from '../../changes/words.js';
import type { SchemaMatch } from '../../match/match-schemas.js';
import type { Found } from '../rule.js';

/** Another type altogether. An anonymous type and a named one of the same kind are compared instead. */
export function typeChange({ before, after }: FactOf<'type-use'>, match: SchemaMatch): Found | undefined {
  if (before === undefined || after === undefined || isLookedInto(before, after)) return undefined;
  const [old, now] = [typeText(match.from, before.id), typeText(match.to, after.id)];
  return old === now && before.name !== undefined && after.name !== undefined
    ? { before: match.nameInNew(before.name), after: `{${after.name.namespace}}${after.name.localName}` }
    : { before: old, after: now };
}

/** A type that got a name, or lost it. */
export function namingChange({ before, after }: FactOf<'type-use'>, match: SchemaMatch): Found | undefined {
  if (before === undefined || after === undefined || !isLookedInto(before, after)) return undefined;
  return { before: typeText(match.from, before.id), after: typeText(match.to, after.id) };
}

const isLookedInto = (before: TypeDefinition, after: TypeDefinition): boolean =>
  before.kind === after.kind &&
  (before.name === undefined) !== (after.name === undefined) &&
  before.span.source !== '' &&
  after.span.source !== '';
