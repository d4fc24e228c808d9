import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { InformationModel } from '../../src/model/information/index.js';
import { readInformationModel } from '../../src/readers/uml/read-information-model.js';

const folder = resolve('../shared/corpus/uml');

/** How many there are of each, by XPath 1.0: what a reader of ours makes of a document is not asked. */
interface Counts {
  readonly packages: string;
  readonly classes: string;
  readonly enumerations: string;
  readonly attributes: string;
  readonly literals: string;
  readonly associations: string;
  readonly generalizations: string;
}

const named = (...names: readonly string[]): string =>
  `*[${names.map((name) => `local-name()='${name}'`).join(' or ')}]`;

/** Enterprise Architect puts a class above all others, and makes up datatypes for mere names. */
const XMI1_CLASS = `//${named('Class', 'Interface', 'DataType', 'Enumeration')}[@xmi.id][not(starts-with(@xmi.id,'EAID_11111111_') or starts-with(@xmi.id,'eaxmiid'))]`;
const ENUMERATION_STEREOTYPE = `${named('ModelElement.stereotype')}/*[translate(@name,'ABCDEFGHIJKLMNOPQRSTUVWXYZ','abcdefghijklmnopqrstuvwxyz')='enumeration' or translate(@name,'CL','cl')='codelist']`;
const XMI1_ENUMERATION = `${XMI1_CLASS}[${ENUMERATION_STEREOTYPE}]`;
const XMI1_ATTRIBUTE = `/${named('Classifier.feature')}/${named('Attribute')}`;

const XMI1_EA: Counts = {
  packages: `//${named('Package')}[@xmi.id]`,
  classes: XMI1_CLASS,
  enumerations: XMI1_ENUMERATION,
  attributes: `${XMI1_CLASS}[not(${ENUMERATION_STEREOTYPE})]${XMI1_ATTRIBUTE}`,
  literals: `${XMI1_ENUMERATION}${XMI1_ATTRIBUTE}`,
  associations: `//${named('Association')}[@xmi.id][count(.//${named('AssociationEnd')}[@type=${XMI1_CLASS}/@xmi.id])=2]`,
  generalizations: `//${named('Generalization')}[@subtype=${XMI1_CLASS}/@xmi.id][@supertype=${XMI1_CLASS}/@xmi.id]`,
};

const XMI1_NETBEANS: Counts = {
  ...XMI1_EA,
  associations: `//${named('Association')}[@xmi.id]`,
  generalizations: `//${named('Generalization')}[@xmi.id]`,
};

const IN_MODEL = "[not(ancestor::*[local-name()='Extension'])]";
const typed = (...types: readonly string[]): string =>
  `[${types.map((type) => `@*[name()='xmi:type']='uml:${type}'`).join(' or ')}]${IN_MODEL}`;
const XMI2_CLASS = `//*[local-name()='packagedElement' or local-name()='nestedClassifier']${typed('Class', 'Interface', 'DataType', 'PrimitiveType', 'Enumeration')}`;
const CLASS_ID = `${XMI2_CLASS}/@*[name()='xmi:id']`;

/** The root of a project is written as a package. Connectors are counted where the tool keeps its own account of them. */
const XMI2_EA: Counts = {
  packages: `//packagedElement${typed('Package')}[not(@*[name()='xmi:id']=//element[contains(flags/@packageFlags,'isModel=1')]/@*[name()='xmi:idref'])]`,
  classes: XMI2_CLASS,
  enumerations: `//packagedElement${typed('Enumeration')}`,
  attributes: `${XMI2_CLASS}/ownedAttribute[not(@association)]`,
  literals: `${XMI2_CLASS}/ownedLiteral`,
  associations: `//connector[properties[@ea_type='Association' or @ea_type='Aggregation']][source/@*[name()='xmi:idref']=${CLASS_ID}][target/@*[name()='xmi:idref']=${CLASS_ID}]`,
  generalizations: `//connector[properties/@ea_type='Generalization'][source/@*[name()='xmi:idref']=${CLASS_ID}][target/@*[name()='xmi:idref']=${CLASS_ID}]`,
};

const isA = (type: string): string => `[@*[name()='xsi:type']='ecore:${type}']`;

const ECORE: Counts = {
  packages: "//*[local-name()='EPackage' or local-name()='eSubpackages']",
  classes: '//eClassifiers',
  enumerations: `//eClassifiers${isA('EEnum')}`,
  attributes: '//eStructuralFeatures[not(@eOpposite)]',
  literals: '//eLiterals',
  // Each of two opposites names the other; one of them comes first.
  associations: '//eStructuralFeatures[@eOpposite]',
  generalizations: '//eClassifiers/@eSuperTypes',
};

const FILES: readonly (readonly [name: string, Counts])[] = [
  ['cimtool-xmi12/Mesg.xmi', XMI1_NETBEANS],
  ['lutaml-iso-xmi/Common types.xml', XMI1_EA],
  ['lutaml-iso-xmi/ISO 19105 Edition 2.xml', XMI1_EA],
  ['lutaml-iso-xmi/ISO 19108 Edition 1.xml', XMI1_EA],
  ['lutaml-iso-xmi/ISO 19110 Edition 1.xml', XMI1_EA],
  ['lutaml-iso-xmi/ISO 19110 Edition 2.xml', XMI1_EA],
  ['lutaml-iso-xmi/ISO 19112 Edition 1.xml', XMI1_EA],
  ['lutaml-iso-xmi/ISO 19112 Edition 2.xml', XMI1_EA],
  ['ea-xmi21-iec62559/ExchangeProfileXMI.xml', XMI2_EA],
  ['lutaml-ea/basic.xmi', XMI2_EA],
  ['riseclipse-cim17/iec61970cim17v16_iec61968cim13v10.ecore', ECORE],
  ['riseclipse-scl/SCL.ecore', ECORE],
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function countModel(model: InformationModel): Record<keyof Counts, number> {
  const classes = [...model.classes.values()];
  return {
    packages: model.packages.size,
    classes: classes.length,
    enumerations: classes.filter(({ kind }) => kind === 'enumeration').length,
    attributes: sum(classes.map(({ attributes }) => attributes.length)),
    literals: sum(classes.map(({ literals }) => literals.length)),
    associations: model.associations.length,
    generalizations: sum(classes.map(({ generalizations }) => generalizations.length)),
  };
}

/** Counts by libxml2. An attribute that lists names counts as many as it has. */
function countByXPath(path: string, counts: Counts): Record<keyof Counts, number> {
  const keys = Object.keys(counts) as (keyof Counts)[];
  const expression = keys.map((key) => `count(${counts[key]})`).join(",' ',");
  const text = execFileSync('xmllint', ['--nonet', '--xpath', `concat(${expression},'')`, path], {
    encoding: 'utf8',
  });
  const numbers = text.trim().split(' ').map(Number);
  const found = Object.fromEntries(keys.map((key, index) => [key, numbers[index] ?? -1])) as Record<
    keyof Counts,
    number
  >;
  if (counts !== ECORE) return found;
  const source = readFileSync(path, 'utf8');
  const inherited = [...source.matchAll(/eSuperTypes="([^"]*)"/gu)].map(
    ([, list = '']) => list.split(' ').length,
  );
  return { ...found, associations: found.associations / 2, generalizations: sum(inherited) };
}

describe.skipIf(!existsSync(folder))('information models of the corpus', () => {
  test.each(FILES)('%s has what XPath counts', async (name, counts) => {
    const path = join(folder, name);
    const document = { uri: `memory:/${name}`, label: name, bytes: readFileSync(path) };
    const { value, diagnostics } = await readInformationModel(document);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value === undefined ? undefined : countModel(value)).toEqual(countByXPath(path, counts));
  });
});
