import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { schemaOf } from '../support/compile-schema.js';
import { judgesOf } from '../support/json-agreement.js';

/*
 * Our JSON Schemas beside those of xsd2jsonschema (draft 7), on the constructs that it converts rightly: the same verdict on
 * the same JSON, but for the differences that are listed with their reasons.
 */
const NUMBERS = 'numbers are JSON numbers there, and exact texts here';
const CLOSED = 'objects are open there';
const LISTS = 'a list of one may stand without its array there';

const BODIES = {
  sequence: `<xs:element name="A" type="T"/><xs:complexType name="T"><xs:sequence>
    <xs:element name="x" type="xs:string"/><xs:element name="y" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType>`,
  list: `<xs:element name="A" type="T"/><xs:complexType name="T"><xs:sequence>
    <xs:element name="x" type="E" maxOccurs="2"/>
  </xs:sequence></xs:complexType>
  <xs:simpleType name="E"><xs:restriction base="xs:string"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType>`,
  nested: `<xs:element name="A" type="T"/><xs:complexType name="T"><xs:sequence><xs:element name="u" type="U"/></xs:sequence></xs:complexType>
    <xs:complexType name="U"><xs:sequence><xs:element name="b" type="xs:boolean"/></xs:sequence></xs:complexType>`,
  values: `<xs:element name="A" type="T"/><xs:complexType name="T"><xs:sequence>
    <xs:element name="e" type="E" minOccurs="0"/><xs:element name="l" type="L" minOccurs="0"/><xs:element name="n" type="xs:int" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:simpleType name="E"><xs:restriction base="xs:string"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="L"><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="3"/></xs:restriction></xs:simpleType>`,
} as const;

type Case = readonly [body: keyof typeof BODIES, value: unknown, isValid: boolean, difference?: string];

const CASES: readonly Case[] = [
  ['sequence', { x: 'a' }, true],
  ['sequence', { x: 'a', y: 'b' }, true],
  ['sequence', { y: 'b' }, false],
  ['sequence', { x: 1 }, false],
  ['sequence', { x: null }, false],
  ['sequence', 'a', false],
  ['sequence', { x: 'a', z: 'c' }, false, CLOSED],
  ['list', { x: ['a', 'b'] }, true],
  ['list', { x: ['a', 'b', 'a'] }, false],
  ['list', { x: ['a', 'c'] }, false],
  ['list', { x: 'a' }, false, LISTS],
  ['nested', { u: { b: true } }, true],
  ['nested', { u: {} }, false],
  ['nested', { u: { b: 'yes' } }, false],
  ['values', { e: 'a', l: 'xyz' }, true],
  ['values', { e: 'c' }, false],
  ['values', { l: 'x' }, false],
  ['values', { l: 'wxyz' }, false],
  ['values', { n: '5' }, true, NUMBERS],
  ['values', { n: 5 }, false, NUMBERS],
];

const ROWS = CASES.map(([body, value, isValid, difference]) => ({ body, value, isValid, difference }));

test.each(ROWS)('$body: $value', ({ body, value, isValid, difference }) => {
  const schema = schemaOf(BODIES[body]);
  const [element] = [...schema.elements.values()].filter(({ name }) => name.localName === 'A');
  const ours = element === undefined ? undefined : judgesOf(schema, loadCodec(schema))(element.id);
  expect(ours?.(value), JSON.stringify(ours?.errors)).toBe(isValid);
  expect(theirs(BODIES[body])({ A: value })).toBe(isValid === (difference === undefined));
});

function theirs(body: string): (value: unknown) => boolean {
  const { Xsd2JsonSchema } = createRequire(import.meta.url)('xsd2jsonschema') as {
    readonly Xsd2JsonSchema: new () => {
      processAllSchemas(input: object): Readonly<Record<string, { getJsonSchema(): object }>>;
    };
  };
  const text = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:s" targetNamespace="urn:s"
    elementFormDefault="qualified">${body}</xs:schema>`;
  const converted = new Xsd2JsonSchema().processAllSchemas({ schemas: { 's.xsd': text } })['s.xsd'];
  if (converted === undefined) throw new Error('nothing was converted');
  const judge = new Ajv({ strict: false }).compile(converted.getJsonSchema());
  return (value) => judge(value);
}
