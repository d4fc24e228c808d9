import { describe, expect, test } from 'vitest';
import { parseXml } from '../../../src/readers/xml/parse-xml.js';
import { readSchemaDocument } from '../../../src/readers/xsd/index.js';
import { schemaText } from './schema-source.js';

function rulesOf(text: string): readonly (string | undefined)[] {
  const source = { uri: 'memory:/main.xsd', label: 'main.xsd', bytes: new TextEncoder().encode(text) };
  const root = parseXml(source).value;
  if (root === undefined) throw new Error('not well-formed');
  return readSchemaDocument(root, source).diagnostics.map(({ rule }) => rule);
}

const type = (content: string): string => `<xs:complexType name="T">${content}</xs:complexType>`;
const simple = (content: string): string => `<xs:simpleType name="S">${content}</xs:simpleType>`;
const element = (attributes: string, content = ''): string =>
  `<xs:element ${attributes}>${content}</xs:element>`;
const local = (attributes: string, content = ''): string =>
  type(`<xs:sequence>${element(attributes, content)}</xs:sequence>`);
const attribute = (attributes: string, content = ''): string =>
  type(`<xs:attribute ${attributes}>${content}</xs:attribute>`);
const inline = '<xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType>';
const key = (parts: string): string => element('name="E"', `<xs:key name="K">${parts}</xs:key>`);

describe('the schema for schemas and the representation constraints', () => {
  test.each<[string, string, readonly string[]]>([
    ['an empty schema', '', []],
    ['an unknown attribute', element('name="E" nilable="true"'), ['s4s-att-not-allowed']],
    ['an attribute of the XSD namespace', element('name="E" xs:type="xs:string"'), ['s4s-att-not-allowed']],
    ['an attribute of another namespace', element('name="E" t:note="x"'), []],
    ['a global element without name', element(''), ['s4s-att-must-appear']],
    ['a name with a colon', element('name="a:b"'), ['s4s-att-invalid-value']],
    ['a prefix that is not bound', element('name="E" type="q:T"'), ['s4s-att-invalid-value']],
    ['a boolean in words', element('name="E" nillable="yes"'), ['s4s-att-invalid-value']],
    ['white space around values', element('name=" E " nillable=" 1 "'), []],
    ['a negative occurrence', local('name="e" minOccurs="-1"'), ['s4s-att-invalid-value']],
    ['an unknown element', '<xs:elements/>', ['s4s-elt-must-match.1']],
    ['an element of another namespace', '<t:e/>', ['s4s-elt-schema-ns']],
    [
      'an include behind a declaration',
      `${element('name="E"')}<xs:include schemaLocation="a.xsd"/>`,
      ['s4s-elt-must-match.1'],
    ],
    ['text between declarations', `${element('name="E"')}and`, ['s4s-elt-character']],
    ['a simpleType without derivation', simple(''), ['s4s-elt-must-match.2']],
    ['an annotation that is not first', type('<xs:sequence/><xs:annotation/>'), ['s4s-elt-must-match.1']],
    [
      'attributes behind simpleContent',
      type('<xs:simpleContent><xs:extension base="xs:string"/></xs:simpleContent><xs:attribute name="a"/>'),
      ['s4s-elt-must-match.1'],
    ],
    [
      'occurrence of a group that is defined',
      '<xs:group name="G"><xs:sequence minOccurs="0"/></xs:group>',
      ['s4s-att-not-allowed'],
    ],
    ['xs:all that repeats', type('<xs:all maxOccurs="2"/>'), ['s4s-att-invalid-value']],
    ['an id twice', `${element('name="E" id="i"')}${element('name="F" id="i"')}`, ['cvc-id.2']],
    [
      'several faults at once',
      `${element('name="1" foo=""')}<xs:simpleType/>`,
      ['s4s-att-invalid-value', 's4s-att-not-allowed', 's4s-att-must-appear', 's4s-elt-must-match.2'],
    ],

    ['default and fixed', element('name="E" default="1" fixed="1"'), ['src-element.1']],
    ['name and ref', local('name="e" ref="t:E"'), ['src-element.2.1']],
    ['neither name nor ref', local(''), ['src-element.2.1']],
    ['ref with a type', local('ref="t:E" type="xs:string"'), ['src-element.2.2']],
    ['type and simpleType', element('name="E" type="xs:string"', inline), ['src-element.3']],
    ['attribute with default and fixed', attribute('name="a" default="1" fixed="1"'), ['src-attribute.1']],
    [
      'required attribute with default',
      attribute('name="a" default="1" use="required"'),
      ['src-attribute.2'],
    ],
    ['attribute with name and ref', attribute('name="a" ref="t:a"'), ['src-attribute.3.1']],
    ['attribute ref with form', attribute('ref="t:a" form="qualified"'), ['src-attribute.3.2']],
    ['attribute type and simpleType', attribute('name="a" type="xs:string"', inline), ['src-attribute.4']],
    [
      'restriction with base and simpleType',
      simple(`<xs:restriction base="xs:string">${inline}</xs:restriction>`),
      ['src-restriction-base-or-simpleType'],
    ],
    ['restriction of nothing', simple('<xs:restriction/>'), ['src-restriction-base-or-simpleType']],
    ['list of nothing', simple('<xs:list/>'), ['src-list-itemType-or-simpleType']],
    ['union of nothing', simple('<xs:union/>'), ['src-union-memberTypes-or-simpleTypes']],
    [
      'a facet twice',
      simple(
        '<xs:restriction base="xs:string"><xs:length value="1"/><xs:length value="1"/></xs:restriction>',
      ),
      ['src-single-facet-value'],
    ],
    [
      'patterns and enumerations',
      simple(
        '<xs:restriction base="xs:string"><xs:pattern value="a"/><xs:pattern value="b"/><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction>',
      ),
      [],
    ],
    ['import of the own namespace', '<xs:import namespace="urn:t"/>', ['src-import.1.1']],
    ['a notation without identifier', '<xs:notation name="N"/>', ['n-props-correct']],

    ['a key without selector', key('<xs:field xpath="@a"/>'), ['s4s-elt-must-match.2']],
    [
      'a key',
      key(
        '<xs:selector xpath=".//t:a/*|t:b"/><xs:field xpath="@a"/><xs:field xpath=". / t:*/child::c/attribute::d"/>',
      ),
      [],
    ],
    [
      'an attribute in a selector',
      key('<xs:selector xpath="t:a/@b"/><xs:field xpath="."/>'),
      ['c-selector-xpath'],
    ],
    ['a predicate', key('<xs:selector xpath="t:a[1]"/><xs:field xpath="."/>'), ['c-selector-xpath']],
    ['an absolute path', key('<xs:selector xpath="/t:a"/><xs:field xpath="."/>'), ['c-selector-xpath']],
    ['an axis', key('<xs:selector xpath="parent::t:a"/><xs:field xpath="."/>'), ['c-selector-xpath']],
    [
      'a step behind an attribute',
      key('<xs:selector xpath="."/><xs:field xpath="@a/b"/>'),
      ['c-fields-xpaths'],
    ],
    [
      'a prefix in an xpath that is not bound',
      key('<xs:selector xpath="q:a"/><xs:field xpath="."/>'),
      ['c-selector-xpath'],
    ],
  ])('%s', (_, body, expected) => {
    expect(rulesOf(schemaText(body))).toEqual(expected);
  });

  test('what is no schema', () => {
    expect(rulesOf('<definitions/>')).toEqual(['s4s-elt-schema-ns']);
  });

  test('messages say what was found and what was expected', () => {
    const source = {
      uri: 'memory:/main.xsd',
      label: 'main.xsd',
      bytes: new TextEncoder().encode(schemaText(type('<xs:annotation/><xs:any/>'))),
    };
    const root = parseXml(source).value;
    if (root === undefined) throw new Error('not well-formed');
    const [found] = readSchemaDocument(root, source).diagnostics;
    expect(found?.message).toBe('<any> is not allowed in this <complexType>');
    expect(found?.hint).toBe(
      'the content of <complexType> here is (annotation?, (simpleContent | complexContent | group | all | choice | sequence)?, (attribute | attributeGroup)*, anyAttribute?)',
    );
    expect(new TextDecoder().decode(source.bytes.subarray(found?.at?.start, found?.at?.end))).toBe(
      '<xs:any/>',
    );
  });
});
