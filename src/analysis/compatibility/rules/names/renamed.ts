import type { FactOf } from '../../changes/fact.js';
import { namespaceName } from '../../../content-model/index.js';
import type { SchemaMatch } from '../../match/match-schemas.js';
import type { Found } from '../rule.js';

/** Another local name. */
export function renamed({ before, after }: FactOf<'component'>): Found | undefined {
  if (before === undefined || after === undefined || before.name.localName === after.name.localName)
    return undefined;
  return { before: before.name.localName, after: after.name.localName };
}

/** Another namespace, which is not the one that its own became. */
export function movedAlone(
  { before, after }: FactOf<'component'>,
  { namespaces }: SchemaMatch,
): Found | undefined {
  if (before === undefined || after === undefined) return undefined;
  const expected = namespaces.toNew.get(before.name.namespace) ?? before.name.namespace;
  if (expected === after.name.namespace) return undefined;
  return { before: namespaceName(before.name.namespace), after: namespaceName(after.name.namespace) };
}
