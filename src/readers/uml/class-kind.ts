import type { ClassKind } from '../../model/information/index.js';
import type { Metaclass } from './raw-model.js';

/** Stereotypes that say what a class stands for, in lower case, the strongest first. */
const KINDS: readonly (readonly [ClassKind, readonly string[]])[] = [
  ['enumeration', ['enumeration', 'enum', 'codelist']],
  ['primitive', ['primitive', 'constrainedprimitive']],
  ['datatype', ['cimdatatype', 'datatype']],
  ['compound', ['compound']],
];

/** What a class stands for: stereotypes decide over the metaclass (CIM modelling guide, section 5). */
export function classKind(metaclass: Metaclass, stereotypes: readonly string[]): ClassKind {
  const lower = stereotypes.map((stereotype) => stereotype.toLowerCase());
  const [kind] = KINDS.find(([, names]) => names.some((name) => lower.includes(name))) ?? [metaclass];
  return kind;
}

const KNOWN = new Set(
  (
    'enumeration enum union codelist primitive constrainedprimitive cimdatatype datatype compound concrete ' +
    'byreference attribute preserve extendedby shadowextension mixin cimextension extension deprecated informative ' +
    'xsdelement xsdattribute xsdattributegroup hideondiagrams ofcomposite ofaggregate description entsoe european'
  ).split(' '),
);

/** Whether the modelling guide, the open profile editor or the published profiles use a stereotype. */
export const isKnownStereotype = (stereotype: string): boolean => KNOWN.has(stereotype.toLowerCase());
