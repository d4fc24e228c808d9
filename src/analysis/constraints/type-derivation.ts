import { expandedName, XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import type { ComponentId, Derivation, Schema, TypeDefinition } from '../../model/schema/index.js';
import { componentId } from '../../model/schema/index.js';
import { isUrType, withBaseTypes } from './constraint-context.js';

/**
 * Type Derivation OK (Complex) (cos-ct-derived-ok, 3.4.6) and Type Derivation OK (Simple) (cos-st-derived-ok, 3.14.6):
 * `derived` is derived from `base` without the methods in `blocked`. A reference that is missing counts as derived: it
 * was reported where it stands.
 */
export function isValidlyDerived(
  schema: Schema,
  derived: ComponentId,
  base: ComponentId,
  blocked: readonly Derivation[] = [],
): boolean {
  return isDerived(schema, derived, base, blocked, new Set());
}

function isDerived(
  schema: Schema,
  derivedId: ComponentId,
  baseId: ComponentId,
  blocked: readonly Derivation[],
  seen: Set<string>,
): boolean {
  if (derivedId === baseId) return true;
  const derived = schema.types.get(derivedId);
  const base = schema.types.get(baseId);
  if (derived === undefined || base === undefined) return true;
  const key = `${derivedId} ${baseId}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return derived.kind === 'complex-type'
    ? !blocked.includes(derived.derivationMethod) &&
        !isUrType(derived) &&
        isDerived(schema, derived.baseType, baseId, blocked, seen)
    : isSimpleDerived(schema, derived, base, blocked, seen);
}

/** cos-st-derived-ok, clause 2. */
function isSimpleDerived(
  schema: Schema,
  derived: TypeDefinition & { readonly kind: 'simple-type' },
  base: TypeDefinition,
  blocked: readonly Derivation[],
  seen: Set<string>,
): boolean {
  const above = schema.types.get(derived.baseType);
  if (above === undefined) return true;
  if (blocked.includes('restriction')) return false;
  if (above.kind === 'simple-type' && above.final.includes('restriction')) return false;
  if (base.kind === 'complex-type') return isUrType(base);
  if (above.id === base.id || base.id === ANY_SIMPLE_TYPE) return true;
  if (above.kind === 'simple-type' && isDerived(schema, above.id, base.id, blocked, seen)) return true;
  return (
    base.variety.kind === 'union' &&
    base.variety.memberTypes.some((member) => isDerived(schema, derived.id, member, blocked, seen))
  );
}

/** Whether a type is ID, is derived from it, or has such simple content. */
export function isIdentifierType(schema: Schema, id: ComponentId): boolean {
  for (const type of withBaseTypes(schema, id)) {
    if (type.id === ID) return true;
    if (type.kind === 'complex-type') {
      return type.contentType.kind === 'simple' && isIdentifierType(schema, type.contentType.type);
    }
  }
  return false;
}

const ANY_SIMPLE_TYPE = componentId('type', expandedName(XSD_NAMESPACE, 'anySimpleType'));
const ID = componentId('type', expandedName(XSD_NAMESPACE, 'ID'));
