import {
  type ClassDraft,
  type MemberDraft,
  type ModelClass,
  type Multiplicity,
  printMultiplicity,
  type ProfileDraft,
  ZERO_TO_MANY,
  ZERO_TO_ONE,
} from '../../model/information/index.js';
import type { ModelIndex, ModelMember } from '../information/model-index.js';
import { inXml } from './xml-attribute.js';

/** A profile in OWL, as far as an import needs to know it. */
export interface OwlProfileFacts {
  readonly name: string;
  readonly namespace: string;
  readonly classes: readonly OwlClassFacts[];
}

export interface OwlClassFacts {
  readonly id: string;
  readonly name: string;
  readonly anonymous: boolean;
  readonly base: string | undefined;
  readonly supers: readonly string[];
  readonly root: boolean;
  readonly values?: readonly string[];
  readonly properties: readonly OwlPropertyFacts[];
}

export interface OwlPropertyFacts {
  readonly name: string;
  readonly base: string;
  readonly stereotypes: readonly string[];
  readonly minOccurs?: number;
  readonly maxOccurs?: number;
  readonly value:
    | { readonly kind: 'datatype' }
    | {
        readonly kind: 'class';
        readonly byReference: boolean;
        readonly classes: readonly string[];
        readonly attribute: boolean;
      }
    | { readonly kind: 'unsaid' };
}

/**
 * Turns a profile that CIMTool keeps in OWL into one of ours. What OWL leaves to the information model (the upper end of a
 * cardinality whose lower end it states) is taken from there. Types that are written in place get names to be told apart by.
 */
export function importOwlProfile(owl: OwlProfileFacts, index: ModelIndex, model: string): ProfileDraft {
  const names = typeNames(owl);
  const byId = new Map(owl.classes.map((one) => [one.id, one]));
  const isEnumeration = (one: OwlClassFacts): boolean =>
    one.values !== undefined || modelClass(index, one)?.kind === 'enumeration';
  const objects = owl.classes.filter((one) => !isEnumeration(one));
  const ctx: Import = { index, names, byId, isEnumeration };
  const narrowed = owl.classes.filter((one) => one.values !== undefined);
  return {
    profile: owl.name,
    model,
    ...(owl.classes.some((one) => modelClass(index, one)?.namespace === undefined)
      ? { modelNamespace: namespaceOf(owl.classes.find(({ base }) => base !== undefined)?.base ?? '') }
      : {}),
    ...(owl.namespace === '' ? {} : { namespace: owl.namespace }),
    roots: Object.fromEntries(
      objects.filter(({ root }) => root).map((one) => [names.get(one.id) ?? one.name, '0..*']),
    ),
    classes: Object.fromEntries(objects.map((one) => [names.get(one.id) ?? one.name, draftClass(ctx, one)])),
    enumerations: Object.fromEntries(
      narrowed.map((one) => [localName(one.base ?? one.id), (one.values ?? []).map(valueName)]),
    ),
  };
}

interface Import {
  readonly index: ModelIndex;
  readonly names: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, OwlClassFacts>;
  readonly isEnumeration: (one: OwlClassFacts) => boolean;
}

/** Named classes keep their names; those in place are called after the class and the member that they are in. */
function typeNames({ classes }: OwlProfileFacts): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const give = (id: string, wanted: string): void => {
    let name = wanted;
    for (let at = 2; taken.has(name); at++) name = `${wanted}${at}`;
    taken.add(name);
    names.set(id, name);
  };
  for (const one of classes) if (!one.anonymous) give(one.id, one.name);
  const holders = classes.flatMap((one) =>
    one.properties.flatMap(({ name, value }) =>
      value.kind === 'class' ? value.classes.map((id) => ({ id, wanted: `${one.name}_${name}` })) : [],
    ),
  );
  for (const one of classes) {
    if (one.anonymous) give(one.id, holders.find(({ id }) => id === one.id)?.wanted ?? one.name);
  }
  return names;
}

const localName = (iri: string): string => iri.slice(iri.search(/[^#/]*$/u));
const namespaceOf = (iri: string): string => iri.slice(0, iri.search(/[^#/]*$/u));
const valueName = (iri: string): string => localName(iri).replace(/^[^.]*\./u, '');

const modelClass = (index: ModelIndex, { base, name }: OwlClassFacts): ModelClass | undefined =>
  index.classesNamed(base === undefined ? name : localName(base))[0];

function draftClass(ctx: Import, one: OwlClassFacts): ClassDraft {
  const name = ctx.names.get(one.id) ?? one.name;
  const base = one.base === undefined ? one.name : localName(one.base);
  const [general] = one.supers.flatMap((id) => ctx.names.get(id) ?? []);
  const owner = modelClass(ctx.index, one);
  const members = owner === undefined ? undefined : ctx.index.membersOf(owner);
  const attributes: Record<string, MemberDraft> = {};
  const associations: Record<string, MemberDraft> = {};
  for (const property of one.properties) {
    const key = localName(property.base).replace(/^[^.]*\./u, '');
    const member = members?.get(key);
    const draft = draftMember(ctx, property, member, key);
    if (isAttribute(property, member)) attributes[key] = draft;
    else associations[key] = draft;
  }
  return {
    ...(base === name ? {} : { class: base }),
    ...(general === undefined ? {} : { inherits: general }),
    ...(one.anonymous ? { anonymous: true as const } : {}),
    attributes,
    associations,
  };
}

/** The section that it belongs to; where the model does not know it, what OWL says of it decides. */
function isAttribute({ name, value }: OwlPropertyFacts, member: ModelMember | undefined): boolean {
  if (member?.kind === 'attribute') return true;
  const isReference = value.kind === 'class' && value.byReference;
  if (isReference && !value.attribute) return false;
  if (member !== undefined) return member.target.kind === 'compound' || /^\p{Ll}/u.test(member.end.name);
  return value.kind === 'datatype' || (value.kind === 'class' ? value.attribute : /^\p{Ll}/u.test(name));
}

function draftMember(
  ctx: Import,
  property: OwlPropertyFacts,
  member: ModelMember | undefined,
  key: string,
): MemberDraft {
  const { value, name } = property;
  const renamed = name === key ? {} : { as: name };
  const occurs = occursOf(property, member);
  const draft: MemberDraft = { ...(occurs === undefined ? {} : { occurs }), ...renamed };
  const ofModel = member?.kind === 'attribute' ? member.attribute.stereotypes : [];
  const simple = { ...draft, ...inXml([...property.stereotypes, ...ofModel]) };
  if (value.kind !== 'class') return isAttribute(property, member) ? simple : draft;
  // Of an attribute, CIMTool calls a value of an enumeration a reference.
  if (value.byReference) return isAttribute(property, member) ? simple : { ...draft, by: 'mRID' };
  const targets = value.classes.flatMap((id) => ctx.byId.get(id) ?? []);
  if (targets.some(ctx.isEnumeration)) return simple;
  const types = targets.map((one) => ctx.names.get(one.id) ?? one.name);
  if (types.length > 1) return { ...draft, choice: types };
  const [type] = types;
  const target = member === undefined ? undefined : typeName(ctx.index, member);
  return type === undefined || type === target ? draft : { ...draft, type };
}

/** The name of the class that a member is of. */
function typeName({ model }: ModelIndex, member: ModelMember): string | undefined {
  if (member.kind === 'end') return member.target.name;
  const { type } = member.attribute;
  return type.kind === 'class' ? model.classes.get(type.id)?.name : type.name;
}

/** Both ends of what OWL states one end of: the other is that of the model. */
function occursOf(
  { minOccurs, maxOccurs, value }: OwlPropertyFacts,
  member: ModelMember | undefined,
): string | undefined {
  if (minOccurs === undefined && maxOccurs === undefined) return undefined;
  const stated = member?.kind === 'attribute' ? member.attribute.multiplicity : member?.end.multiplicity;
  const isMany = value.kind === 'class' && !value.attribute;
  const model: Multiplicity = stated ?? (isMany ? ZERO_TO_MANY : ZERO_TO_ONE);
  return printMultiplicity({ lower: minOccurs ?? model.lower, upper: maxOccurs ?? model.upper });
}
