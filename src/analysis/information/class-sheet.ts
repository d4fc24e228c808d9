import { compareText } from '../../foundation/expanded-name.js';
import type {
  Aggregation,
  Attribute,
  ClassKind,
  EnumerationLiteral,
  InformationModel,
  ModelClass,
  TaggedValue,
} from '../../model/information/index.js';
import { printMultiplicity } from '../../model/information/index.js';
import type { FarEnd, ModelIndex } from './model-index.js';

/** All that a model says about a class, its own and what it inherits. */
export interface ClassSheet {
  readonly name: string;
  readonly qualifiedName: string;
  readonly kind: ClassKind;
  readonly abstract: boolean;
  readonly stereotypes: readonly string[];
  readonly guid: string | undefined;
  readonly namespace: string | undefined;
  readonly notes: string;
  readonly taggedValues: readonly TaggedValue[];
  /** Shadow classes that extend it, by their qualified names. */
  readonly extendedBy: readonly string[];
  /** Classes that it inherits from, the nearest first. */
  readonly inheritsFrom: readonly string[];
  /** Classes that inherit from it directly. */
  readonly specialisedBy: readonly string[];
  readonly attributes: readonly AttributeLine[];
  readonly associations: readonly AssociationLine[];
  /** Values of an enumeration. */
  readonly literals: readonly LiteralLine[];
  /** Attributes that have the class as their type: `Reading.reason`. */
  readonly usedBy: readonly string[];
}

/** An attribute, own or inherited. */
export interface AttributeLine {
  readonly name: string;
  readonly type: string;
  readonly multiplicity: string;
  readonly default: string | undefined;
  /** The class that declares it; of a shadow class the qualified name. */
  readonly from: string;
  readonly stereotypes: readonly string[];
  readonly notes: string;
}

/** An association as the class sees it: the far end is a property, the near end is how the other class sees this one. */
export interface AssociationLine {
  /** Role at the far end; '' where it has none. */
  readonly role: string;
  readonly class: string;
  readonly multiplicity: string;
  /** Of the far end: whether the class there is the whole. */
  readonly aggregation: Aggregation;
  /** The class that declares it. */
  readonly from: string;
  readonly inverse: {
    readonly role: string;
    readonly multiplicity: string;
    readonly aggregation: Aggregation;
  };
  readonly notes: string;
}

/** A value of an enumeration. */
export interface LiteralLine {
  readonly name: string;
  readonly code: string | undefined;
  readonly stereotypes: readonly string[];
  readonly notes: string;
}

/** Puts together what a model says about a class. Inherited members follow the own ones, the nearest class first. */
export function classSheet(owner: ModelClass, index: ModelIndex): ClassSheet {
  const line = index.lineOf(owner);
  const isShadow = (one: ModelClass): boolean => one !== owner && index.extendedClass(one) !== one;
  const nameOf = (one: ModelClass): string => (isShadow(one) ? index.qualifiedName(one) : one.name);
  return {
    name: owner.name,
    qualifiedName: index.qualifiedName(owner),
    kind: owner.kind,
    abstract: owner.abstract,
    stereotypes: owner.stereotypes,
    guid: owner.guid,
    namespace: owner.namespace,
    notes: owner.notes,
    taggedValues: owner.taggedValues,
    extendedBy: line.filter((one) => isShadow(one) && index.extendedClass(one) === owner).map(nameOf),
    inheritsFrom: line.filter((one) => one !== owner && !isShadow(one)).map(({ name }) => name),
    specialisedBy: index
      .specialsOf(owner)
      .map(({ name }) => name)
      .sort(compareText),
    attributes: line.flatMap((one) =>
      one.attributes.map((attribute) => attributeLine(attribute, nameOf(one), index.model)),
    ),
    associations: line.flatMap((one) => index.endsOf(one).map((end) => associationLine(end, nameOf(one)))),
    literals: index.literalsOf(owner).map(({ literal }) => literalLine(literal)),
    usedBy: index
      .usesOf(owner)
      .map((use) => `${use.owner.name}.${use.attribute.name}`)
      .sort(compareText),
  };
}

const attributeLine = (attribute: Attribute, from: string, model: InformationModel): AttributeLine => ({
  name: attribute.name,
  type: typeName(attribute, model),
  multiplicity: printMultiplicity(attribute.multiplicity),
  default: attribute.default,
  from,
  stereotypes: attribute.stereotypes,
  notes: attribute.notes,
});

/** The name of the type of an attribute, also where the model does not have the type. */
export const typeName = ({ type }: Attribute, model: InformationModel): string =>
  type.kind === 'unresolved' ? type.name : (model.classes.get(type.id)?.name ?? '');

const associationLine = ({ end, near, target }: FarEnd, from: string): AssociationLine => ({
  role: end.name,
  class: target.name,
  multiplicity: printMultiplicity(end.multiplicity),
  aggregation: end.aggregation,
  from,
  inverse: {
    role: near.name,
    multiplicity: printMultiplicity(near.multiplicity),
    aggregation: near.aggregation,
  },
  notes: end.notes,
});

const literalLine = ({ name, code, stereotypes, notes }: EnumerationLiteral): LiteralLine => ({
  name,
  code,
  stereotypes,
  notes,
});
