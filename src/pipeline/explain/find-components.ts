import { clark, compareText } from '../../foundation/expanded-name.js';
import type { ExpandedName } from '../../foundation/expanded-name.js';
import { nearestName } from '../../foundation/near-miss.js';
import type { Span } from '../../foundation/span.js';
import type {
  AttributeDeclaration,
  AttributeGroupDefinition,
  ComponentId,
  ElementDeclaration,
  ModelGroupDefinition,
  Schema,
  TypeDefinition,
} from '../../model/schema/index.js';

/** A component that can be asked for. */
export type ExplainedComponent =
  | TypeDefinition
  | ElementDeclaration
  | AttributeDeclaration
  | AttributeGroupDefinition
  | ModelGroupDefinition;

const BUILT_IN: Span['source'] = '';

/**
 * The components that a person means: by designator, by `{namespace}local`, or by local name, global ones before local
 * ones. Built-in components are found by designator only.
 */
export function findComponents(schema: Schema, wanted: string): readonly ExplainedComponent[] {
  const all = allComponents(schema);
  const exact = all.filter(({ id }) => id === wanted);
  if (exact.length > 0) return exact;
  const own = all.filter(({ span }) => span.source !== BUILT_IN);
  const named = own.filter(
    ({ name }) => name !== undefined && (clark(name) === wanted || name.localName === wanted),
  );
  const global = named.filter(({ id }) => !id.includes('/', id.lastIndexOf('}')));
  return (global.length > 0 ? global : named).toSorted((a, b) => compareText(a.id, b.id));
}

/** The name that a misspelt one most likely means. */
export function nearestComponent(schema: Schema, wanted: string): string | undefined {
  const names = allComponents(schema)
    .filter(({ span }) => span.source !== BUILT_IN)
    .map(({ name }) => name?.localName)
    .filter((name) => name !== undefined);
  return nearestName(wanted, [...new Set(names)]);
}

/** Ids of the elements and attributes that have a type, in order. */
export const usersOf = (schema: Schema, type: ComponentId): readonly ComponentId[] =>
  [...schema.elements.values(), ...schema.attributes.values()]
    .filter((one) => one.type === type)
    .map(({ id }) => id);

function allComponents(schema: Schema): readonly (ExplainedComponent & { readonly name?: ExpandedName })[] {
  return [
    ...schema.elements.values(),
    ...schema.types.values(),
    ...schema.modelGroups.values(),
    ...schema.attributes.values(),
    ...schema.attributeGroups.values(),
  ];
}
