import { compareText } from '../../foundation/expanded-name.js';
import type { ComponentId, Schema, TypeDefinition } from '../../model/schema/index.js';

/** A derivation step between two types: how the upper one is made from the lower one. */
export type DerivationMethod = 'extension' | 'restriction' | 'list' | 'union';

/** A type that is derived, directly or not, from another one. */
export interface DerivedType {
  readonly id: ComponentId;
  /** The methods of all steps on the way. */
  readonly methods: ReadonlySet<DerivationMethod>;
  /** Types strictly between the two, nearest to the base first. */
  readonly between: readonly ComponentId[];
}

/**
 * Every type's derived types, the built-in ones and those from the ur-type aside (all types derive from that one).
 * A member type counts as derived from its union (Type Derivation OK (Simple), clause 2.2.4).
 */
export function derivedTypes(schema: Schema): ReadonlyMap<ComponentId, readonly DerivedType[]> {
  const direct = new Map<ComponentId, { readonly id: ComponentId; readonly method?: DerivationMethod }[]>();
  const link = (base: ComponentId, id: ComponentId, method?: DerivationMethod): void => {
    const children = direct.get(base);
    const step = method === undefined ? { id } : { id, method };
    if (children === undefined) direct.set(base, [step]);
    else children.push(step);
  };
  for (const type of schema.types.values()) {
    if (type.baseType !== type.id) link(type.baseType, type.id, derivationMethod(schema, type));
    if (type.kind === 'simple-type' && type.variety.kind === 'union') {
      for (const member of type.variety.memberTypes) link(type.id, member);
    }
  }
  const derived = new Map<ComponentId, readonly DerivedType[]>();
  for (const base of direct.keys()) {
    if (isUrType(schema, base)) continue;
    const found = new Map<ComponentId, DerivedType>();
    const visit = (
      at: ComponentId,
      methods: ReadonlySet<DerivationMethod>,
      between: readonly ComponentId[],
    ): void => {
      for (const step of direct.get(at) ?? []) {
        if (step.id === base || found.has(step.id)) continue;
        const along = step.method === undefined ? methods : new Set([...methods, step.method]);
        found.set(step.id, { id: step.id, methods: along, between });
        visit(step.id, along, [...between, step.id]);
      }
    };
    visit(base, new Set(), []);
    derived.set(
      base,
      [...found.values()].sort((a, b) => compareText(a.id, b.id)),
    );
  }
  return derived;
}

/** How a type is made from its base type. A list or union made directly is a list or union of the simple ur-type. */
export function derivationMethod(schema: Schema, type: TypeDefinition): DerivationMethod {
  if (type.kind === 'complex-type') return type.derivationMethod;
  const base = schema.types.get(type.baseType);
  if (
    base?.kind === 'simple-type' &&
    base.variety.kind !== type.variety.kind &&
    type.variety.kind !== 'atomic'
  ) {
    return type.variety.kind;
  }
  return 'restriction';
}

/** The ur-type, or the simple ur-type. */
function isUrType(schema: Schema, id: ComponentId): boolean {
  const type = schema.types.get(id);
  if (type === undefined || type.baseType === id) return true;
  const base = schema.types.get(type.baseType);
  return type.kind === 'simple-type' && base?.kind === 'complex-type' && base.baseType === base.id;
}
