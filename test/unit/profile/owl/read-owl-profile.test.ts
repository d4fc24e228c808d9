import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OwlProfile, OwlProfileClass } from '../../../../src/readers/profile/owl/owl-profile.js';
import { readOwlProfile } from '../../../../src/readers/profile/owl/read-owl-profile.js';
import { parseXml } from '../../../../src/readers/xml/parse-xml.js';
import type { XmlElement } from '../../../../src/readers/xml/xml-element.js';

const read = async (text: string | Uint8Array, label = 'profile.ttl') => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const { value, diagnostics } = await readOwlProfile({ uri: `file:///${label}`, label, bytes });
  return { profile: value, said: diagnostics.map(({ code, message }) => `${code} ${message}`) };
};

const local = (iri: string | undefined): string => iri?.replace(/^.*[#/]/u, '') ?? '?';

/** A profile as text: what the import has to know. */
function print({ name, namespace, imports, classes }: OwlProfile): string {
  const label = (id: string): string => classes.find((one) => one.id === id)?.name ?? `? ${local(id)}`;
  const lines = classes.flatMap((one) => [
    [
      one.root ? 'root ' : '',
      one.anonymous ? 'anonymous ' : '',
      `class ${one.name} of ${local(one.base)}`,
      one.supers.map((id) => ` is a ${label(id)}`).join(),
      one.stereotypes.map((stereotype) => ` «${stereotype}»`).join(''),
      one.values === undefined ? '' : ` values ${one.values.map(local).join(' ')}`,
      one.notes === undefined ? '' : ` ${JSON.stringify(one.notes)}`,
    ].join(''),
    ...one.properties.map(({ name: property, base, minOccurs, maxOccurs, value }) => {
      const type =
        value.kind === 'datatype'
          ? `datatype ${local(value.datatype)}`
          : value.kind === 'unsaid'
            ? 'unsaid'
            : `${value.byReference ? 'reference to ' : ''}${value.attribute ? 'attribute ' : ''}` +
              `${local(value.base)} as ${value.classes.map(label).join(' | ')}`;
      return `  ${property} of ${local(base)} ${minOccurs ?? ''}..${maxOccurs ?? ''} ${type}`;
    }),
  ]);
  return `${name} ${namespace} of ${imports.join()}\n${lines.join('\n')}\n`;
}

const PREFIXES = `@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix uml: <http://langdale.com.au/2005/UML#> .
@prefix msg: <http://langdale.com.au/2005/Message#> .
@prefix m: <http://example.org/model#> .
@prefix : <http://example.org/profile#> .
`;

const restriction = (property: string, rest: string): string =>
  `rdfs:subClassOf [ a owl:Restriction ; owl:onProperty m:${property} ; ${rest} ]`;

describe('a profile in OWL', () => {
  test('gives classes, properties, cardinalities, choices, references, enumerated values', async () => {
    const { profile, said } = await read(`${PREFIXES}
<http://example.org/profile> a owl:Ontology ; rdfs:label "Readings" ; owl:imports <http://example.org/model> .
owl:Thing a owl:Class . msg:Message a owl:Class .
:Reading a owl:Class ; uml:hasStereotype uml:concrete ; rdfs:subClassOf m:Reading, :Base ; rdfs:comment "One value." ;
  ${restriction('Reading.value', 'owl:allValuesFrom [ a rdfs:Datatype ; rdfs:label "value" ; owl:equivalentClass xsd:decimal ]')} ;
  ${restriction('Reading.value', 'owl:minCardinality "1"^^xsd:int')} ;
  ${restriction('Reading.Type', 'owl:allValuesFrom [ a owl:Class ; rdfs:label "Type" ; rdfs:subClassOf m:Type ; uml:hasStereotype uml:byreference ; owl:unionOf () ]')} ;
  ${restriction('Reading.Old', 'owl:allValuesFrom [ a owl:Class ; rdfs:label "Old" ; rdfs:subClassOf :Base, msg:Reference ]')} ;
  ${restriction('Reading.Action', 'owl:allValuesFrom [ a owl:Class ; rdfs:label "Action" ; rdfs:subClassOf m:Action ; owl:unionOf ( :Two :One ) ]')} ;
  ${restriction('Reading.Action', 'owl:maxCardinality "3"^^xsd:int')} ;
  ${restriction('Reading.Action', 'owl:minCardinality "2"^^xsd:int')} ;
  ${restriction('Reading.kind', 'owl:allValuesFrom [ a owl:Class ; rdfs:label "renamed" ; rdfs:subClassOf m:Kind ; uml:hasStereotype uml:attribute ; owl:unionOf ( :Kind ) ]')} ;
  ${restriction('Reading.exact', 'owl:cardinality "1"')} ;
  rdfs:subClassOf [ ] .
:Base a owl:Class ; rdfs:subClassOf m:Base .
:One a owl:Class ; rdfs:label "First" ; rdfs:subClassOf m:Action .
:Two a owl:Class ; rdfs:subClassOf m:Action ;
  ${restriction('Action.span', 'owl:allValuesFrom [ a owl:Class ; rdfs:label "span" ; rdfs:subClassOf m:Interval ; owl:unionOf ( [ a owl:Class ; rdfs:label "Interval" ; rdfs:subClassOf m:Interval ] ) ]')} .
:Kind a owl:Class ; uml:hasStereotype uml:enumeration ; rdfs:subClassOf m:Kind ; owl:oneOf ( m:Kind.b m:Kind.a ) .
`);
    expect(said).toEqual([]);
    expect(profile && print(profile)).toMatchInlineSnapshot(`
      "Readings http://example.org/profile# of http://example.org/model
      class Base of Base
      class Kind of Kind «enumeration» values Kind.b Kind.a
      class First of Action
      root class Reading of Reading is a Base «concrete» "One value."
        Action of Reading.Action 2..3 Action as First | Two
        Old of Reading.Old .. reference to Base as Base
        Type of Reading.Type .. reference to Type as 
        exact of Reading.exact 1..1 unsaid
        renamed of Reading.kind .. attribute Kind as Kind
        value of Reading.value 1.. datatype decimal
      class Two of Action
        span of Action.span .. Interval as Interval
      anonymous class Interval of Interval
      "
    `);
  });

  test('in the namespace of its model is told by its own superclass', async () => {
    const { profile } = await read(`${PREFIXES}
m:A a owl:Class ; rdfs:subClassOf m:A, m:B . m:B a owl:Class ; rdfs:subClassOf m:B .
m:C a owl:Class ; rdfs:subClassOf m:B .`);
    expect(profile?.classes.map(({ name, base, supers }) => [name, local(base), supers.map(local)])).toEqual([
      ['A', 'A', ['B']],
      ['B', 'B', []],
      ['C', '?', ['B']],
    ]);
  });

  test('a message in the first form', async () => {
    const { profile } = await read(`${PREFIXES}
:Bids a rdfs:Class ; rdfs:subClassOf msg:Message ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty msg:about ;
  owl:someValuesFrom [ a rdfs:Class ; rdfs:label "Bid" ; rdfs:subClassOf m:Bid ;
    ${restriction('Bid.Unit', 'owl:allValuesFrom [ a rdfs:Class ; rdfs:label "Unit" ; rdfs:subClassOf m:Unit ]')} ] ] .`);
    expect(profile && print(profile)).toBe(
      'profile  of \n' +
        'root class Bids of ?\n' +
        '  Bid of about 1.. Bid as Bid\n' +
        'anonymous class Bid of Bid\n' +
        '  Unit of Bid.Unit .. Unit as \n',
    );
  });

  test('with a restriction of nothing is reported and read', async () => {
    const { profile, said } = await read(
      `${PREFIXES} :A a owl:Class ; rdfs:subClassOf m:A, [ a owl:Restriction ; owl:minCardinality "1" ] .`,
    );
    expect(profile?.classes).toHaveLength(1);
    expect(said).toEqual(['RDF2002 a restriction of A names no property, it is left out']);
  });

  test('that is malformed has no value', async () => {
    expect(await read(':A a owl:Class')).toEqual({
      profile: undefined,
      said: [expect.stringMatching(/^RDF1001 /u)],
    });
  });
});

/** What CIMTool itself makes of the profiles: its catalogue of types, beside two of them. */
const folder = resolve('../shared/corpus/cimtool-profiles/builders-library');

describe.skipIf(!existsSync(folder))('CIMTool and we agree on', () => {
  test.each(['EndDeviceControlsTestProfile', 'EndDeviceControlsTestProfileWithAnonymousTypes'])(
    '%s',
    async (name) => {
      const bytes = new Uint8Array(readFileSync(`${folder}/${name}.owl`));
      const { profile } = await read(bytes, `${name}.owl`);
      const uri = `file:///${name}.xml`;
      const catalogue = parseXml({
        uri,
        label: name,
        bytes: new Uint8Array(readFileSync(`${folder}/${name}.xml`)),
      }).value;
      const theirs = elementsOf(catalogue).filter(({ name: { localName } }) => localName !== 'SimpleType');
      const ours = new Map(profile?.classes.map((one) => [one.id, one]));
      const named = [...ours.values()].filter(({ anonymous }) => !anonymous);
      expect(named.map((one) => one.name).sort()).toEqual(
        theirs.map((type) => attribute(type, 'name')).sort(),
      );
      for (const type of theirs) {
        const one = named.find((candidate) => candidate.name === attribute(type, 'name'));
        expect(one && facts(one, ours)).toEqual(theirFacts(type));
      }
    },
  );
});

const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  (element?.children ?? []).filter((child) => typeof child !== 'string');

const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((one) => one.name.localName === name)?.value;

/** A class in the terms of the catalogue; what the information model decides is left out. */
function facts(one: OwlProfileClass, all: ReadonlyMap<string, OwlProfileClass>): unknown {
  return {
    base: one.base,
    root: one.root,
    supers: one.supers.map((id) => all.get(id)?.name),
    properties: one.properties.map(({ name, base, minOccurs = 0, value }) => ({
      name,
      base,
      minOccurs,
      byReference: value.kind === 'class' && value.byReference,
      types:
        value.kind === 'class' && !value.byReference
          ? value.classes
              .map((id) => all.get(id))
              .map((type) => (type?.anonymous === true ? '(in place)' : type?.name))
          : [],
      inPlace:
        value.kind === 'class'
          ? value.classes
              .map((id) => all.get(id))
              .filter((type) => type?.anonymous)
              .map((type) => type && propertiesOf(facts(type, all)))
          : [],
    })),
  };
}

const propertiesOf = (value: unknown): unknown => (value as { readonly properties: unknown }).properties;

const PROPERTIES = [
  'Simple',
  'Domain',
  'Instance',
  'Reference',
  'Complex',
  'Choice',
  'Enumerated',
  'SimpleEnumerated',
  'SimpleCompound',
  'Compound',
];

function theirFacts(type: XmlElement): unknown {
  const children = elementsOf(type);
  return {
    base: attribute(type, 'baseClass'),
    root: type.name.localName === 'Root',
    supers: children
      .filter(({ name }) => name.localName === 'SuperType')
      .map((one) => attribute(one, 'name')),
    properties: theirProperties(children),
  };
}

const theirProperties = (children: readonly XmlElement[]): readonly unknown[] =>
  children
    .filter(({ name }) => PROPERTIES.includes(name.localName))
    .map((one) => {
      const kind = one.name.localName;
      const isInPlace = kind === 'Complex' || kind === 'SimpleEnumerated' || kind === 'SimpleCompound';
      return {
        name: attribute(one, 'name') ?? '',
        base: attribute(one, 'baseProperty'),
        minOccurs: Number(attribute(one, 'minOccurs')),
        byReference: kind === 'Reference',
        types: isInPlace
          ? ['(in place)']
          : kind === 'Choice'
            ? elementsOf(one).flatMap((choice) => attribute(choice, 'type') ?? [])
            : kind === 'Reference'
              ? []
              : kind === 'Simple' || kind === 'Domain'
                ? []
                : [attribute(one, 'type')],
        inPlace: isInPlace ? [theirProperties(elementsOf(one))] : [],
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
