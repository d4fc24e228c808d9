import { describe, expect, test } from 'vitest';
import { invalidSamples, readInvalidSamples } from '../../../src/samples/invalid/invalid-samples.js';
import { elementOf, schemaOfText } from './schema-of-text.js';

const SCHEMA = schemaOfText(`
  <x:element name="r">
    <x:complexType>
      <x:sequence>
        <x:element name="name" type="t:Name"/>
        <x:element name="count" type="t:Count" nillable="true"/>
        <x:element name="when" type="x:dateTime" minOccurs="2" maxOccurs="2"/>
        <x:element name="unit" type="x:string" fixed="kWh"/>
        <x:element name="shape" type="t:Shape"/>
        <x:element ref="t:head"/>
        <x:element name="empty"><x:complexType/></x:element>
        <x:element name="item" minOccurs="2" maxOccurs="4">
          <x:complexType>
            <x:attribute name="id" type="x:ID" use="required"/>
            <x:attribute name="to" type="x:IDREF" use="required"/>
            <x:attribute name="no" type="x:int" use="required"/>
          </x:complexType>
        </x:element>
      </x:sequence>
    </x:complexType>
    <x:key name="numbers"><x:selector xpath="t:item"/><x:field xpath="@no"/></x:key>
  </x:element>
  <x:simpleType name="Name"><x:restriction base="x:string"><x:pattern value="[A-Z][a-z]+"/></x:restriction></x:simpleType>
  <x:simpleType name="Count"><x:restriction base="x:int"><x:minInclusive value="1"/><x:maxExclusive value="100"/></x:restriction></x:simpleType>
  <x:complexType name="Shape" abstract="true"/>
  <x:complexType name="Circle">
    <x:complexContent><x:extension base="t:Shape"><x:attribute name="r" type="x:decimal"/></x:extension></x:complexContent>
  </x:complexType>
  <x:element name="head" abstract="true"/>
  <x:element name="member" substitutionGroup="t:head" type="x:boolean"/>
`);

const samples = invalidSamples(SCHEMA, elementOf('r'), { seed: 1, count: 60 });

describe('invalid samples', () => {
  test('break each rule that the schema knows', () => {
    expect([...new Set(samples.map(({ rule }) => rule))].sort()).toMatchInlineSnapshot(`
      [
        "cvc-complex-type.2.1",
        "cvc-complex-type.2.3",
        "cvc-complex-type.2.4.a",
        "cvc-complex-type.2.4.b",
        "cvc-complex-type.3.2.2",
        "cvc-complex-type.4",
        "cvc-datatype-valid.1.2.1",
        "cvc-elt.1",
        "cvc-elt.2",
        "cvc-elt.3.1",
        "cvc-elt.3.2.1",
        "cvc-elt.4.2",
        "cvc-elt.4.3",
        "cvc-elt.5.2.2.2.2",
        "cvc-id.1",
        "cvc-id.2",
        "cvc-identity-constraint.4.2.2",
        "cvc-maxExclusive-valid",
        "cvc-maxInclusive-valid",
        "cvc-minInclusive-valid",
        "cvc-pattern-valid",
        "cvc-type.2",
        "cvc-type.3.1.1",
        "cvc-type.3.1.2",
      ]
    `);
  });

  test('say where and what', () => {
    const byRule = (rule: string) => samples.find((sample) => sample.rule === rule);
    expect(byRule('cvc-elt.5.2.2.2.2')).toMatchObject({ path: '/r/unit' });
    expect(byRule('cvc-elt.5.2.2.2.2')?.breaks).toMatch(
      /^the element \{urn:t\}unit is ".*", but the schema fixes it as "kWh"$/,
    );
    expect(byRule('cvc-identity-constraint.4.2.2')?.path).toMatch(/^\/r\/item(?:\[\d\])?$/);
    expect(byRule('cvc-id.1')?.path).toMatch(/^\/r\/item(?:\[\d\])?\/@to$/);
    expect(byRule('cvc-type.2')).toMatchObject({
      path: '/r/shape',
      breaks: 'the type of {urn:t}shape is abstract, and xsi:type names no other',
    });
  });

  test('are all different and the same for the same seed', () => {
    expect(new Set(samples.map(({ xml }) => xml)).size).toBe(samples.length);
    expect(invalidSamples(SCHEMA, elementOf('r'), { seed: 1, count: 60 })).toEqual(samples);
    expect(invalidSamples(SCHEMA, elementOf('r'), { seed: 2, count: 60 })).not.toEqual(samples);
  });

  test('break different rules first', () => {
    const few = invalidSamples(SCHEMA, elementOf('r'), { seed: 1, count: 8 });
    expect(few).toHaveLength(8);
    expect(new Set(few.map(({ rule }) => rule)).size).toBeGreaterThan(5);
  });

  test('a schema that can be broken in few ways says so', () => {
    const tiny = schemaOfText('<x:element name="r"/>');
    const { value, diagnostics } = readInvalidSamples(tiny, elementOf('r'), { seed: 1, count: 50 });
    expect(value.map(({ rule }) => rule)).toContain('cvc-elt.1');
    expect(diagnostics.map(({ code }) => code)).toEqual(['SMP1006']);
  });
});
