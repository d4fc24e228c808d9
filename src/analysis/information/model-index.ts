import { groupBy } from '../../foundation/group-by.js';
import type {
  Association,
  AssociationEnd,
  Attribute,
  ElementId,
  EnumerationLiteral,
  InformationModel,
  ModelClass,
  ModelPackage,
} from '../../model/information/index.js';
import { shadowClasses } from './shadow-classes.js';

/** An attribute of a class, or the far end of an association, with the class that it was declared on. */
export type ModelMember =
  { readonly kind: 'attribute'; readonly owner: ModelClass; readonly attribute: Attribute } | FarEnd;

/** The end of an association as the class at the other end sees it: a property of that class. */
export interface FarEnd {
  readonly kind: 'end';
  /** The class that sees it. */
  readonly owner: ModelClass;
  readonly end: AssociationEnd;
  /** The class at the end. */
  readonly target: ModelClass;
  /** The end at the owner. */
  readonly near: AssociationEnd;
  readonly association: Association;
}

/** A value of an enumeration, with the class that it was declared on. */
export interface OwnedLiteral {
  readonly owner: ModelClass;
  readonly literal: EnumerationLiteral;
}

/** An attribute that has a class as its type. */
export interface AttributeUse {
  readonly owner: ModelClass;
  readonly attribute: Attribute;
}

/** What one asks of an information model. Whatever leads to a shadow class leads to the class that it extends. */
export interface ModelIndex {
  readonly model: InformationModel;
  /** By id. */
  classOf(id: ElementId): ModelClass | undefined;
  /** By name, or by the end of the qualified name: `Metering::Reading`. Several where the model is ambiguous. */
  classesNamed(name: string): readonly ModelClass[];
  /** By name, or by the end of the qualified name. */
  packagesNamed(name: string): readonly ModelPackage[];
  /** Own members and inherited ones, the nearest class first; of one name, the nearest. */
  membersOf(owner: ModelClass): ReadonlyMap<string, ModelMember>;
  /** Own members that have a name, in the order of the model: attributes, then ends. */
  ownMembersOf(owner: ModelClass): readonly ModelMember[];
  /** The far ends of the associations of a class, those without a role too. */
  endsOf(owner: ModelClass): readonly FarEnd[];
  /** The class and all that it inherits from, the nearest first; shadow classes behind the class that they extend. */
  lineOf(owner: ModelClass): readonly ModelClass[];
  /** The class that a shadow class extends; of any other, the class itself. */
  extendedClass(one: ModelClass): ModelClass;
  /** Of an enumeration: its own values and those of its shadow classes. */
  literalsOf(owner: ModelClass): readonly OwnedLiteral[];
  /** Classes that inherit from it directly. */
  specialsOf(owner: ModelClass): readonly ModelClass[];
  /** Attributes that have the class as their type. */
  usesOf(type: ModelClass): readonly AttributeUse[];
  /** `IEC61968::Metering::Reading`. */
  qualifiedName(element: ModelClass | ModelPackage): string;
  /** The packages that hold an element, the outermost first. */
  packagesAround(element: ModelClass | ModelPackage): readonly ModelPackage[];
  /** Names of all classes that are neither primitive nor datatype nor enumeration. */
  classNames(): readonly string[];
  /** Classes that declare a member of this name. */
  ownersOf(member: string): readonly ModelClass[];
}

/** Indexes a model. Everything but the tables is worked out when it is asked for. */
export function indexModel(model: InformationModel): ModelIndex {
  const classes = [...model.classes.values()];
  const byName = groupBy(classes, ({ name }) => name);
  const packagesByName = groupBy([...model.packages.values()], ({ name }) => name);
  const shadows = shadowClasses(model);
  const classOf = (id: ElementId): ModelClass | undefined => shadows.get(id) ?? model.classes.get(id);
  const ends = endsByClass(model, classOf);
  const specials = specialsByClass(model, classOf);
  const uses = usesByType(model, classOf);
  const lines = new Map<ElementId, readonly ModelClass[]>();
  const members = new Map<ElementId, ReadonlyMap<string, ModelMember>>();

  const packagesAround = (element: ModelClass | ModelPackage): readonly ModelPackage[] => {
    const around: ModelPackage[] = [];
    let at = element.kind === 'package' ? element.parent : element.package;
    while (at !== undefined) {
      const holder = model.packages.get(at);
      if (holder === undefined || around.includes(holder)) break;
      around.unshift(holder);
      at = holder.parent;
    }
    return around;
  };
  const qualifiedName = (element: ModelClass | ModelPackage): string =>
    [...packagesAround(element), element].map(({ name }) => name).join('::');
  const named = <T extends ModelClass | ModelPackage>(
    table: ReadonlyMap<string, readonly T[]>,
    name: string,
  ): readonly T[] => {
    const simple = name.slice(name.lastIndexOf('::') + 1).replace(/^:/u, '');
    const all = table.get(simple) ?? [];
    return simple === name
      ? all.filter(({ id }) => !shadows.has(id))
      : all.filter((one) => `::${qualifiedName(one)}`.endsWith(`::${name}`));
  };
  const lineOf = (owner: ModelClass): readonly ModelClass[] => {
    const known = lines.get(owner.id);
    if (known !== undefined) return known;
    const line = [owner];
    for (let at = 0; at < line.length; at++) {
      const generals = (line[at]?.generalizations ?? []).map(({ general }) => general);
      const isShadow = (id: ElementId): boolean => shadows.get(id) === line[at];
      const next = [
        ...generals.filter(isShadow).map((id) => model.classes.get(id)),
        ...generals.filter((id) => !isShadow(id)).map(classOf),
      ];
      for (const found of next) if (found !== undefined && !line.includes(found)) line.push(found);
    }
    lines.set(owner.id, line);
    return line;
  };
  const endsOf = (owner: ModelClass): readonly FarEnd[] => ends.get(owner.id) ?? [];
  const ownMembersOf = (owner: ModelClass): readonly ModelMember[] => [
    ...owner.attributes.map((attribute): ModelMember => ({ kind: 'attribute', owner, attribute })),
    ...endsOf(owner).filter(({ end }) => end.name !== ''),
  ];
  return {
    model,
    qualifiedName,
    packagesAround,
    lineOf,
    endsOf,
    ownMembersOf,
    classOf,
    extendedClass: (one) => shadows.get(one.id) ?? one,
    literalsOf: (owner) =>
      lineOf(owner)
        .filter((one) => one === owner || shadows.get(one.id) === owner)
        .flatMap((one) => one.literals.map((literal) => ({ owner: one, literal }))),
    classesNamed: (name) => named(byName, name),
    packagesNamed: (name) => named(packagesByName, name),
    membersOf(owner) {
      const known = members.get(owner.id);
      if (known !== undefined) return known;
      const found = new Map<string, ModelMember>();
      for (const general of lineOf(owner)) {
        for (const member of ownMembersOf(general)) {
          if (!found.has(memberName(member))) found.set(memberName(member), member);
        }
      }
      members.set(owner.id, found);
      return found;
    },
    specialsOf: ({ id }) => specials.get(id) ?? [],
    usesOf: ({ id }) => uses.get(id) ?? [],
    classNames: () =>
      classes.filter(({ kind }) => kind === 'class' || kind === 'compound').map(({ name }) => name),
    ownersOf: (name) =>
      classes.filter((owner) => ownMembersOf(owner).some((member) => memberName(member) === name)),
  };
}

/** The name of the attribute, or the role at the far end. */
export const memberName = (member: ModelMember): string =>
  member.kind === 'attribute' ? member.attribute.name : member.end.name;

type ClassOf = ModelIndex['classOf'];

/** CIM has no navigability (rule R073): what a tool draws does not count. */
function endsByClass(model: InformationModel, classOf: ClassOf): ReadonlyMap<ElementId, readonly FarEnd[]> {
  const ends: FarEnd[] = [];
  for (const association of model.associations) {
    const [source, target] = association.ends;
    for (const [near, end] of [
      [source, target],
      [target, source],
    ] as const) {
      const owner = model.classes.get(near.class);
      const other = classOf(end.class);
      if (owner !== undefined && other !== undefined)
        ends.push({ kind: 'end', owner, end, target: other, near, association });
    }
  }
  return groupBy(ends, ({ owner }) => owner.id);
}

function specialsByClass(
  model: InformationModel,
  classOf: ClassOf,
): ReadonlyMap<ElementId, readonly ModelClass[]> {
  const pairs = [...model.classes.values()].flatMap((special) =>
    special.generalizations
      .map(({ general }) => ({ general: classOf(general)?.id ?? general, special }))
      // A class does not specialise what extends it.
      .filter(({ general }) => general !== special.id),
  );
  return new Map(
    [...groupBy(pairs, ({ general }) => general)].map(([general, found]) => [
      general,
      found.map(({ special }) => special),
    ]),
  );
}

function usesByType(
  model: InformationModel,
  classOf: ClassOf,
): ReadonlyMap<ElementId, readonly AttributeUse[]> {
  const uses = [...model.classes.values()].flatMap((owner) =>
    owner.attributes.flatMap((attribute) =>
      attribute.type.kind === 'class'
        ? [{ id: classOf(attribute.type.id)?.id ?? attribute.type.id, owner, attribute }]
        : [],
    ),
  );
  return groupBy(uses, ({ id }) => id);
}
