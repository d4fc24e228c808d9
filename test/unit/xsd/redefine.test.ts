import { describe, expect, test } from 'vitest';
import { componentId, type ComponentId, nestedId } from '../../../src/model/schema/index.js';
import { link, schemaText } from './schema-source.js';

const base = schemaText(`
  <xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
  <xs:complexType name="T"><xs:sequence><xs:element name="a" type="t:S"/><xs:element name="again" type="t:T" minOccurs="0"/></xs:sequence></xs:complexType>
  <xs:group name="G"><xs:sequence><xs:element name="g"/></xs:sequence></xs:group>
  <xs:attributeGroup name="A"><xs:attribute name="x"/><xs:attribute name="y"/></xs:attributeGroup>`);

const redefining = (body: string): ReturnType<typeof link> =>
  link(
    {
      'top.xsd': schemaText(`<xs:redefine schemaLocation="base.xsd">${body}</xs:redefine>`),
      'base.xsd': base,
    },
    ['top.xsd'],
  );

const id = (localName: string, space: 'type' | 'group' | 'attributeGroup' = 'type'): ComponentId =>
  componentId(space, { namespace: 'urn:t', localName });

describe('redefine', () => {
  test('a type is derived from what it replaces, and every other reference means the new one', () => {
    const { schema, rules } = redefining(`
      <xs:simpleType name="S"><xs:restriction base="t:S"><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
      <xs:complexType name="T"><xs:complexContent><xs:extension base="t:T"><xs:sequence><xs:element name="b" type="t:T"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`);
    expect(rules).toEqual([]);
    const original = nestedId(id('T'), 'redefined()');
    expect(schema.types.get(id('S'))).toMatchObject({
      baseType: `${id('S')}/redefined()`,
      name: { localName: 'S' },
    });
    expect(schema.types.get(id('T'))).toMatchObject({ baseType: original, derivationMethod: 'extension' });
    expect(schema.types.get(original)).not.toHaveProperty('name');
    const inTypes = [...schema.elements.values()].filter(({ id }) => id.startsWith('type:'));
    const types = inTypes.map((element) => [element.id, element.type]);
    expect(types).toEqual([
      [`${id('T')}/element(b)`, id('T')],
      [`${original}/element(a)`, id('S')],
      [`${original}/element(again)`, id('T')],
    ]);
  });

  test('groups hold what they replace, or restrict it', () => {
    const { schema, rules } = redefining(`
      <xs:group name="G"><xs:sequence><xs:group ref="t:G"/><xs:element name="h"/></xs:sequence></xs:group>
      <xs:attributeGroup name="A"><xs:attribute name="x" use="required"/></xs:attributeGroup>`);
    expect(rules).toEqual([]);
    const group = schema.modelGroups.get(id('G', 'group'));
    expect(group).not.toHaveProperty('restricts');
    expect(group?.modelGroup.particles[0]?.term).toMatchObject({
      kind: 'model-group',
      definition: `${id('G', 'group')}/redefined()`,
    });
    expect(schema.attributeGroups.get(id('A', 'attributeGroup'))).toMatchObject({
      restricts: `${id('A', 'attributeGroup')}/redefined()`,
    });
  });

  test('redefinitions may be stacked', () => {
    const step = (value: number, of: string): string =>
      schemaText(
        `<xs:redefine schemaLocation="${of}"><xs:simpleType name="S"><xs:restriction base="t:S"><xs:maxLength value="${value}"/></xs:restriction></xs:simpleType></xs:redefine>`,
      );
    const files = { 'top.xsd': step(3, 'mid.xsd'), 'mid.xsd': step(6, 'base.xsd'), 'base.xsd': base };
    const { schema, rules } = link(files, ['top.xsd']);
    expect(rules).toEqual([]);
    const lengths: (string | undefined)[] = [];
    for (let at: ComponentId | undefined = id('S'); at !== undefined;) {
      const type = schema.types.get(at);
      if (type?.kind !== 'simple-type' || !at.includes('urn:t')) break;
      lengths.push(type.facets[0]?.value);
      at = type.baseType;
    }
    expect(lengths).toEqual(['3', '6', '9']);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'a type that is not derived from itself',
      '<xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType>',
      ['src-redefine.5'],
    ],
    ['a list', '<xs:simpleType name="S"><xs:list itemType="t:S"/></xs:simpleType>', ['src-redefine.5']],
    ['what does not exist', '<xs:group name="H"><xs:sequence/></xs:group>', ['src-redefine']],
    [
      'a group that holds itself twice',
      '<xs:group name="G"><xs:choice><xs:group ref="t:G"/><xs:group ref="t:G"/></xs:choice></xs:group>',
      ['src-redefine.6.1.1'],
    ],
    [
      'a group that holds itself many times',
      '<xs:group name="G"><xs:sequence><xs:group ref="t:G" maxOccurs="2"/></xs:sequence></xs:group>',
      ['src-redefine.6.1.2'],
    ],
    [
      'an attribute group that holds itself twice',
      '<xs:attributeGroup name="A"><xs:attributeGroup ref="t:A"/><xs:attributeGroup ref="t:A"/></xs:attributeGroup>',
      ['src-redefine.7.1'],
    ],
    [
      'one component twice',
      '<xs:group name="G"><xs:sequence><xs:group ref="t:G"/></xs:sequence></xs:group><xs:group name="G"><xs:sequence><xs:group ref="t:G"/></xs:sequence></xs:group>',
      ['sch-props-correct.2'],
    ],
  ])('%s', (_, body, expected) => {
    expect(redefining(body).rules).toEqual(expected);
  });
});
