import { describe, expect, test } from 'vitest';
import { readInformationModel } from '../../../src/readers/uml/read-information-model.js';
import { dumpModel } from '../../support/dump-model.js';

const read = async (text: string, label = 'schema.rdf') => {
  const { value, diagnostics } = await readInformationModel({
    uri: `file:///${label}`,
    label,
    bytes: new TextEncoder().encode(text),
  });
  return {
    model: value,
    printed: value && dumpModel(value),
    said: diagnostics.map(({ code, message }) => `${code} ${message}`),
  };
};

const PREFIXES = `@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix cims: <http://iec.ch/TC57/1999/rdf-schema-extensions-19990926#> .
@prefix uml: <http://iec.ch/TC57/NonStandard/UML#> .
@prefix tool: <http://langdale.com.au/2005/UML#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix m: <http://example.org/model#> .
@prefix x: <http://example.org/extension#> .
`;

/** A CIM RDF Schema with everything that the published profiles have. */
const SCHEMA = `${PREFIXES}
m:Ontology a owl:Ontology ; <http://purl.org/dc/terms/title> "Sample vocabulary"@en .
m:Package_Core a cims:ClassCategory ; rdfs:label "Core"@en ; rdfs:comment "What all need." .
m:Package_Wires a cims:ClassCategory ; rdfs:label "Wires" ; cims:belongsToCategory m:Package_Core .
m:Terminal a rdfs:Class ; rdfs:label "Terminal"@en ; cims:belongsToCategory m:Package_Wires ;
  cims:stereotype uml:concrete, "European" ; rdfs:subClassOf m:IdentifiedObject ; skos:note "Kept." .
m:IdentifiedObject a rdfs:Class ; cims:belongsToCategory m:Package_Core .
m:String a rdfs:Class ; cims:stereotype "Primitive" ; cims:belongsToCategory m:Package_Undescribed .
m:Voltage a rdfs:Class ; cims:stereotype "CIMDatatype" ; cims:belongsToCategory m:Package_Core .
m:Unit a rdfs:Class ; cims:stereotype uml:enumeration ; cims:belongsToCategory m:Package_Core .
x:Unit.V a m:Unit ; rdfs:label "V" ; cims:stereotype "enum" ; rdfs:comment "Volt." .
m:Unit.A a m:Unit ; rdfs:label "A" .
m:Voltage.unit a rdf:Property ; cims:stereotype uml:attribute ; rdfs:label "unit" ; rdfs:domain m:Voltage ;
  rdfs:range m:Unit ; cims:multiplicity cims:M:0..1 ; cims:isFixed "V" .
m:Voltage.factor a rdf:Property ; cims:stereotype uml:attribute ; rdfs:domain m:Voltage ; rdfs:label "factor" ;
  cims:dataType m:String ; cims:multiplicity cims:M:1 ; cims:isDefault [ rdfs:Literal "one" ] .
x:IdentifiedObject.name a rdf:Property ; cims:stereotype uml:attribute ; rdfs:label "name" ;
  rdfs:domain m:IdentifiedObject ; cims:dataType m:String ; cims:multiplicity cims:M:1..1 .
m:Terminal.Equipment a rdf:Property ; rdfs:label "Equipment" ; rdfs:domain m:Terminal ; rdfs:range m:Equipment ;
  cims:inverseRoleName m:Equipment.Terminals ; cims:multiplicity cims:M:1 ; cims:AssociationUsed "Yes" .
m:Equipment.Terminals a rdf:Property ; rdfs:label "Terminals" ; rdfs:domain m:Equipment ; rdfs:range m:Terminal ;
  cims:inverseRoleName m:Terminal.Equipment ; cims:multiplicity cims:M:1..n ; cims:AssociationUsed "No" ;
  cims:stereotype uml:ofAggregate .
m:Equipment a rdfs:Class ; cims:stereotype uml:concrete ; cims:belongsToCategory m:Package_Core .
`;

describe('a CIM RDF Schema', () => {
  test('gives packages, classes, attributes, enumerations and paired associations', async () => {
    const { printed, model, said } = await read(SCHEMA, 'sample.ttl');
    expect(said).toEqual([]);
    expect(model?.format).toBe('rdfs');
    expect(printed).toMatchInlineSnapshot(`
      "model Sample vocabulary

      package:/Core http://example.org/model#Package_Core
        | What all need.
        in no package
        owns package:/Core/Wires
        owns class:/Core/Equipment
        owns class:/Core/IdentifiedObject
        owns class:/Core/Unit
        owns class:/Core/Voltage

      package:/Core/Wires http://example.org/model#Package_Wires
        in package:/Core
        owns class:/Core/Wires/Terminal

      package:/Undescribed http://example.org/model#Package_Undescribed
        in no package
        owns class:/Undescribed/String

      class class:/Core/Equipment «concrete» http://example.org/model#Equipment
        in package:/Core
        namespace http://example.org/model#

      abstract class class:/Core/IdentifiedObject http://example.org/model#IdentifiedObject
        in package:/Core
        namespace http://example.org/model#
        attribute name: class:/Undescribed/String [1] http://example.org/extension#IdentifiedObject.name

      enumeration class:/Core/Unit «enumeration» http://example.org/model#Unit
        in package:/Core
        namespace http://example.org/model#
        literal A http://example.org/model#Unit.A
        literal V «enum» http://example.org/extension#Unit.V
          | Volt.

      datatype class:/Core/Voltage «CIMDatatype» http://example.org/model#Voltage
        in package:/Core
        namespace http://example.org/model#
        attribute factor: class:/Undescribed/String [1] = "one" http://example.org/model#Voltage.factor
        attribute unit: class:/Core/Unit [0..1] = "V" constant http://example.org/model#Voltage.unit

      class class:/Core/Wires/Terminal «concrete» «European» http://example.org/model#Terminal
        @skos:note = "Kept."
        in package:/Core/Wires
        namespace http://example.org/model#
        inherits from class:/Core/IdentifiedObject

      primitive class:/Undescribed/String «Primitive» http://example.org/model#String
        in package:/Undescribed
        namespace http://example.org/model#

      association:/Core/Equipment#Terminals
        end Equipment: class:/Core/Equipment [1] shared navigable http://example.org/model#Terminal.Equipment
        end Terminals: class:/Core/Wires/Terminal [1..*] not navigable http://example.org/model#Equipment.Terminals
      "
    `);
  });

  test('is the same in any order of its statements', async () => {
    const [head = '', ...statements] = SCHEMA.slice(PREFIXES.length).split(/(?<= \.)\n/u);
    const shuffled = `${PREFIXES}${[...statements.reverse(), head].join('\n')}`;
    expect((await read(shuffled, 'sample.ttl')).printed).toBe((await read(SCHEMA, 'sample.ttl')).printed);
  });

  test.each<readonly [string, string, readonly string[]]>([
    [
      'an inverse that names another role',
      `m:A a rdfs:Class . m:B a rdfs:Class .
       m:A.B a rdf:Property ; rdfs:domain m:A ; rdfs:range m:B ; cims:inverseRoleName m:B.A ; cims:multiplicity cims:M:1 .
       m:B.A a rdf:Property ; rdfs:domain m:B ; rdfs:range m:A ; cims:inverseRoleName m:B.C ; cims:multiplicity cims:M:1 .`,
      [
        'RDF2001 the role A.B names B.A as its inverse, which is not a role that names A.B',
        'RDF2001 the role B.A names B.C as its inverse, which is not a role that names B.A',
      ],
    ],
    [
      'a role without an inverse',
      'm:A a rdfs:Class . m:A.A a rdf:Property ; rdfs:domain m:A ; rdfs:range m:A ; cims:multiplicity cims:M:1 .',
      ['RDF2001 the role A.A names no inverse role'],
    ],
    [
      'a class that is not there',
      `m:A a rdfs:Class ; rdfs:subClassOf m:Gone .
       m:A.x a rdf:Property ; cims:stereotype uml:attribute ; rdfs:domain m:A ; cims:dataType m:Lost ; cims:multiplicity cims:M:0..1 .
       m:B.x a rdf:Property ; cims:stereotype uml:attribute ; rdfs:domain m:B ; cims:dataType m:A ; cims:multiplicity cims:M:0..1 .`,
      [
        'UML2001 the type Lost of A.x is not a class of the model, expected a class, datatype, primitive or enumeration',
        'UML2008 A inherits from Gone, and Gone is not a class of the model',
        'UML2014 x belongs to http://example.org/model#B, which is not a class of the model; it is left out',
      ],
    ],
  ])('with %s is reported and read', async (_, text, expected) => {
    const { model, said } = await read(`${PREFIXES}${text}`, 'sample.ttl');
    expect(model?.classes.size).toBeGreaterThan(0);
    expect(said).toEqual(expected);
  });
});

describe('a vocabulary in OWL', () => {
  test('gives the same parts', async () => {
    const { printed, model, said } = await read(
      `${PREFIXES}
m:Package_Core a tool:Package ; rdfs:label "Core" .
m:A a owl:Class ; rdfs:label "A" ; rdfs:isDefinedBy m:Package_Core ; rdfs:subClassOf owl:Thing .
m:B a owl:Class ; rdfs:label "B" ; rdfs:isDefinedBy m:Package_Core ; rdfs:subClassOf m:A ; tool:hasStereotype tool:deprecated .
m:Kind a owl:Class ; tool:hasStereotype tool:enumeration .
m:Kind.one a m:Kind ; rdfs:label "one" .
m:A.name a owl:DatatypeProperty, owl:FunctionalProperty ; rdfs:label "name" ; rdfs:domain m:A ; rdfs:range xsd:string .
m:A.kinds a owl:ObjectProperty ; tool:hasStereotype tool:attribute ; rdfs:label "kinds" ; rdfs:domain m:A ; rdfs:range m:Kind .
m:A.Bs a owl:ObjectProperty ; rdfs:label "Bs" ; rdfs:domain m:A ; rdfs:range m:B ; tool:hasStereotype tool:compositeOf .
m:B.A a owl:ObjectProperty, owl:FunctionalProperty ; rdfs:label "A" ; rdfs:domain m:B ; rdfs:range m:A ;
  owl:inverseOf m:A.Bs ; tool:hasStereotype tool:ofComposite .
`,
      'model.ttl',
    );
    expect(said).toEqual([
      'UML2001 the type string of A.name is not a class of the model, expected a class, datatype, primitive or enumeration',
    ]);
    expect(model?.format).toBe('owl');
    expect(printed).toMatchInlineSnapshot(`
      "model model

      package:/Core http://example.org/model#Package_Core
        in no package
        owns class:/Core/A
        owns class:/Core/B

      class class:/Core/A http://example.org/model#A
        in package:/Core
        namespace http://example.org/model#
        attribute kinds: class:/Kind [0..*] http://example.org/model#A.kinds
        attribute name: unresolved string [0..1] http://example.org/model#A.name

      class class:/Core/B «deprecated» http://example.org/model#B
        in package:/Core
        namespace http://example.org/model#
        inherits from class:/Core/A

      enumeration class:/Kind «enumeration» http://example.org/model#Kind
        in no package
        namespace http://example.org/model#
        literal one http://example.org/model#Kind.one

      association:/Core/A#Bs
        end A: class:/Core/A [0..1] composite http://example.org/model#B.A
        end Bs: class:/Core/B [0..*] http://example.org/model#A.Bs
      "
    `);
  });
});

test('a document in RDF that describes no class says so', async () => {
  const { said } = await read('<urn:a> <urn:b> "c" .', 'nothing.nt');
  expect(said).toEqual(['UML1004 nothing.nt has no class']);
});

test.each<readonly [string, string, readonly string[]]>([
  [
    'Turtle behind comments, whatever it is called',
    '# Sample\n\n# more\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n<urn:x#A> a rdfs:Class .',
    [],
  ],
  [
    'OWL/XML',
    '<Ontology xmlns="http://www.w3.org/2002/07/owl#"/>',
    ['UML1002 model.owl is an ontology in OWL/XML, which is not read'],
  ],
  [
    'other text',
    'EAConnectString:server',
    ['UML1001 model.owl is neither XML nor a project file, expected an information model'],
  ],
])('%s is recognised', async (_, text, expected) => {
  expect((await read(text, 'model.owl')).said).toEqual(expected);
});
