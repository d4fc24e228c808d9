import { describe, expect, test } from 'vitest';
import { loadCodec } from '../../../src/pipeline/load-codec.js';
import { loadModel } from '../../../src/pipeline/load-model.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import type { Issue } from '../../../src/runtime/issue/issue.js';

const SCHEMA = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Batch">
    <xs:sequence>
      <xs:element name="head" minOccurs="0" maxOccurs="2"/>
      <xs:element name="item" maxOccurs="unbounded">
        <xs:complexType>
          <xs:sequence><xs:element name="text" type="xs:string"/></xs:sequence>
          <xs:attribute name="id" type="xs:ID"/>
          <xs:attribute name="next" type="xs:IDREF"/>
        </xs:complexType>
      </xs:element>
    </xs:sequence>
    <xs:attribute name="count" type="xs:int" use="required"/>
    <xs:attribute name="kind" type="xs:token" fixed="plain"/>
  </xs:complexType>
  <xs:complexType name="LargeBatch">
    <xs:complexContent>
      <xs:extension base="Batch"><xs:sequence><xs:element name="tail"/></xs:sequence></xs:extension>
    </xs:complexContent>
  </xs:complexType>
  <xs:element name="batch" type="Batch" nillable="true">
    <xs:unique name="ids"><xs:selector xpath="item"/><xs:field xpath="text"/></xs:unique>
  </xs:element>
</xs:schema>`;

const host = memorySourceHost({ 'batch.xsd': SCHEMA });
const { schema } = (await loadModel([host.resolve('batch.xsd', '')], host)).value;
const batch = loadCodec(schema).messages.get('batch');

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const item = (id: string, text: string): string => `<item id="${id}"><text>${text}</text></item>`;

describe('an element on the way to records is validated like any other', () => {
  test.each([
    ['a valid one', `<batch count="2">${item('a', 'x')}${item('b', 'y')}</batch>`, []],
    ['a required attribute is missing', `<batch>${item('a', 'x')}</batch>`, ['cvc-complex-type.4']],
    ['an attribute is not valid', `<batch count="x">${item('a', 'x')}</batch>`, ['cvc-datatype-valid.1.2.1']],
    ['a fixed value differs', `<batch count="1" kind="odd">${item('a', 'x')}</batch>`, ['cvc-au']],
    [
      'an attribute is unknown',
      `<batch count="1" x="">${item('a', 'x')}</batch>`,
      ['cvc-complex-type.3.2.2'],
    ],
    [
      'too many of a child',
      `<batch count="1"><head/><head/><head/>${item('a', 'x')}</batch>`,
      ['cvc-complex-type.2.4.a'],
    ],
    ['records have the same ID', `<batch count="2">${item('a', 'x')}${item('a', 'y')}</batch>`, ['cvc-id.2']],
    [
      'records break a constraint',
      `<batch count="2">${item('a', 'x')}${item('b', 'x')}</batch>`,
      ['cvc-identity-constraint.4.1'],
    ],
    [
      'a record out of place',
      `<batch count="1">${item('a', 'x')}<head/>${item('b', 'y')}</batch>`,
      ['cvc-complex-type.2.4.a'],
    ],
    [
      'children of a record out of place',
      `<batch count="1"><item><x><text>z</text></x><text>a</text></item></batch>`,
      ['cvc-complex-type.2.4.a'],
    ],
    [
      'prefixes are declared deep inside',
      `<batch count="1"><item><text ${XSI} xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:string">a</text></item></batch>`,
      [],
    ],
    ['nil', `<batch ${XSI} xsi:nil="true" count="1"/>`, []],
    ['nil with content', `<batch ${XSI} xsi:nil="true" count="1">text</batch>`, ['cvc-elt.3.2.1']],
    [
      'a type that does not exist',
      `<batch ${XSI} xsi:type="No" count="1">${item('a', 'x')}</batch>`,
      ['cvc-elt.4.2'],
    ],
    [
      'a derived type',
      `<batch ${XSI} xsi:type="LargeBatch" count="1">${item('a', 'x')}<tail/></batch>`,
      ['stream'],
    ],
  ] as const)('%s', async (_title, document, rules) => {
    for (const size of [1, 7, 64, 4096]) {
      const issues: Issue[] = [];
      const stream = batch?.stream(windows(document, size), {
        record: 'item',
        onIssue: (issue) => issues.push(issue),
      });
      const count = await stream?.forEach(() => undefined);
      expect(issues.map(({ rule }) => rule)).toEqual(rules);
      const isWhole = document.includes('nil=') || document.includes('LargeBatch');
      expect(count).toBe(isWhole ? 0 : document.split('<item').length - 1);
      const whole = batch?.validate(document).issues.map(({ rule }) => rule) ?? [];
      expect(rules.filter((rule) => rule !== 'stream')).toEqual(whole);
    }
  });
});

test.each(['unbounded', '9'])(
  'the identity constraints of an element between root and record are watched, records up to %s',
  async (most) => {
    const nested = memorySourceHost({
      'nested.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
      <xs:element name="b"><xs:complexType><xs:sequence><xs:element name="c" maxOccurs="${most}" type="xs:int"/></xs:sequence></xs:complexType>
      <xs:key name="k"><xs:selector xpath="c"/><xs:field xpath="."/></xs:key></xs:element>
    </xs:sequence></xs:complexType></xs:element></xs:schema>`,
    });
    const model = (await loadModel([nested.resolve('nested.xsd', '')], nested)).value;
    const message = loadCodec(model.schema, { a: ['b/c'] }).messages.get('a');
    const rulesOf = async (document: string): Promise<readonly string[]> => {
      const rules: string[] = [];
      const stream = message?.stream(windows(document, 5), {
        record: 'b/c',
        onIssue: ({ rule }) => rules.push(rule),
      });
      expect(await stream?.forEach(() => undefined)).toBe(2);
      return rules;
    };
    expect(await rulesOf('<a><b><c>1</c><c>2</c></b></a>')).toEqual([]);
    expect(await rulesOf('<a><b><c>1</c><c>01</c></b></a>')).toEqual(['cvc-identity-constraint.4.2.2']);
  },
);

async function* windows(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
