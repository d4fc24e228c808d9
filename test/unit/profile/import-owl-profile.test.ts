import { expect, test } from 'vitest';
import { importOwlProfile, indexModel } from '../../../src/analysis/profile/index.js';
import { printProfile } from '../../../src/emitters/profile/print-profile.js';
import { readOwlProfile } from '../../../src/readers/profile/owl/read-owl-profile.js';
import { resolveText } from '../../support/resolve-profile-text.js';
import { METERING } from './metering.js';

const property = (name: string, range: string): string =>
  `rdfs:subClassOf [ a owl:Restriction ; owl:onProperty cim:${name} ; owl:allValuesFrom ${range} ]`;

const PROFILE = `
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix uml: <http://langdale.com.au/2005/UML#> .
@prefix cim: <http://example.org/CIM#> .
@prefix : <http://example.org/profile#> .
<http://example.org/profile> a owl:Ontology ; rdfs:label "Readings" ; owl:imports <http://example.org/CIM> .
:Reading a owl:Class ; uml:hasStereotype uml:concrete ; rdfs:subClassOf cim:Reading ;
  ${property('BaseReading.value', '[ a rdfs:Datatype ; rdfs:label "value" ; uml:hasStereotype uml:XSDattribute ; owl:equivalentClass xsd:string ]')} ;
  ${property('BaseReading.source', '[ a rdfs:Datatype ; rdfs:label "source" ; owl:equivalentClass xsd:string ]')} ;
  ${property('Reading.reason', '[ a owl:Class ; rdfs:label "reason" ; rdfs:subClassOf cim:ReadingReasonKind ; uml:hasStereotype uml:attribute, uml:xsdattribute ; owl:unionOf ( :ReadingReasonKind ) ]')} .
:ReadingReasonKind a owl:Class ; uml:hasStereotype uml:enumeration ; rdfs:subClassOf cim:ReadingReasonKind .
`;

test('what CIMTool marks as an XML attribute is imported as one', async () => {
  const bytes = new TextEncoder().encode(PROFILE);
  const { value, diagnostics } = await readOwlProfile({ uri: 'memory:p.ttl', label: 'p.ttl', bytes });
  expect(diagnostics).toEqual([]);
  const text = value && printProfile(importOwlProfile(value, indexModel(METERING), './m.xmi'));
  expect(text).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=./node_modules/cimbind/schemas/profile.schema.json

    profile: Readings
    model: ./m.xmi
    namespace: http://example.org/profile#
    roots:
      Reading: 0..*
    classes:
      Reading:
        attributes:
          reason: { xml: attribute }
          source:
          value: { xml: attribute }
    "
  `);
  const { resolved } = resolveText(METERING, text ?? '');
  const members = resolved.types.get('Reading')?.members ?? [];
  expect(members.filter(({ isXmlAttribute }) => isXmlAttribute).map(({ name }) => name)).toEqual([
    'reason',
    'value',
  ]);
});
