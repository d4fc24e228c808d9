import { describe, expect, test } from 'vitest';
import { anyMessage } from '../../../src/runtime/message/any-message.js';
import { compile, issuesOf } from '../../support/compile-schema.js';

const XSI =
  'xmlns="urn:s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"';

/** The rules that a document breaks. */
const rulesOf = (registry: ReturnType<typeof compile>, xml: string): readonly string[] =>
  issuesOf(registry, xml).map((line) => line.split(' ')[0] ?? '');

describe('xsi:type', () => {
  const registry = compile(`
    <xs:simpleType name="Small"><xs:restriction base="xs:int"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Tiny"><xs:restriction base="Small"><xs:maxInclusive value="3"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Either"><xs:union memberTypes="Small xs:boolean"/></xs:simpleType>
    <xs:simpleType name="Smalls"><xs:list itemType="Small"/></xs:simpleType>
    <xs:complexType name="Base"><xs:sequence/></xs:complexType>
    <xs:complexType name="More"><xs:complexContent><xs:extension base="Base"/></xs:complexContent></xs:complexType>
    <xs:element name="either" type="Either"/>
    <xs:element name="fixedEither" type="Either" block="restriction"/>
    <xs:element name="anything"/>
    <xs:element name="unrestricted" block="restriction"/>
    <xs:element name="unextended" block="extension"/>
    <xs:element name="simple" type="xs:anySimpleType"/>`);
  test.each<[string, string, string, readonly string[]]>([
    ['either', 'Small', '7', []],
    ['either', 'Tiny', '3', []],
    ['either', 'Tiny', '7', ['cvc-maxInclusive-valid']],
    ['either', 'Either', 'true', []],
    ['either', 'xs:boolean', 'true', []],
    ['either', 'xs:string', 'true', ['cvc-elt.4.3']],
    ['fixedEither', 'Either', '7', []],
    ['fixedEither', 'Small', '7', ['cvc-elt.4.3']],
    ['anything', 'Smalls', '1 2', []],
    ['unrestricted', 'Either', '1', ['cvc-elt.4.3']],
    ['unrestricted', 'Smalls', '1 2', ['cvc-elt.4.3']],
    ['unrestricted', 'Base', '', ['cvc-elt.4.3']],
    ['unrestricted', 'More', '', ['cvc-elt.4.3']],
    ['unrestricted', 'xs:anyType', '', []],
    ['unextended', 'Base', '', []],
    ['unextended', 'More', '', ['cvc-elt.4.3']],
    ['simple', 'Smalls', '1 2', []],
    ['simple', 'Either', '1', []],
    ['simple', 'Base', '', ['cvc-elt.4.3']],
  ])('element %s as type %s with "%s"', (name, type, text, rules) => {
    expect(rulesOf(registry, `<${name} ${XSI} xsi:type="${type}">${text}</${name}>`)).toEqual(rules);
  });

  test('without a declaration, xsi:nil says nothing', () => {
    const xml = `<anything ${XSI}><other xsi:type="xs:string" xsi:nil="true"/></anything>`;
    expect(rulesOf(registry, xml)).toEqual([]);
  });
});

describe('values of mixed content', () => {
  const registry = compile(`
    <xs:complexType name="Mixed" mixed="true">
      <xs:sequence minOccurs="0"><xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence>
    </xs:complexType>
    <xs:element name="fixed" type="Mixed" fixed="a b"/>
    <xs:element name="default" type="Mixed" default="a b"/>
    <xs:element name="any" fixed="a b"/>`);
  test.each([
    ['<fixed xmlns="urn:s"/>', []],
    ['<fixed xmlns="urn:s">a b</fixed>', []],
    ['<fixed xmlns="urn:s">a<!-- --> b</fixed>', []],
    ['<fixed xmlns="urn:s">a  b</fixed>', ['cvc-elt.5.2.2.2.1']],
    ['<fixed xmlns="urn:s"> </fixed>', ['cvc-elt.5.2.2.2.1']],
    ['<fixed xmlns="urn:s"><a>1</a></fixed>', ['cvc-elt.5.2.2.1']],
    ['<default xmlns="urn:s">x<a>1</a></default>', []],
    ['<any xmlns="urn:s">a b</any>', []],
    ['<any xmlns="urn:s">b</any>', ['cvc-elt.5.2.2.2.1']],
    ['<any xmlns="urn:s"><b/></any>', ['cvc-elt.5.2.2.1']],
  ])('%s', (xml, rules) => {
    expect(rulesOf(registry, xml)).toEqual(rules);
  });

  test('stand for no content at all', () => {
    const decoded = anyMessage(registry, '<default xmlns="urn:s"/>');
    expect(decoded).toMatchObject({ ok: true, value: { value: { content: ['a b'] } } });
  });
});

describe('ID and IDREF', () => {
  const registry = compile(`
    <xs:attribute name="one" type="xs:ID"/>
    <xs:attribute name="two" type="xs:ID"/>
    <xs:element name="open"><xs:complexType><xs:anyAttribute/></xs:complexType></xs:element>
    <xs:element name="own"><xs:complexType>
      <xs:attribute name="id" type="xs:ID"/><xs:anyAttribute processContents="lax"/></xs:complexType></xs:element>
    <xs:element name="refers"><xs:complexType>
      <xs:attribute name="to" type="xs:IDREFS" default="x"/><xs:attribute name="id" type="xs:ID"/></xs:complexType></xs:element>`);
  test.each([
    ['<s:open xmlns:s="urn:s" s:one="a"/>', []],
    ['<s:open xmlns:s="urn:s" s:one="a" s:two="b"/>', ['cvc-complex-type.5.1']],
    ['<s:own xmlns:s="urn:s" s:one="a"/>', ['cvc-complex-type.5.2']],
    ['<s:refers xmlns:s="urn:s"/>', ['cvc-id.1']],
    ['<s:refers xmlns:s="urn:s" id="x"/>', []],
  ])('%s', (xml, rules) => {
    expect(rulesOf(registry, xml)).toEqual(rules);
  });
});

test('elements that a wildcard lets in are counted', () => {
  const registry = compile(
    '<xs:element name="e"><xs:complexType><xs:sequence><xs:any minOccurs="2" maxOccurs="3" processContents="skip"/></xs:sequence></xs:complexType></xs:element>',
  );
  const counts = [1, 2, 3, 4].map((count) =>
    rulesOf(registry, `<e xmlns="urn:s">${'<x/>'.repeat(count)}</e>`),
  );
  expect(counts).toEqual([['cvc-complex-type.2.4.b'], [], [], ['cvc-complex-type.2.4.d']]);
});

describe('the rule that is broken is told', () => {
  const registry = compile(`
    <xs:attribute name="number" type="xs:int" fixed="1"/>
    <xs:element name="empty"><xs:complexType/></xs:element>
    <xs:element name="valued"><xs:complexType><xs:simpleContent><xs:extension base="xs:int">
      <xs:attribute name="fixed" fixed="a"/><xs:attribute ref="number"/>
    </xs:extension></xs:simpleContent></xs:complexType></xs:element>
    <xs:element name="referring"><xs:complexType><xs:attribute ref="number" fixed="1"/></xs:complexType></xs:element>
    <xs:element name="simple" type="xs:int" fixed="1" nillable="true"/>
    <xs:element name="head" type="xs:int" abstract="true"/>
    <xs:element name="neck" type="xs:int" abstract="true" substitutionGroup="head"/>
    <xs:element name="member" type="xs:int" substitutionGroup="neck"/>
    <xs:element name="flat"><xs:complexType><xs:sequence><xs:element ref="head"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="tree"><xs:complexType><xs:sequence>
      <xs:element name="a"/><xs:element ref="head" minOccurs="0"/><xs:element name="a" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="all"><xs:complexType><xs:all><xs:element ref="head" minOccurs="0"/></xs:all></xs:complexType></xs:element>
    <xs:element name="counted"><xs:complexType><xs:sequence>
      <xs:element name="a" maxOccurs="2"/><xs:element name="b" minOccurs="0" maxOccurs="2"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="lax"><xs:complexType><xs:sequence><xs:any namespace="##other" processContents="lax" minOccurs="0"/></xs:sequence>
      <xs:anyAttribute processContents="lax"/></xs:complexType></xs:element>
    <xs:element name="strict"><xs:complexType><xs:anyAttribute/></xs:complexType></xs:element>
    <xs:element name="any"/>`);
  test.each([
    ['<empty>text</empty>', ['cvc-complex-type.2.1']],
    ['<empty> </empty>', ['cvc-complex-type.2.1']],
    ['<empty><a/></empty>', ['cvc-complex-type.2.1']],
    ['<empty><a/>text<b/></empty>', ['cvc-complex-type.2.1', 'cvc-complex-type.2.1', 'cvc-complex-type.2.1']],
    ['<valued>1<a/></valued>', ['cvc-complex-type.2.2']],
    ['<simple>1<a/></simple>', ['cvc-type.3.1.2']],
    ['<simple>2</simple>', ['cvc-elt.5.2.2.2.2']],
    ['<valued fixed="b">1</valued>', ['cvc-au']],
    ['<valued s:number="2">1</valued>', ['cvc-attribute.4']],
    ['<referring s:number="2"/>', ['cvc-au']],
    ['<flat><head>1</head></flat>', ['cvc-elt.2', 'cvc-complex-type.2.4.b']],
    ['<flat><neck>1</neck></flat>', ['cvc-elt.2', 'cvc-complex-type.2.4.b']],
    ['<flat><member>1</member><head>1</head></flat>', ['cvc-complex-type.2.4.d']],
    ['<tree><a/><head>1</head></tree>', ['cvc-elt.2']],
    ['<tree><a/><a/><head>1</head></tree>', ['cvc-complex-type.2.4.d']],
    ['<all><neck>1</neck></all>', ['cvc-elt.2']],
    ['<counted><a/><a/><a/></counted>', ['cvc-complex-type.2.4.a']],
    ['<counted><a/><b/><b/><b/></counted>', ['cvc-complex-type.2.4.d']],
    ['<lax s:number="2"/>', ['cvc-attribute.4']],
    ['<lax><u xmlns="urn:u" s:number="x"/></lax>', ['cvc-datatype-valid.1.2.1']],
    [
      '<lax><u xmlns="urn:u"><v s:number="x"/><s:simple>x</s:simple></u></lax>',
      ['cvc-datatype-valid.1.2.1', 'cvc-datatype-valid.1.2.1'],
    ],
    ['<any s:number="2"/>', ['cvc-attribute.4']],
    ['<any><u s:number="2"/></any>', ['cvc-attribute.4']],
    ['<lax xsi:other="1"/>', []],
    ['<lax xsi:schemaLocation="urn:u u.xsd"/>', []],
    ['<strict xsi:other="1"/>', ['cvc-complex-type.3.2.2']],
    ['<strict xsi:schemaLocation="urn:u u.xsd"/>', []],
    ['<empty xsi:other="1"/>', ['cvc-complex-type.3.2.2']],
  ])('%s', (xml, rules) => {
    const document = xml.replace(/^<\w+/, `$& ${XSI} xmlns:s="urn:s"`);
    expect(rulesOf(registry, document)).toEqual(rules);
  });
});
