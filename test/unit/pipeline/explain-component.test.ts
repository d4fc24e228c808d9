import { describe, expect, test } from 'vitest';
import { explainComponent } from '../../../src/pipeline/explain/explain-component.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';

const SCHEMA = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:m" targetNamespace="urn:m" elementFormDefault="qualified">
  <xs:element name="Order" type="Order"><xs:key name="k"><xs:selector xpath="item"/><xs:field xpath="@id"/></xs:key></xs:element>
  <xs:complexType name="Order">
    <xs:annotation><xs:documentation>What is
      ordered.</xs:documentation></xs:annotation>
    <xs:sequence>
      <xs:element name="item" type="xs:int" maxOccurs="unbounded"/>
      <xs:choice minOccurs="0"><xs:element name="a" type="Code"/><xs:any namespace="##other" processContents="lax"/></xs:choice>
    </xs:sequence>
    <xs:attribute name="id" type="xs:string" use="required"/>
  </xs:complexType>
  <xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:maxLength value="3"/><xs:enumeration value="x"/></xs:restriction></xs:simpleType>
</xs:schema>`;

const explain = async (component: string) => {
  const { value } = await explainComponent({
    entries: ['file:///order.xsd'],
    host: memorySourceHost({ 'file:///order.xsd': SCHEMA }),
    project: undefined,
    component,
  });
  return value;
};

const sectionsOf = async (component: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await explain(component)).found[0]?.sections.map(({ title, body }) => [title, body]) ?? [],
  );

describe('explaining a component', () => {
  test.each([
    ['Order', ['element:{urn:m}Order', 'type:{urn:m}Order']],
    ['{urn:m}Code', ['type:{urn:m}Code']],
    ['type:{urn:m}Order', ['type:{urn:m}Order']],
    ['item', ['type:{urn:m}Order/element({urn:m}item)']],
    ['type:{http://www.w3.org/2001/XMLSchema}int', ['type:{http://www.w3.org/2001/XMLSchema}int']],
    ['Odrer', []],
  ])('%s', async (wanted, found) => {
    expect((await explain(wanted)).found.map(({ component }) => component)).toEqual(found);
  });

  test('knows the nearest name', async () => expect((await explain('Odrer')).nearest).toBe('Order'));

  test('shows place, documentation, content, attributes and TypeScript of a complex type', async () => {
    const sections = await sectionsOf('type:{urn:m}Order');
    expect(sections['declared']).toMatch(/order\.xsd:3:3$/u);
    expect(sections['documentation']).toBe('What is ordered.');
    expect(sections['content model']).toBe(
      [
        'sequence',
        '  element item: xs:int  1..unbounded',
        '  choice  0..1',
        '    element a: Code',
        '    any element of any namespace but urn:m, lax',
      ].join('\n'),
    );
    expect(sections['attributes']).toBe('id: xs:string, required');
    expect(sections['used by']).toBe('element:{urn:m}Order');
    expect(sections['TypeScript']).toMatch(/types\.ts\n\n\/\*\*[^]*export [^]*Order[^]*[;}]$/u);
  });

  test('shows facets and identity constraints', async () => {
    expect((await sectionsOf('Code'))['derivation']).toBe('restricts xs:string: maxLength 3, one of "x"');
    expect((await sectionsOf('element:{urn:m}Order'))['identity constraints']).toBe('key k: item by @id');
  });
});
