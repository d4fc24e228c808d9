import type { Wildcard } from '../../../../model/schema/index.js';
import type { SchemaMatch } from '../../match/match-schemas.js';

/** An old wildcard with the namespaces that it names as they are called now. */
export function inNew(wildcard: Wildcard, { namespaces }: SchemaMatch): Wildcard {
  const { namespaceConstraint: constraint } = wildcard;
  const named = (namespace: string): string => namespaces.toNew.get(namespace) ?? namespace;
  switch (constraint.kind) {
    case 'any':
      return wildcard;
    case 'not':
      return { ...wildcard, namespaceConstraint: { kind: 'not', namespace: named(constraint.namespace) } };
    case 'enumeration':
      return {
        ...wildcard,
        namespaceConstraint: { kind: 'enumeration', namespaces: constraint.namespaces.map(named) },
      };
  }
}
