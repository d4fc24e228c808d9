import { invariant } from '../../foundation/invariant.js';
import type {
  ComplexType,
  ComponentId,
  ElementDeclaration,
  ElementDeclarationRef,
  Schema,
  Wildcard,
} from '../../model/schema/index.js';
import type { DerivedType } from '../content-model/derived-types.js';
import { derivedTypes } from '../content-model/derived-types.js';
import { instantiableMembers, substitutionMembers } from '../content-model/substitution-group.js';
import type {
  DerivedBinding,
  ElementFieldBinding,
  ElementValueBinding,
  SubstitutionBinding,
  WildcardFieldBinding,
} from './binding.js';
import { isAnyType } from './simple-type-fact.js';

/** What stands in an element: its type, the types that `xsi:type` may name, the elements that may stand for it. */
export interface ElementValues {
  valueOf(element: ElementDeclaration): ElementValueBinding;
  contentOf(term: ElementDeclarationRef | Wildcard): ElementFieldBinding | WildcardFieldBinding;
  /** An element with all that may stand in its place. */
  fieldOf(element: ElementDeclaration): ElementFieldBinding;
  /** An element that stands for itself only. */
  plainElement(element: ElementDeclaration): ElementFieldBinding;
  /** Complex types that are derived from a type and can be named, abstract ones left out; nothing is blocked. */
  derivedFrom(type: ComponentId): readonly DerivedBinding[];
}

/** Computes each answer once: many elements share a type with hundreds of derived types. */
export function elementValues(schema: Schema, modulePath: (type: ComponentId) => string): ElementValues {
  const derived = derivedTypes(schema);
  const typeNames = discriminants(schema, modulePath);
  const byBlock = new Map<string, readonly DerivedBinding[]>();
  const byElement = new Map<ComponentId, ElementValueBinding>();
  const fields = new Map<ComponentId, ElementFieldBinding>();

  const derivedFrom = (id: ComponentId, block: readonly string[]): readonly DerivedBinding[] => {
    // Most types have none.
    const types = derived.get(id);
    if (types === undefined) return NONE;
    const methods = ['extension', 'restriction'].filter((method) => block.includes(method));
    const key = `${id} ${methods.join(' ')}`;
    const known = byBlock.get(key);
    if (known !== undefined) return known;
    const found = types.flatMap((type) => bindDerived(schema, type, methods, typeNames));
    byBlock.set(key, found);
    return found;
  };

  const valueOf = (element: ElementDeclaration): ElementValueBinding => {
    const known = byElement.get(element.id);
    if (known !== undefined) return known;
    const type = schema.types.get(element.type);
    const isComplex = type?.kind === 'complex-type' && !isAnyType(type);
    const value: ElementValueBinding = {
      type: element.type,
      derived: isComplex
        ? derivedFrom(type.id, [...element.disallowedSubstitutions, ...type.prohibitedSubstitutions])
        : [],
      abstract: isComplex && type.abstract,
      nillable: element.nillable,
      ...(element.valueConstraint === undefined ? {} : { valueConstraint: element.valueConstraint }),
    };
    byElement.set(element.id, value);
    return value;
  };

  const plainElement = (element: ElementDeclaration): ElementFieldBinding => ({
    kind: 'element',
    element: element.id,
    namespace: element.name.namespace,
    localName: element.name.localName,
    substitutions: [],
    value: valueOf(element),
  });

  const fieldOf = (element: ElementDeclaration): ElementFieldBinding => {
    const { id } = element;
    const known = fields.get(id);
    if (known !== undefined) return known;
    const hasMembers = element.scope === 'global' && substitutionMembers(schema, id).length > 0;
    const standing = hasMembers ? instantiableMembers(schema, id) : [element];
    const isAlone = standing.length === 0 || (standing.length === 1 && standing[0]?.id === id);
    const field: ElementFieldBinding = {
      ...plainElement(element),
      substitutions: isAlone ? [] : bindSubstitutions(standing, valueOf, modulePath),
    };
    fields.set(id, field);
    return field;
  };

  return {
    valueOf,
    plainElement,
    fieldOf,
    contentOf: (term) => {
      if (term.kind === 'wildcard') return bindWildcard(term);
      const element = schema.elements.get(term.element);
      invariant(element !== undefined, `element without declaration: ${term.element}`);
      return fieldOf(element);
    },
    derivedFrom: (id) => {
      const type = schema.types.get(id);
      return derivedFrom(id, type?.kind === 'complex-type' ? type.prohibitedSubstitutions : []);
    },
  };
}

const NONE: readonly DerivedBinding[] = [];

const bindWildcard = ({ processContents, namespaceConstraint }: Wildcard): WildcardFieldBinding => ({
  kind: 'wildcard',
  processContents,
  namespaceConstraint,
});

/** Type Derivation OK (Complex) as cvc-elt.4.3 asks for it: no method on the way is blocked. */
function bindDerived(
  schema: Schema,
  { id, methods }: DerivedType,
  blocked: readonly string[],
  typeNames: ReadonlyMap<ComponentId, string>,
): readonly DerivedBinding[] {
  const type = schema.types.get(id);
  const name = typeNames.get(id);
  if (type?.kind !== 'complex-type' || type.abstract || type.name === undefined || name === undefined)
    return [];
  if (
    blocked.some((method) =>
      method === 'extension' || method === 'restriction' ? methods.has(method) : false,
    )
  ) {
    return [];
  }
  return [{ name, type: id, namespace: type.name.namespace, localName: type.name.localName }];
}

/** Values of `$type`: local names, with the module before them where two types of one hierarchy share the name. */
function discriminants(
  schema: Schema,
  modulePath: (type: ComponentId) => string,
): ReadonlyMap<ComponentId, string> {
  const roots = new Map<ComponentId, ComponentId>();
  const rootOf = (type: ComplexType): ComponentId => {
    const known = roots.get(type.id);
    if (known !== undefined) return known;
    roots.set(type.id, type.id);
    const base = schema.types.get(type.baseType);
    const isTop = base?.kind !== 'complex-type' || isAnyType(base) || base.id === type.id;
    const root = isTop ? type.id : rootOf(base);
    roots.set(type.id, root);
    return root;
  };
  const uses = new Map<string, number>();
  const keys = new Map<ComponentId, { readonly key: string; readonly localName: string }>();
  for (const type of schema.types.values()) {
    if (type.kind !== 'complex-type' || type.name === undefined) continue;
    const { localName } = type.name;
    const key = `${localName} ${rootOf(type)}`;
    keys.set(type.id, { key, localName });
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return new Map(
    [...keys].map(([id, { key, localName }]) => [
      id,
      uses.get(key) === 1 ? localName : `${modulePath(id)}/${localName}`,
    ]),
  );
}

function bindSubstitutions(
  standing: readonly ElementDeclaration[],
  valueOf: (element: ElementDeclaration) => ElementValueBinding,
  modulePath: (element: ComponentId) => string,
): readonly SubstitutionBinding[] {
  const uses = new Map<string, number>();
  for (const { name } of standing) uses.set(name.localName, (uses.get(name.localName) ?? 0) + 1);
  return standing.map((element) => {
    const { namespace, localName } = element.name;
    const name = uses.get(localName) === 1 ? localName : `${modulePath(element.id)}/${localName}`;
    return { name, element: element.id, namespace, localName, value: valueOf(element) };
  });
}
