import { describe, expect, test } from 'vitest';
import {
  type AttributeUse,
  type ComplexType,
  componentId,
  type ComponentId,
  type Particle,
  type Schema,
} from '../../../src/model/schema/index.js';
import { link, type Linked, linkBody, schemaText } from './schema-source.js';

const id = (space: 'type' | 'element' | 'attribute', localName: string): ComponentId =>
  componentId(space, { namespace: 'urn:t', localName });

function complexType({ schema }: Linked, localName = 'T'): ComplexType {
  const type = schema.types.get(id('type', localName));
  if (type?.kind !== 'complex-type') throw new Error(`no complex type ${localName}`);
  return type;
}

/** A particle as text: `(a, b | c)[0..2]`; elements and wildcards by name. */
function show(schema: Schema, particle: Particle | undefined): string {
  if (particle === undefined) return '-';
  const { term, minOccurs, maxOccurs } = particle;
  const occurs = minOccurs === 1 && maxOccurs === 1 ? '' : `[${minOccurs}..${maxOccurs}]`;
  switch (term.kind) {
    case 'element-declaration-ref':
      return `${schema.elements.get(term.element)?.name.localName ?? '?'}${occurs}`;
    case 'wildcard':
      return `${JSON.stringify(term.namespaceConstraint)}${occurs}`;
    case 'model-group': {
      const separator = { sequence: ', ', choice: ' | ', all: ' & ' }[term.compositor];
      return `(${term.particles.map((child) => show(schema, child)).join(separator)})${occurs}`;
    }
  }
}

const contentOf = (linked: Linked, localName = 'T'): string => {
  const { contentType } = complexType(linked, localName);
  if (contentType.kind === 'simple') return `simple ${contentType.type}`;
  return 'particle' in contentType
    ? `${contentType.kind} ${show(linked.schema, contentType.particle)}`
    : contentType.kind;
};

const usesOf = ({ schema }: Linked, uses: readonly AttributeUse[]): string =>
  uses
    .map(
      ({ attribute, required }) =>
        `${schema.attributes.get(attribute)?.name.localName ?? '?'}${required ? '!' : ''}`,
    )
    .join(' ');

const T = (content: string, attributes = ''): string =>
  `<xs:complexType name="T" ${attributes}>${content}</xs:complexType>`;
const B = (content: string, attributes = ''): string =>
  `<xs:complexType name="B" ${attributes}>${content}</xs:complexType>`;
const derived = (method: string, content: string, attributes = ''): string =>
  `<xs:complexContent ${attributes}><xs:${method} base="t:B">${content}</xs:${method}></xs:complexContent>`;
const sequence = (...names: readonly string[]): string =>
  `<xs:sequence>${names.map((name) => `<xs:element name="${name}"/>`).join('')}</xs:sequence>`;

describe('effective content (3.4.2)', () => {
  test.each<[string, string, string]>([
    ['nothing', T(''), 'empty'],
    ['an empty sequence', T('<xs:sequence/>'), 'empty'],
    ['a choice of nothing that must occur', T('<xs:choice/>'), 'element-only ()'],
    ['a choice of nothing that may occur', T('<xs:choice minOccurs="0"/>'), 'empty'],
    [
      'a sequence that cannot occur',
      T('<xs:sequence minOccurs="0" maxOccurs="0"><xs:element name="a"/></xs:sequence>'),
      'empty',
    ],
    ['mixed without elements', T('', 'mixed="true"'), 'mixed'],
    [
      'elements that cannot occur',
      T(
        '<xs:sequence><xs:element name="a" minOccurs="0" maxOccurs="0"/><xs:element name="b"/></xs:sequence>',
      ),
      'element-only (b)',
    ],
    ['an extension', B(sequence('a')) + T(derived('extension', sequence('b'))), 'element-only ((a), (b))'],
    [
      'an extension that adds nothing',
      B(sequence('a'), 'mixed="true"') + T(derived('extension', '')),
      'mixed (a)',
    ],
    ['an extension of nothing', B('') + T(derived('extension', sequence('b'))), 'element-only (b)'],
    [
      'a mixed extension without elements',
      B(sequence('a'), 'mixed="true"') + T(derived('extension', '', 'mixed="true"')),
      'mixed (a)',
    ],
    [
      'mixed of complexContent before mixed of complexType',
      T(
        '<xs:complexContent mixed="false"><xs:restriction base="xs:anyType"/></xs:complexContent>',
        'mixed="true"',
      ),
      'empty',
    ],
    ['a restriction', B(sequence('a', 'b')) + T(derived('restriction', sequence('a'))), 'element-only (a)'],
    [
      'a group in place',
      `<xs:group name="G"><xs:choice><xs:element name="a"/><xs:any namespace="##other" minOccurs="0"/></xs:choice></xs:group>${T('<xs:group ref="t:G" maxOccurs="unbounded"/>')}`,
      'element-only (a | {"kind":"not","namespace":"urn:t"}[0..1])[1..unbounded]',
    ],
    [
      'simple content by extension',
      T('<xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent>'),
      'simple type:{http://www.w3.org/2001/XMLSchema}int',
    ],
    [
      'simple content that is restricted',
      B('<xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent>') +
        T(
          '<xs:simpleContent><xs:restriction base="t:B"><xs:minInclusive value="1"/></xs:restriction></xs:simpleContent>',
        ),
      'simple type:{urn:t}T/content()',
    ],
    [
      'simple content instead of mixed',
      B('', 'mixed="true"') +
        T(
          '<xs:simpleContent><xs:restriction base="t:B"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:restriction></xs:simpleContent>',
        ),
      'simple type:{urn:t}T/content()',
    ],
  ])('%s', (_, body, expected) => {
    const linked = linkBody(body);
    expect(linked.rules).toEqual([]);
    expect(contentOf(linked)).toBe(expected);
  });

  test('a restriction by facets derives an anonymous simple type, with the type inside as its base', () => {
    const { schema, rules } = linkBody(
      B('<xs:simpleContent><xs:extension base="xs:string"/></xs:simpleContent>') +
        T(
          '<xs:simpleContent><xs:restriction base="t:B"><xs:simpleType><xs:restriction base="xs:token"/></xs:simpleType><xs:length value="2"/></xs:restriction></xs:simpleContent>',
        ),
    );
    expect(rules).toEqual([]);
    const content = [...schema.types.values()].find((type) => type.id.endsWith('T/content()'));
    expect(content).toMatchObject({
      kind: 'simple-type',
      baseType: 'type:{urn:t}T/content()/type()',
      variety: { kind: 'atomic', primitive: 'type:{http://www.w3.org/2001/XMLSchema}string' },
      facets: [{ kind: 'length', value: '2' }],
    });
  });

  test('what an extension adds is at hand', () => {
    const linked = linkBody(B(sequence('a')) + T(derived('extension', sequence('b'))));
    expect(show(linked.schema, complexType(linked).ownParticle)).toBe('(b)');
    expect(complexType(linked, 'B').ownParticle).toBeUndefined();
  });
});

describe('effective attributes (3.4.2)', () => {
  const groups = `<xs:attributeGroup name="G"><xs:attributeGroup ref="t:H"/><xs:attribute name="g"/></xs:attributeGroup>
    <xs:attributeGroup name="H"><xs:attribute name="h"/></xs:attributeGroup>`;
  const ofBase = B('<xs:attribute name="a"/><xs:attribute name="b"/><xs:attribute name="c" use="required"/>');

  test.each<[string, string, string]>([
    [
      'groups, one of them twice',
      groups + T('<xs:attribute name="a"/><xs:attributeGroup ref="t:G"/><xs:attributeGroup ref="t:H"/>'),
      'a h g',
    ],
    ['an extension: base first', ofBase + T(derived('extension', '<xs:attribute name="d"/>')), 'a b c! d'],
    [
      'a restriction: restated in place, prohibited gone',
      ofBase +
        T(
          derived(
            'restriction',
            '<xs:attribute name="d"/><xs:attribute name="b" use="prohibited"/><xs:attribute name="a" use="required"/>',
          ),
        ),
      'a! c! d',
    ],
  ])('%s', (_, body, expected) => {
    const linked = linkBody(body);
    expect(linked.rules).toEqual([]);
    expect(usesOf(linked, complexType(linked).attributeUses)).toBe(expected);
  });

  test('what is prohibited is on record', () => {
    const linked = linkBody(ofBase + T(derived('restriction', '<xs:attribute name="b" use="prohibited"/>')));
    expect(complexType(linked).prohibitedAttributes?.map(({ name }) => name.localName)).toEqual(['b']);
  });

  const any = (namespace: string, processContents = 'strict'): string =>
    `<xs:anyAttribute namespace="${namespace}" processContents="${processContents}"/>`;
  const W = (namespace: string): string =>
    `<xs:attributeGroup name="W">${any(namespace, 'skip')}</xs:attributeGroup>`;

  test.each<[string, string, unknown, string]>([
    [
      'one group: its own processContents',
      W('##any') + T('<xs:attributeGroup ref="t:W"/>'),
      { kind: 'any' },
      'skip',
    ],
    [
      'intersection with a group',
      W('urn:a urn:b') + T(`<xs:attributeGroup ref="t:W"/>${any('urn:b urn:c', 'lax')}`),
      { kind: 'enumeration', namespaces: ['urn:b'] },
      'lax',
    ],
    [
      'union in an extension',
      B(any('urn:a')) + T(derived('extension', any('##targetNamespace', 'lax'))),
      { kind: 'enumeration', namespaces: ['urn:a', 'urn:t'] },
      'lax',
    ],
    [
      'inherited by an extension',
      B(any('##other')) + T(derived('extension', '')),
      { kind: 'not', namespace: 'urn:t' },
      'strict',
    ],
  ])('wildcard: %s', (_, body, constraint, processContents) => {
    const linked = linkBody(body);
    expect(linked.rules).toEqual([]);
    expect(complexType(linked).attributeWildcard).toMatchObject({
      namespaceConstraint: constraint,
      processContents,
    });
  });

  test('a restriction inherits no wildcard', () => {
    const linked = linkBody(B(any('##any')) + T(derived('restriction', '')));
    expect(complexType(linked).attributeWildcard).toBeUndefined();
  });
});

describe('elements', () => {
  test('ids are paths, a second one of the same name is counted, anonymous types are nested', () => {
    const { schema } = linkBody(
      `<xs:element name="E"><xs:complexType><xs:sequence><xs:element name="i"/><xs:element name="j"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element><xs:element name="i" type="xs:int" form="qualified"/><xs:element name="i"/></xs:sequence></xs:complexType></xs:element>`,
    );
    expect([...schema.elements.keys()]).toEqual([
      'element:{urn:t}E',
      'element:{urn:t}E/type()/element(i)',
      'element:{urn:t}E/type()/element(i)[2]',
      'element:{urn:t}E/type()/element(j)',
      'element:{urn:t}E/type()/element({urn:t}i)',
    ]);
    expect(
      schema.types.has(
        componentId('element', { namespace: 'urn:t', localName: 'E/type()/element(j)/type()' }),
      ),
    ).toBe(true);
  });

  test('the type of a member is that of its head, over several steps', () => {
    const { schema, rules } = linkBody(
      '<xs:element name="a" substitutionGroup="t:b"/><xs:element name="b" substitutionGroup="t:c"/><xs:element name="c" type="xs:int"/><xs:element name="d"/>',
    );
    expect(rules).toEqual([]);
    expect([...schema.elements.values()].map(({ type }) => type.replace(/.*\}/, ''))).toEqual([
      'int',
      'int',
      'int',
      'anyType',
    ]);
    expect(schema.elements.get(id('element', 'a'))?.substitutionGroup).toBe('element:{urn:t}b');
  });

  test('defaults of the document: block, final, form', () => {
    const { schema } = linkBody(
      `<xs:element name="E"/><xs:element name="F" block="" final="restriction"/>${T(sequence('e'))}<xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType>`,
      'targetNamespace="urn:t" blockDefault="#all" finalDefault="extension list" elementFormDefault="qualified"',
    );
    expect(schema.elements.get(id('element', 'E'))).toMatchObject({
      disallowedSubstitutions: ['extension', 'restriction', 'substitution'],
      substitutionGroupExclusions: ['extension'],
    });
    expect(schema.elements.get(id('element', 'F'))).toMatchObject({
      disallowedSubstitutions: [],
      substitutionGroupExclusions: ['restriction'],
    });
    expect(schema.types.get(id('type', 'T'))).toMatchObject({
      prohibitedSubstitutions: ['extension', 'restriction'],
      final: ['extension'],
    });
    expect(schema.types.get(id('type', 'S'))).toMatchObject({ final: ['extension', 'list'] });
    expect([...schema.elements.keys()]).toContain('type:{urn:t}T/element({urn:t}e)');
  });

  test('identity constraints: paths, and the key that a keyref means', () => {
    const { schema, rules } = linkBody(
      `<xs:element name="E"><xs:complexType><xs:sequence><xs:element name="x"/></xs:sequence></xs:complexType>
        <xs:keyref name="R" refer="t:K"><xs:selector xpath=".//t:a/*"/><xs:field xpath="b/@t:c"/></xs:keyref>
        <xs:key name="K"><xs:selector xpath="a|t:*"/><xs:field xpath="."/></xs:key></xs:element>`,
    );
    expect(rules).toEqual([]);
    const [key, keyref] = [...schema.identityConstraints.values()];
    expect(keyref).toMatchObject({
      category: 'keyref',
      referencedKey: 'key:{urn:t}K',
      selector: {
        paths: [
          {
            descendant: true,
            steps: [{ kind: 'name', name: { namespace: 'urn:t', localName: 'a' } }, { kind: 'any' }],
          },
        ],
      },
      fields: [
        {
          paths: [
            {
              steps: [{ kind: 'name', name: { namespace: '', localName: 'b' } }],
              attribute: { kind: 'name', name: { namespace: 'urn:t', localName: 'c' } },
            },
          ],
        },
      ],
    });
    expect(key?.selector.paths[1]).toEqual({
      descendant: false,
      steps: [{ kind: 'namespace', namespace: 'urn:t' }],
    });
  });

  test('annotations: words, application text as XML, foreign attributes', () => {
    const { schema } = linkBody(
      `<xs:element name="E" sawsdl:modelReference="urn:m" xmlns:sawsdl="urn:sawsdl"><xs:annotation><xs:documentation xml:lang="en"> One &amp; <b>two</b>.
        </xs:documentation><xs:appinfo source="urn:s"><x a='1'>&lt;</x></xs:appinfo></xs:annotation></xs:element>`,
    );
    expect(schema.elements.get(id('element', 'E'))?.annotation).toEqual({
      documentation: [{ text: 'One & two.', lang: 'en' }],
      appinfo: [{ xml: "<x a='1'>&lt;</x>", source: 'urn:s' }],
      foreignAttributes: [{ name: { namespace: 'urn:sawsdl', localName: 'modelReference' }, value: 'urn:m' }],
    });
  });
});

describe('faults that linking finds', () => {
  const simple = (name: string, content: string): string =>
    `<xs:simpleType name="${name}">${content}</xs:simpleType>`;

  test.each<[string, string, readonly string[]]>([
    ['a type that does not exist', '<xs:element name="E" type="t:X"/>', ['src-resolve']],
    ['a built-in type that does not exist', '<xs:element name="E" type="xs:strnig"/>', ['src-resolve']],
    [
      'an element that does not exist',
      T('<xs:sequence><xs:element ref="t:X"/></xs:sequence>'),
      ['src-resolve'],
    ],
    ['an attribute that does not exist', T('<xs:attribute ref="t:x"/>'), ['src-resolve']],
    ['a head that does not exist', '<xs:element name="E" substitutionGroup="t:X"/>', ['src-resolve']],
    [
      'a key that does not exist',
      '<xs:element name="E"><xs:keyref name="R" refer="t:K"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:keyref></xs:element>',
      ['src-resolve'],
    ],
    [
      'a simple type from a complex one',
      `${T('')}${simple('S', '<xs:restriction base="t:T"/>')}`,
      ['src-resolve'],
    ],
    ['an attribute of a complex type', `${T('')}<xs:attribute name="a" type="t:T"/>`, ['src-resolve']],
    [
      'complexContent from a simple type',
      `${simple('B', '<xs:restriction base="xs:int"/>')}${T(derived('extension', ''))}`,
      ['src-ct.1'],
    ],
    [
      'simpleContent from elements',
      `${B(sequence('a'))}${T('<xs:simpleContent><xs:extension base="t:B"/></xs:simpleContent>')}`,
      ['src-ct.2'],
    ],
    ['a type twice', `${T('')}${simple('T', '<xs:list itemType="xs:int"/>')}`, ['sch-props-correct.2']],
    [
      'a key twice',
      '<xs:element name="E"><xs:key name="K"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:key><xs:unique name="K"><xs:selector xpath="a"/><xs:field xpath="b"/></xs:unique></xs:element>',
      ['sch-props-correct.2'],
    ],
    [
      'restrictions in a circle',
      simple('S', '<xs:restriction base="t:R"/>') + simple('R', '<xs:restriction base="t:S"/>'),
      ['st-props-correct.2'],
    ],
    ['a union of itself', simple('S', '<xs:union memberTypes="xs:int t:S"/>'), ['src-simple-type.4']],
    [
      'extensions in a circle',
      B('<xs:complexContent><xs:extension base="t:T"/></xs:complexContent>') + T(derived('extension', '')),
      ['ct-props-correct.3'],
    ],
    [
      'a group in itself',
      '<xs:group name="G"><xs:sequence><xs:group ref="t:G" minOccurs="0"/></xs:sequence></xs:group>',
      ['mg-props-correct.2'],
    ],
    [
      'attribute groups in a circle',
      '<xs:attributeGroup name="G"><xs:attributeGroup ref="t:H"/></xs:attributeGroup><xs:attributeGroup name="H"><xs:attributeGroup ref="t:G"/></xs:attributeGroup>',
      ['src-attribute_group.3'],
    ],
    [
      'heads in a circle',
      '<xs:element name="a" substitutionGroup="t:b"/><xs:element name="b" substitutionGroup="t:a"/>',
      ['e-props-correct.6'],
    ],
    [
      'an intersection of wildcards without name',
      '<xs:attributeGroup name="G"><xs:anyAttribute namespace="##other"/></xs:attributeGroup>',
      [],
    ],
    [
      'a type that holds itself',
      T('<xs:sequence><xs:element name="e" type="t:T" minOccurs="0"/></xs:sequence>'),
      [],
    ],
    [
      'a type that holds an extension of itself',
      T(
        '<xs:sequence><xs:element name="e" minOccurs="0"><xs:complexType><xs:complexContent><xs:extension base="t:T"/></xs:complexContent></xs:complexType></xs:element></xs:sequence>',
      ),
      [],
    ],
    [
      'a group that holds itself in an element',
      '<xs:group name="G"><xs:sequence><xs:element name="e" minOccurs="0"><xs:complexType><xs:group ref="t:G"/></xs:complexType></xs:element></xs:sequence></xs:group>',
      [],
    ],
  ])('%s', (_, body, expected) => {
    expect(linkBody(body).rules).toEqual(expected);
  });

  test.each<[string, string, string | undefined]>([
    [
      'a misspelt name',
      '<xs:element name="E" type="t:Readnig"/><xs:complexType name="Reading"/>',
      'did you mean {urn:t}Reading?',
    ],
    [
      'the wrong prefix',
      '<xs:element name="E" type="t:string"/>',
      'did you mean {http://www.w3.org/2001/XMLSchema}string?',
    ],
    [
      'nothing alike',
      '<xs:element name="E" type="t:Whatever"/>',
      'declare it, or include or import the document that does',
    ],
  ])('hint: %s', (_, body, expected) => {
    expect(linkBody(body).diagnostics[0]?.hint).toBe(expected);
  });

  test('what cannot be resolved becomes anyType and anySimpleType', () => {
    const { schema } = linkBody(
      `<xs:element name="E" type="t:X"/><xs:attribute name="a" type="t:X"/>${simple('S', '<xs:restriction base="t:X"/>')}`,
    );
    expect(schema.elements.get(id('element', 'E'))?.type).toMatch(/\}anyType$/);
    expect(schema.attributes.get(id('attribute', 'a'))?.type).toMatch(/\}anySimpleType$/);
    expect(schema.types.get(id('type', 'S'))).toMatchObject({ variety: { kind: 'atomic' } });
  });
});

test('built-in components are there', () => {
  const { schema } = linkBody('');
  expect(schema.types.size).toBe(2 + 44 + 1);
  expect([...schema.attributes.values()].map(({ name }) => name.localName)).toEqual([
    'nil',
    'noNamespaceSchemaLocation',
    'schemaLocation',
    'type',
  ]);
});

test('the order of the entries changes nothing', () => {
  const files: Record<string, string> = {
    'a.xsd': schemaText(
      `<xs:include schemaLocation="c.xsd"/>${T(derived('extension', sequence('z', 'y')))}<xs:element name="E" type="t:X"/>`,
    ),
    'b.xsd': schemaText('<xs:element name="E"/><xs:element name="D" type="t:T"/>'),
    'c.xsd': schemaText(B(sequence('b', 'a'))),
  };
  const text = (names: readonly string[]): string =>
    JSON.stringify(link(files, [...names]), (_, value: unknown) =>
      value instanceof Map ? [...value.entries()] : value,
    );
  expect(text(['c.xsd', 'b.xsd', 'a.xsd'])).toBe(text(['a.xsd', 'b.xsd', 'c.xsd']));
});
