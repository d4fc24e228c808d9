import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/runtime/message/element-message.js';
import { loadCodec } from '../../../src/pipeline/load-codec.js';
import { schemaOf } from '../../support/compile-schema.js';

const codec = loadCodec(
  schemaOf(`
    <xs:element name="open" type="xs:anyType"/>
    <xs:element name="count" type="xs:int"/>
    <xs:element name="kept"><xs:complexType><xs:sequence>
      <xs:any namespace="##any" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:complexType name="Named"><xs:simpleContent><xs:extension base="xs:string">
      <xs:attribute name="kind" type="xs:string"/>
    </xs:extension></xs:simpleContent></xs:complexType>
    <xs:complexType name="Flag"><xs:simpleContent><xs:extension base="xs:boolean">
      <xs:attribute name="kind" type="xs:string"/>
    </xs:extension></xs:simpleContent></xs:complexType>
    <xs:complexType name="Measured"><xs:simpleContent><xs:extension base="xs:float">
      <xs:attribute name="unit" type="xs:QName"/>
    </xs:extension></xs:simpleContent></xs:complexType>
    <xs:simpleType name="Bit"><xs:restriction base="xs:boolean"><xs:pattern value="0|1"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Names"><xs:list itemType="xs:QName"/></xs:simpleType>
    <xs:simpleType name="NumberOrName"><xs:union memberTypes="xs:int xs:QName"/></xs:simpleType>
    <xs:simpleType name="NumberOrNames"><xs:union memberTypes="xs:int s:Names"/></xs:simpleType>
    <xs:element name="all"><xs:complexType>
      <xs:sequence>
        <xs:element name="anything" type="xs:anyType" nillable="true" minOccurs="0"/>
        <xs:element name="plain" type="xs:anyType" minOccurs="0"/>
        <xs:element name="text" type="xs:string" minOccurs="0"/>
        <xs:element name="texts" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
        <xs:element name="yes" type="xs:boolean" minOccurs="0" nillable="true"/>
        <xs:element name="bit" type="s:Bit" minOccurs="0"/>
        <xs:element name="bits" minOccurs="0"><xs:simpleType><xs:list itemType="s:Bit"/></xs:simpleType></xs:element>
        <xs:element name="names" type="s:Names" minOccurs="0"/>
        <xs:element name="either" type="s:NumberOrName" minOccurs="0"/>
        <xs:element name="eithers" minOccurs="0"><xs:simpleType><xs:list itemType="s:NumberOrName"/></xs:simpleType></xs:element>
        <xs:element name="many" type="s:NumberOrNames" minOccurs="0"/>
        <xs:element name="measured" type="s:Measured" nillable="true" minOccurs="0"/>
      </xs:sequence>
      <xs:attribute name="bit" type="s:Bit"/>
      <xs:attribute name="name" type="xs:QName"/>
    </xs:complexType></xs:element>`),
);
const registry = codec.registry();

const BINDINGS =
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:a" xmlns:b="urn:b"';

/** Decodes, encodes with and without indentation, decodes again: nothing may change. Answers with what was decoded. */
function survives(name: string, xml: string): unknown {
  const message = codec.messages.get(`{urn:s}${name}`) as Message<unknown>;
  const value = message.decode(xml, { registry });
  for (const indent of [0, 2])
    expect(message.decode(message.encode(value, { registry, indent }), { registry })).toEqual(value);
  expect(message.validate(value, { registry }).issues).toEqual([]);
  return value;
}

describe('what an element of type xs:anyType holds survives', () => {
  test.each([
    ['a simple type that xsi:type names', ' xsi:type="xs:int"', '1'],
    ['a complex type that xsi:type names', ' xsi:type="Named" kind="k"', 'v'],
    ['its own type, named', ' xsi:type="xs:anyType"', '1 <x/>'],
    ['mixed text', ' k="v"', ' 1 <x xmlns="" y="3"/>  2<s:count xmlns:s="urn:s">5</s:count> a:q '],
    ['names in a list', '', 'a:one b:two'],
    ['names in an expression', '', "/a:x[b:y='1']"],
    ['another default namespace', ' xmlns="urn:f"', '<x y="3"/>  2<z xmlns="urn:s"/>'],
    ['no default namespace', ' xmlns=""', '<x><y xmlns="urn:s"/></x>'],
    ['a declaration in it', '', '<p xsi:type="xs:int">1</p>'],
  ])('%s', (_, attributes, content) => {
    for (const name of ['anything', 'plain'])
      survives(
        'all',
        `<all xmlns="urn:s" ${BINDINGS}><s:${name} xmlns:s="urn:s"${attributes}>${content}</s:${name}></all>`,
      );
    if (!attributes.includes('xmlns='))
      survives('open', `<open xmlns="urn:s" ${BINDINGS}${attributes}>${content}</open>`);
    survives(
      'open',
      `<s:open xmlns:s="urn:s" ${attributes.includes('xmlns=') ? '' : 'xmlns="urn:s" '}${BINDINGS}${attributes}>${content}</s:open>`,
    );
  });

  test('is kept as it stands when it is nil and has attributes', () => {
    const xml = (attributes: string): string =>
      `<all xmlns="urn:s" ${BINDINGS}><anything xsi:nil="true"${attributes}/></all>`;
    expect(survives('all', xml(''))).toMatchObject({ anything: null });
    expect(survives('all', xml(' k="v"'))).toMatchObject({ anything: { attributes: { k: 'v' } } });
  });
});

describe('what a wildcard lets in survives', () => {
  test.each([
    ['unqualified elements below a default namespace', '<a xmlns="" b="1"><c/></a>'],
    [
      'namespaces in turns',
      '<s:f xmlns:s="urn:s"><e xmlns=""><s:g/></e></s:f><a:x><z xmlns=""/><a:y/></a:x>',
    ],
    [
      'one prefix, several namespaces',
      '<p:x xmlns:p="urn:1"/><p:x xmlns:p="urn:2"><p:x xmlns:p="urn:3"/></p:x>',
    ],
    ['names in texts and attributes', '<x>a:y b:z</x><y>  a:q </y><z k="b:l"/>'],
    ['a type that xsi:type names', '<count xsi:type="xs:short">1</count><n xsi:type="xs:boolean">1</n>'],
    ['a type of the default namespace', '<n xmlns="urn:s" xsi:type="Named">1</n>'],
  ])('%s', (_, content) => {
    survives('kept', `<kept xmlns="urn:s" ${BINDINGS}>${content}</kept>`);
    survives('kept', `<t:kept xmlns:t="urn:s" xmlns="urn:s" ${BINDINGS}>${content}</t:kept>`);
  });

  test('below a root with a prefix', () => {
    survives('kept', '<s:kept xmlns:s="urn:s"><a><b/><c xmlns="urn:s"><d xmlns=""/></c></a></s:kept>');
  });
});

describe('simple values survive', () => {
  test.each([
    ['<bit>1</bit>', { bit: true }],
    ['<bits>1 0</bits>', { bits: [true, false] }],
    ['<names>a:x b:y z</names>', { names: ['{urn:a}x', '{urn:b}y', '{urn:s}z'] }],
    ['<either>a:x</either>', { either: '{urn:a}x' }],
    ['<either>5</either>', { either: '5' }],
    ['<eithers>5 a:x z</eithers>', { eithers: ['5', '{urn:a}x', '{urn:s}z'] }],
    ['<many> a:x  b:y </many>', { many: '{urn:a}x {urn:b}y' }],
    ['<text xsi:type="Named" kind="k">v</text>', { text: { $type: '{urn:s}Named', kind: 'k', value: 'v' } }],
    ['<texts>u</texts><texts xsi:type="Named">v</texts>', { texts: ['u', { $type: '{urn:s}Named' }] }],
    ['<yes xsi:type="Flag" kind="k">1</yes>', { yes: { $type: '{urn:s}Flag', value: true } }],
    ['<yes xsi:nil="true"/>', { yes: null }],
    ['<measured xsi:nil="true" unit="a:V"/>', { measured: { $nil: true, unit: '{urn:a}V' } }],
  ])('%s', (content, value) => {
    expect(
      survives('all', `<all xmlns="urn:s" ${BINDINGS} bit="0" name="a:z">${content}</all>`),
    ).toMatchObject({ ...value, name: '{urn:a}z' });
  });
});

test('names without a namespace are written where there is no default namespace', () => {
  const xml = (name: string): string =>
    `<s:all xmlns:s="urn:s" xmlns:a="urn:a" name="${name}"><s:names>b a:c</s:names><s:either>b</s:either></s:all>`;
  expect(survives('all', xml('b'))).toMatchObject({ name: 'b', names: ['b', '{urn:a}c'], either: 'b' });
  expect(survives('all', xml('a:b'))).toMatchObject({ name: '{urn:a}b' });
});

test('a value of a type that nobody knows is not written as something else', () => {
  const message = codec.messages.get('{urn:s}all') as Message<unknown>;
  const value = { text: { $type: '{urn:other}Type', value: 'v' } };
  expect(() => message.encode(value)).toThrow(TypeError);
  expect(message.validate(value).issues.map(({ code }) => code)).toEqual(['VAL4001']);
});
