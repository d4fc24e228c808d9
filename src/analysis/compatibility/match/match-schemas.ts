import { clark, type ExpandedName } from '../../../foundation/expanded-name.js';
import type {
  Annotation,
  AttributeDeclaration,
  AttributeGroupDefinition,
  ComponentId,
  ElementDeclaration,
  ModelGroupDefinition,
  Schema,
  TypeDefinition,
} from '../../../model/schema/index.js';
import type { Span } from '../../../foundation/span.js';
import { featuresOf } from './features.js';
import { matchNamespaces, type NamespaceMatch } from './match-namespaces.js';
import { referencedName } from './model-reference.js';
import { pairUp, type Pairing } from './pair-up.js';
import { nameSimilarity, overlap } from './similarity.js';

/** A component with a name in a symbol space of the schema. */
export interface GlobalComponent {
  readonly id: ComponentId;
  readonly name: ExpandedName;
  readonly annotation: Annotation;
  readonly span: Span;
}

/** Which components of two schemas are the same one. */
export interface SchemaMatch {
  readonly from: Schema;
  readonly to: Schema;
  readonly namespaces: NamespaceMatch;
  readonly types: Pairing<TypeDefinition & GlobalComponent>;
  readonly elements: Pairing<ElementDeclaration>;
  readonly attributes: Pairing<AttributeDeclaration>;
  readonly groups: Pairing<ModelGroupDefinition>;
  readonly attributeGroups: Pairing<AttributeGroupDefinition>;
  /** Old id to new id of everything above, and of what every schema has. */
  readonly toNew: ReadonlyMap<ComponentId, ComponentId>;
  /** What an old name is called in the namespaces of the new schema. */
  readonly nameInNew: (name: ExpandedName) => string;
}

/** Matches the named components of two schemas: by name, in moved namespaces too, by model reference, by structure. */
export function matchSchemas(from: Schema, to: Schema): SchemaMatch {
  const namespaces = matchNamespaces(from, to);
  const nameInNew = ({ namespace, localName }: ExpandedName): string =>
    clark({ namespace: namespaces.toNew.get(namespace) ?? namespace, localName });

  const pair = <T extends GlobalComponent>(
    before: readonly T[],
    after: readonly T[],
    likeness: (before: T, after: T) => number,
  ): Pairing<T> =>
    pairUp(before, after, {
      keys: [
        { before: ({ name }) => nameInNew(name), after: ({ name }) => clark(name) },
        { before: uniqueReference(before), after: uniqueReference(after) },
      ],
      likeness,
      threshold: LEAST_LIKENESS,
    });

  const isNamed = (type: TypeDefinition): type is TypeDefinition & GlobalComponent => type.name !== undefined;
  const features = featureCache();
  const ofSchema = (schema: Schema): readonly (TypeDefinition & GlobalComponent)[] =>
    [...schema.types.values()].filter(isNamed).filter(({ span }) => span.source !== '');
  const types = pair(ofSchema(from), ofSchema(to), (a, b) =>
    a.kind === b.kind
      ? likenessOf(features(from, a), features(to, b), a.name.localName, b.name.localName)
      : 0,
  );
  const toNew = new Map<ComponentId, ComponentId>();
  for (const id of from.types.keys()) if (to.types.get(id)?.span.source === '') toNew.set(id, id);
  const settle = <T extends GlobalComponent>(pairing: Pairing<T>): Pairing<T> => {
    for (const [before, after] of pairing.pairs) toNew.set(before.id, after.id);
    return pairing;
  };
  settle(types);

  const sameType = (a: ComponentId, b: ComponentId): boolean => toNew.get(a) === b;
  const globals = <T extends { readonly scope: 'global' | ComponentId; readonly span: Span }>(
    all: Iterable<T>,
  ): readonly T[] => [...all].filter(({ scope, span }) => scope === 'global' && span.source !== '');
  const byType = (
    a: { name: ExpandedName; type: ComponentId },
    b: { name: ExpandedName; type: ComponentId },
  ): number => {
    const alike = nameSimilarity(a.name.localName, b.name.localName);
    if (sameType(a.type, b.type)) return from.types.get(a.type)?.span.source === '' ? 0 : 0.5 + 0.5 * alike;
    const [before, after] = [from.types.get(a.type), to.types.get(b.type)];
    if (before === undefined || after === undefined || before.kind !== after.kind) return 0;
    return likenessOf(features(from, before), features(to, after), a.name.localName, b.name.localName);
  };
  const elements = settle(pair(globals(from.elements.values()), globals(to.elements.values()), byType));
  const attributes = settle(
    pair(globals(from.attributes.values()), globals(to.attributes.values()), sameLocalName),
  );
  const groups = settle(pair([...from.modelGroups.values()], [...to.modelGroups.values()], sameLocalName));
  const attributeGroups = settle(
    pair([...from.attributeGroups.values()], [...to.attributeGroups.values()], sameLocalName),
  );
  return { from, to, namespaces, types, elements, attributes, groups, attributeGroups, toNew, nameInNew };
}

/** What a component stands for in the information model, where no other one of its kind does. */
function uniqueReference<T extends GlobalComponent>(all: readonly T[]): (one: T) => string | undefined {
  const key = ({ id, annotation, ...one }: T): string | undefined => {
    const name = referencedName(annotation);
    const kind = 'kind' in one ? String(one.kind) : id;
    return name === undefined ? undefined : `${kind} ${name}`;
  };
  const counts = new Map<string, number>();
  for (const one of all) {
    const name = key(one);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (one) => {
    const name = key(one);
    return name !== undefined && counts.get(name) === 1 ? name : undefined;
  };
}

/** Groups and attributes that are called the same, in another namespace. */
const sameLocalName = (before: GlobalComponent, after: GlobalComponent): number =>
  before.name.localName === after.name.localName ? 1 : 0;

/** What is less alike is called removed and added. */
const LEAST_LIKENESS = 0.62;

/** Structure counts more than the name, and neither is enough alone. */
export function likenessOf(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  nameBefore: string,
  nameAfter: string,
): number {
  const structure = overlap(before, after);
  const name = nameSimilarity(nameBefore, nameAfter);
  // One shared feature proves nothing: every second type has a name.
  if (Math.min(before.size, after.size) < 2 && name < 0.75) return 0;
  return structure < 0.5 ? 0 : 0.65 * structure + 0.35 * name;
}

function featureCache(): (schema: Schema, type: TypeDefinition) => ReadonlySet<string> {
  const known = new Map<TypeDefinition, ReadonlySet<string>>();
  return (schema, type) => {
    let features = known.get(type);
    if (features === undefined) known.set(type, (features = featuresOf(schema, type)));
    return features;
  };
}
