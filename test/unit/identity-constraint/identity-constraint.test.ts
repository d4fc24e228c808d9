import { describe, expect, test } from 'vitest';
import { compile, issuesOf } from '../../support/compile-schema.js';

/** A list of `item` elements with a constraint on the root. */
const list = (constraint: string, item: string): string => `
  <xs:element name="list">
    <xs:complexType><xs:sequence><xs:element ref="item" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
    ${constraint}
  </xs:element>
  ${item}`;

const CODE = `<xs:element name="item"><xs:complexType><xs:attribute name="code" type="xs:decimal"/></xs:complexType></xs:element>`;
const PARTS = `<xs:element name="item"><xs:complexType><xs:sequence>
  <xs:element name="a" type="xs:string" minOccurs="0" maxOccurs="2" nillable="true"/>
  <xs:element name="b" type="xs:string" minOccurs="0"/>
  <xs:element name="c" minOccurs="0"><xs:complexType><xs:sequence/></xs:complexType></xs:element>
  <xs:any processContents="skip" namespace="##other" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element>`;

const key = (selector: string, ...fields: readonly string[]): string => constraint('key', selector, fields);
const unique = (selector: string, ...fields: readonly string[]): string =>
  constraint('unique', selector, fields);
const constraint = (category: string, selector: string, fields: readonly string[]): string =>
  `<xs:${category} name="k"><xs:selector xpath="${selector}"/>${fields.map((field) => `<xs:field xpath="${field}"/>`).join('')}</xs:${category}>`;

const doc = (content: string): string =>
  `<list xmlns="urn:s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:o">${content}</list>`;

describe('key and unique', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'equal values in other words',
      list(unique('s:item', '@code'), CODE),
      '<item code="1"/><item code="1.0"/>',
      [
        'cvc-identity-constraint.4.1 /list/item[2] unique "k" does not allow "1.0" again: it was there at line 1',
      ],
    ],
    [
      'a unique field may be absent',
      list(unique('s:item', '@code'), CODE),
      '<item/><item/><item code="2"/>',
      [],
    ],
    [
      'a key field must be there',
      list(key('s:item', '@code'), CODE),
      '<item code="1"/><item/>',
      ['cvc-identity-constraint.4.2.1 /list/item[2] key "k" needs a value of field "@code" here'],
    ],
    [
      'a key twice',
      list(key('.//s:item', '@code'), CODE),
      '<item code="1"/>\n<item code="01"/>',
      [
        'cvc-identity-constraint.4.2.2 /list/item[2] key "k" does not allow "01" again: it was there at line 1',
      ],
    ],
    [
      'an invalid value is one issue',
      list(key('s:item', '@code'), CODE),
      '<item code="x"/>',
      [
        'cvc-datatype-valid.1.2.1 /list/item/@code "x" is not a valid value of type decimal: a decimal number expected',
      ],
    ],
    [
      'two fields',
      list(unique('s:item', 's:a', 's:b'), PARTS),
      '<item><a>x</a><b>y</b></item><item><a>xy</a><b/></item><item><a>x</a><b>z</b></item><item><a>x</a><b>y</b></item>',
      [
        'cvc-identity-constraint.4.1 /list/item[4] unique "k" does not allow "x", "y" again: it was there at line 1',
      ],
    ],
    [
      'values that look alike when joined',
      list(unique('s:item', 's:a', 's:b'), PARTS),
      '<item><a>ab</a><b>c</b></item><item><a>a</a><b>bc</b></item>',
      [],
    ],
    [
      'a field with two nodes',
      list(unique('s:item', 's:a'), PARTS),
      '<item><a>1</a><a>2</a></item>',
      [
        'cvc-identity-constraint.3 /list/item/a[2] field "a" of unique "k" must lead to one node, and this is a second one',
      ],
    ],
    [
      'paths of a union to the same node',
      list(unique('s:item', 's:a|*'), PARTS),
      '<item><a>1</a></item>',
      [],
    ],
    [
      'paths of a union to two nodes',
      list(unique('s:item', 's:a|s:b'), PARTS),
      '<item><a>1</a><b>1</b></item>',
      [
        'cvc-identity-constraint.3 /list/item/b field "a | b" of unique "k" must lead to one node, and this is a second one',
      ],
    ],
    [
      'a field without simple content',
      list(unique('s:item', 's:c'), PARTS),
      '<item><c/></item>',
      [
        'cvc-identity-constraint.3 /list/item/c field "c" of unique "k" must lead to a simple value, and this element has none',
      ],
    ],
    [
      'a key field of a nillable declaration',
      list(key('s:item', 's:a'), PARTS),
      '<item><a>1</a></item>',
      [
        'cvc-identity-constraint.4.2.3 /list/item/a key "k" must not have a field of which the declaration is nillable',
      ],
    ],
    [
      'nil elements have no value',
      list(unique('s:item', 's:a'), PARTS),
      '<item><a xsi:nil="true"/></item><item><a xsi:nil="true"/></item>',
      [],
    ],
    [
      'what a wildcard skips is not looked at',
      list(unique('.//*', '@id'), PARTS),
      '<item><o:x id="1"/><o:x id="1"><o:y id="1"/></o:x></item>',
      [],
    ],
    [
      'the element itself',
      list(unique('s:item/s:a', '.'), PARTS),
      '<item><a>1</a></item><item><a>1</a></item>',
      [
        'cvc-identity-constraint.4.1 /list/item[2]/a unique "k" does not allow "1" again: it was there at line 1',
      ],
    ],
    [
      'an attribute wildcard that meets xsi:nil',
      list(
        unique('s:item/s:a', '@*'),
        PARTS.replace(
          'type="xs:string" minOccurs="0" maxOccurs="2"',
          'type="xs:string" minOccurs="0" maxOccurs="3"',
        ),
      ),
      '<item><a xsi:nil="true"/><a xsi:nil="1"/></item>',
      [
        'cvc-identity-constraint.4.1 /list/item/a[2] unique "k" does not allow "1" again: it was there at line 1',
      ],
    ],
    [
      'a default attribute value',
      list(unique('s:item', '@code'), CODE.replace('type="xs:decimal"', 'type="xs:decimal" default="7"')),
      '<item/><item code="07"/>',
      [
        'cvc-identity-constraint.4.1 /list/item[2] unique "k" does not allow "07" again: it was there at line 1',
      ],
    ],
  ])('%s', (_, schema, content, expected) => {
    expect(issuesOf(compile(schema), doc(content))).toEqual(expected);
  });

  test('QName values are compared by namespace', () => {
    const registry = compile(list(unique('s:item', '@code'), CODE.replace('xs:decimal', 'xs:QName')));
    const items =
      '<item xmlns:p="urn:1" code="p:x"/><item xmlns:p="urn:2" code="p:x"/><item xmlns:q="urn:1" code="q:x"/>';
    expect(issuesOf(registry, doc(items))).toEqual([
      'cvc-identity-constraint.4.1 /list/item[3] unique "k" does not allow "q:x" again: it was there at line 1',
    ]);
  });
});

/** A tree of groups; keys and references may be declared at any level. */
const TREE = (ofRoot: string, ofGroup: string): string => `
  <xs:element name="list"><xs:complexType><xs:sequence><xs:element ref="group" maxOccurs="unbounded"/></xs:sequence></xs:complexType>${ofRoot}</xs:element>
  <xs:element name="group"><xs:complexType>
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element ref="group"/>
      <xs:element name="def" type="xs:int"/><xs:element name="ref" type="xs:int"/>
    </xs:choice></xs:complexType>${ofGroup}</xs:element>`;
const KEY = '<xs:key name="k"><xs:selector xpath="s:def"/><xs:field xpath="."/></xs:key>';
const REF = (selector: string): string =>
  `<xs:keyref name="r" refer="k"><xs:selector xpath="${selector}"/><xs:field xpath="."/></xs:keyref>`;
const dangling = (path: string, value: string): string =>
  `cvc-identity-constraint.4.3 ${path} keyref "r" refers to "${value}", which key "k" does not have`;

describe('keyref', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'to a key of the same element, before and behind it',
      TREE('', KEY + REF('s:ref')),
      '<group><ref>2</ref><def>1</def><def>02</def><ref>+1</ref><ref>3</ref></group>',
      [dangling('/list/group/ref[3]', '3')],
    ],
    [
      'to keys of descendants (3.11.5)',
      TREE(REF('.//s:ref'), KEY),
      '<group><def>1</def><ref>4</ref><group><def>3</def></group></group><group><ref>1</ref><ref>2</ref><ref>3</ref></group>',
      [dangling('/list/group/ref', '4'), dangling('/list/group[2]/ref[2]', '2')],
    ],
    [
      'a key that two children have belongs to neither',
      TREE(REF('.//s:ref'), KEY),
      '<group><def>1</def></group><group><def>1</def></group><group><ref>1</ref></group>',
      [dangling('/list/group[3]/ref', '1')],
    ],
    [
      'children that contradict each other below are out of it further up',
      TREE(REF('.//s:ref'), KEY),
      '<group><group><def>1</def></group><group><def>1</def></group></group><group><def>1</def></group><group><ref>1</ref></group>',
      [],
    ],
    [
      'an element prevails over its children',
      TREE(REF('.//s:ref'), KEY),
      '<group><def>1</def><group><def>1</def></group><group><def>1</def></group></group><group><ref>1</ref></group>',
      [],
    ],
    [
      'a key further out does not count',
      TREE(
        '<xs:key name="k"><xs:selector xpath="s:group/s:def"/><xs:field xpath="."/></xs:key>',
        REF('s:ref'),
      ),
      '<group><def>1</def><ref>1</ref></group>',
      [dangling('/list/group/ref', '1')],
    ],
  ])('%s', (_, schema, content, expected) => {
    expect(issuesOf(compile(schema), doc(content))).toEqual(expected);
  });
});
