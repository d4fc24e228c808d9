import { describe, expect, test } from 'vitest';
import { fromJson, toJson } from '../../../src/runtime/json/index.js';
import { messageOf } from '../../support/compile-schema.js';

const ORDER = messageOf(
  `<xs:element name="Order">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="id" type="xs:token"/>
        <xs:element name="amount" type="xs:decimal" minOccurs="0" nillable="true"/>
        <xs:element name="urgent" type="xs:boolean" default="true" minOccurs="0"/>
        <xs:element name="note" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
        <xs:choice minOccurs="0">
          <xs:element name="cash" type="xs:token"/>
          <xs:element name="card" type="xs:token"/>
        </xs:choice>
        <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
      </xs:sequence>
      <xs:attribute name="ref" type="xs:QName"/>
    </xs:complexType>
  </xs:element>`,
  'Order',
);

const OPEN = messageOf(
  `<xs:element name="Open">
    <xs:complexType>
      <xs:sequence>
        <xs:any namespace="##other" processContents="lax"/>
      </xs:sequence>
      <xs:anyAttribute namespace="##other" processContents="lax"/>
    </xs:complexType>
  </xs:element>`,
  'Open',
);

const SCALE = messageOf(
  `<xs:element name="Scale">
    <xs:complexType mixed="true">
      <xs:choice minOccurs="0" maxOccurs="unbounded">
        <xs:element name="b" type="xs:double"/>
        <xs:element name="i" type="xs:NMTOKENS"/>
      </xs:choice>
    </xs:complexType>
  </xs:element>`,
  'Scale',
);

const issuesOf = (text: string, message: Parameters<typeof fromJson>[0] = ORDER): readonly string[] =>
  fromJson(message, text).issues.map(
    ({ code, path, line, column, message: said }) => `${code} ${path} ${line}:${column} ${said}`,
  );

describe('what is understood', () => {
  test.each([
    ['{"id":"a","note":[]}', '{"id":"a","note":[]}'],
    ['{"note":[],"id":"a"}', '{"id":"a","note":[]}'],
    ['{"id":"a"}', '{"id":"a","note":[]}'],
    ['{"id":"a","amount":null}', '{"id":"a","amount":null,"note":[]}'],
    ['{"id":"a","amount":"00.10","urgent":false}', '{"id":"a","amount":"00.10","urgent":false,"note":[]}'],
    ['{"id":"a","note":["\\r\\n \\t","","x<&>]]>"]}', '{"id":"a","note":["\\r\\n \\t","","x<&>]]>"]}'],
    ['{"id":"\\u00e9\\ud83d\\ude00"}', '{"id":"é😀","note":[]}'],
    ['{"ref":"{urn:q}x","id":"a"}', '{"ref":"{urn:q}x","id":"a","note":[]}'],
    [' {"id" : "a", "cash":"c"}\n', '{"id":"a","note":[],"cash":"c"}'],
  ])('%s', (text, canonical) => {
    const result = fromJson(ORDER, text);
    expect(result.issues).toEqual([]);
    expect(toJson(ORDER, result.value)).toBe(canonical);
  });

  test('an element and attributes that the schema leaves open', () => {
    const open = '{"name":"{urn:o}x","attributes":{"{urn:p}y":"1"},"children":["t",{"name":"z"';
    const text = `{"any":${open},"attributes":{},"children":[]}]},"anyAttribute":{"{urn:p}k":"v"}}`;
    const result = fromJson(OPEN, text);
    expect(result.issues).toEqual([]);
    expect(result.value).toMatchObject(JSON.parse(text) as object);
  });

  test('mixed content', () => {
    const result = fromJson(
      SCALE,
      '{"content":["ab",{"name":"b","value":"-0"},{"name":"i","value":["x","y"]}]}',
    );
    expect(result.issues).toEqual([]);
    expect(toJson(SCALE, result.value)).toBe(
      '{"content":["ab",{"name":"b","value":"-0"},{"name":"i","value":["x","y"]}]}',
    );
  });
});

describe('what is refused, and where', () => {
  test.each([
    ['', 'VAL4002  1:1 the text ends here, a value expected'],
    ['{"id":"a",}', 'VAL4002  1:11 "}" found, the name of a member expected'],
    ['{"id":"a"\n "note":[]}', 'VAL4002  2:2 """ found, "," or "}" expected'],
    ['{"id" "a"}', 'VAL4002  1:7 """ found, ":" expected'],
    ['{"id":"a"} x', 'VAL4002  1:12 "x" found behind the value, the end of the text expected'],
    ['{"id":"a', 'VAL4002  1:7 the string that starts here does not end'],
    ['{"id":"a\\x"}', 'VAL4002  1:9 unknown escape in a string'],
    ['{"id":"😀\n"}', 'VAL4002  1:9 control character 10 in a string, \\u000a expected'],
    ['{"id":"a","id":"b"}', 'VAL4002  1:11 there are two members "id"'],
    ['{"id":01}', 'VAL4002  1:8 "1" found, "," or "}" expected'],
    ['{"id":NaN}', 'VAL4002  1:7 "N" found, a value expected'],
    ['['.repeat(100_000), 'VAL4002  1:2049 more than 2048 objects and arrays inside each other'],
    ['null', 'VAL4001  1:1 the value cannot be written as XML: '],
    ['{"id":"a","amuont":"1"}', 'VAL4001 /amuont 1:20 "amuont" has no meaning here'],
    ['{"id":"a","amount":1.5}', 'VAL4001 /amount 1:20 a number found, a text expected'],
    ['{"id":"a","urgent":"true"}', 'VAL4001 /urgent 1:20 a text found, true or false expected'],
    ['{"id":"a","urgent":""}', 'VAL4001 /urgent 1:20 a text found, true or false expected'],
    ['{"id":" a"}', 'VAL4001 /id 1:7 " a" would be read as "a"'],
    ['{"id":["a"]}', 'VAL4001 /id 1:7 an array found, a text expected'],
    ['{"id":"\\ud800"}', 'VAL4001 /id 1:7 "\\ud800" would be read as "\ufffd"'],
    ['{"id":"a","note":"xy"}', 'VAL4001 /note 1:18 a text found, an array expected'],
    ['{"id":"a","__proto__":{}}', 'VAL4001 /__proto__ 1:23 "__proto__" has no meaning here'],
    ['{"id":"a","amount":"x"}', 'VAL3002 /Order/amount 0:0 "x" is not'],
    ['{"id":"a","cash":"c","card":"d"}', 'VAL2001 /Order/card 0:0 '],
    ['{"note":[]}', 'VAL2002 /Order 0:0 '],
    [
      '{"id":"a","any":{"name":"{urn:o}x y=\'1\'","attributes":{},"children":[]}}',
      'VAL4001 /any/name 1:25 "{urn:o}x y=\'1\'" would be read as "{urn:o}x"',
    ],
  ])('%s', (text, expected) => {
    const [first = ''] = issuesOf(text);
    expect(first.slice(0, expected.length)).toBe(expected);
    expect(fromJson(ORDER, text).ok).toBe(false);
  });

  test.each([
    [
      '{"content":["a",{"name":"c","value":"1"}]}',
      'VAL4001 /content 1:12 2 items found, which would be read as 1',
    ],
    [
      '{"content":[{"name":"i","value":["x y"]}]}',
      'VAL4001 /content/0/value/0 1:34 "x y" would be read as "x"',
    ],
  ])('%s', (text, expected) => {
    expect(issuesOf(text, SCALE)[0]?.slice(0, expected.length)).toBe(expected);
  });
});

test('numbers that JSON cannot write', () => {
  const values = [Infinity, -Infinity, NaN, -0, 0, 1e21, 0.1];
  expect(toJson(SCALE, { list: values })).toBe('{"list":["INF","-INF","NaN","-0",0,1e+21,0.1]}');
});
