import type {
  Association,
  AssociationEnd,
  Attribute,
  ElementId,
  InformationModel,
  ModelClass,
} from '../../model/information/index.js';

/** An attribute of a class, or the far end of an association, with the class that it was declared on. */
export type ModelMember =
  | { readonly kind: 'attribute'; readonly owner: ModelClass; readonly attribute: Attribute }
  | {
      readonly kind: 'end';
      readonly owner: ModelClass;
      readonly end: AssociationEnd;
      readonly target: ModelClass;
      readonly association: Association;
    };

/** What one asks of an information model when a message is cut out of it. */
export interface ModelIndex {
  readonly model: InformationModel;
  /** By name, or by the end of the qualified name: `Metering::Reading`. Several where the model is ambiguous. */
  classesNamed(name: string): readonly ModelClass[];
  /** Own members and inherited ones, the nearest class first; of one name, the nearest. */
  membersOf(owner: ModelClass): ReadonlyMap<string, ModelMember>;
  /** Own members, in the order of the model. */
  ownMembersOf(owner: ModelClass): readonly ModelMember[];
  /** The class and all that it inherits from. */
  lineOf(owner: ModelClass): readonly ModelClass[];
  /** Classes that inherit from it directly. */
  specialsOf(owner: ModelClass): readonly ModelClass[];
  /** `IEC61968::Metering::Reading`. */
  qualifiedName(owner: ModelClass): string;
  /** Names of all classes that are neither primitive nor datatype nor enumeration. */
  classNames(): readonly string[];
  /** Classes that declare a member of this name. */
  ownersOf(member: string): readonly ModelClass[];
}

/** Indexes a model. Everything but the tables by name is worked out when it is asked for. */
export function indexModel(model: InformationModel): ModelIndex {
  const byName = groupBy([...model.classes.values()], ({ name }) => name);
  const ends = endsByClass(model);
  const specials = specialsByClass(model);
  const lines = new Map<ElementId, readonly ModelClass[]>();
  const members = new Map<ElementId, ReadonlyMap<string, ModelMember>>();

  const qualifiedName = (owner: ModelClass): string => {
    const names = [owner.name];
    const seen = new Set<ElementId>();
    for (let at = owner.package; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const holder = model.packages.get(at);
      if (holder === undefined) break;
      names.unshift(holder.name);
      at = holder.parent;
    }
    return names.join('::');
  };
  const lineOf = (owner: ModelClass): readonly ModelClass[] => {
    const known = lines.get(owner.id);
    if (known !== undefined) return known;
    const line = [owner];
    for (let at = 0; at < line.length; at++) {
      for (const { general } of line[at]?.generalizations ?? []) {
        const found = model.classes.get(general);
        if (found !== undefined && !line.includes(found)) line.push(found);
      }
    }
    lines.set(owner.id, line);
    return line;
  };
  const ownMembersOf = (owner: ModelClass): readonly ModelMember[] => [
    ...owner.attributes.map((attribute): ModelMember => ({ kind: 'attribute', owner, attribute })),
    ...(ends.get(owner.id) ?? []).map((end): ModelMember => ({ ...end, owner })),
  ];
  return {
    model,
    qualifiedName,
    lineOf,
    ownMembersOf,
    classesNamed(name) {
      const simple = name.slice(name.lastIndexOf('::') + 1).replace(/^:/u, '');
      const all = byName.get(simple) ?? [];
      return simple === name ? all : all.filter((one) => `::${qualifiedName(one)}`.endsWith(`::${name}`));
    },
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
    classNames: () =>
      [...model.classes.values()]
        .filter(({ kind }) => kind === 'class' || kind === 'compound')
        .map(({ name }) => name),
    ownersOf: (name) =>
      [...model.classes.values()].filter((owner) =>
        ownMembersOf(owner).some((member) => memberName(member) === name),
      ),
  };
}

/** The name of the attribute, or the role at the far end. */
export const memberName = (member: ModelMember): string =>
  member.kind === 'attribute' ? member.attribute.name : member.end.name;

/**
 * Whether a message may have it: a constant of the model is never sent, nor is what Ecore puts into another vocabulary
 * than the class, such as the `rdf:ID` of a form of the model that is kept as RDF.
 */
export function isOfModel(member: ModelMember): boolean {
  if (member.kind === 'end') return true;
  const { static: isStatic, constant, taggedValues } = member.attribute;
  const vocabulary = taggedValues.find((tag) => tag.name === 'ExtendedMetaData.namespace')?.value;
  return !isStatic && !constant && (vocabulary === undefined || vocabulary === member.owner.namespace);
}

type FarEnd = Omit<Extract<ModelMember, { kind: 'end' }>, 'owner'>;

/** The far ends that have a role, by class. CIM has no navigability (rule R073): what a tool draws does not count. */
function endsByClass(model: InformationModel): ReadonlyMap<ElementId, readonly FarEnd[]> {
  const ends = new Map<ElementId, FarEnd[]>();
  const add = (from: AssociationEnd, end: AssociationEnd, association: Association): void => {
    const target = model.classes.get(end.class);
    if (target === undefined || end.name === '') return;
    const known = ends.get(from.class) ?? [];
    known.push({ kind: 'end', end, target, association });
    ends.set(from.class, known);
  };
  for (const association of model.associations) {
    const [source, target] = association.ends;
    add(source, target, association);
    add(target, source, association);
  }
  return ends;
}

function specialsByClass(model: InformationModel): ReadonlyMap<ElementId, readonly ModelClass[]> {
  const specials = new Map<ElementId, ModelClass[]>();
  for (const special of model.classes.values()) {
    for (const { general } of special.generalizations) {
      const known = specials.get(general);
      if (known === undefined) specials.set(general, [special]);
      else known.push(special);
    }
  }
  return specials;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
