import { describe, expect, test } from 'vitest';
import type {
  Binding,
  ComplexTypeBinding,
  FieldBinding,
  Shape,
} from '../../../src/analysis/binding/index.js';
import { bindSchema } from '../../../src/analysis/binding/index.js';
import type { ComponentId } from '../../../src/model/schema/index.js';
import { reversed, schemaOf } from './schema-text.js';

const bind = (declarations: string): Binding => bindSchema(schemaOf(declarations)).value;

function typeOf(binding: Binding, name: string): ComplexTypeBinding {
  const found = [...binding.complexTypes.values()].find((type) => type.name === name);
  if (found === undefined) throw new Error(`no type ${name}`);
  return found;
}

/** `a! (b | c*)?`: all of a, b and c in a row, `!` conditional, with occurrence signs. */
function shown(declarations: string): string {
  const { content } = typeOf(bind(`<xs:complexType name="T">${declarations}</xs:complexType>`), 'T');
  if (content.kind === 'ordered')
    return `ordered ${content.entries.map(({ property }) => property).join(' ')}`;
  if (content.kind !== 'fields') return content.kind;
  const field = (item: FieldBinding | undefined): string =>
    item === undefined ? '' : `${item.property}${item.conditional ? '!' : ''}${occurs(item)}`;
  const shape = (at: Shape): string => {
    switch (at.kind) {
      case 'field':
        return field(content.fields[at.field]);
      case 'all':
        return at.members.map(shape).join(' ');
      case 'one':
        return `(${at.branches.map(shape).join(' | ')})`;
      case 'optional':
        return at.member.kind === 'one' ? `${shape(at.member)}?` : `(${shape(at.member)})?`;
    }
  };
  return `${content.all ? 'all: ' : ''}${shape(content.shape)}`;
}

const occurs = ({ minOccurs: min, maxOccurs: max }: FieldBinding): string => {
  if (min === 1 && max === 1) return '';
  if (max === 'unbounded') return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === 0 && max === 1 ? '?' : `{${min},${max}}`;
};

const element = (name: string, occurrence = ''): string =>
  `<xs:element name="${name}" type="xs:string" ${occurrence}/>`;
const group = (compositor: string, content: string, occurrence = ''): string =>
  `<xs:${compositor} ${occurrence}>${content}</xs:${compositor}>`;
const a = element('a');
const b = element('b');
const c = element('c');
const optional = 'minOccurs="0"';
const any = '<xs:any namespace="##other"/>';

describe('shape of a content model', () => {
  test.each<[string, string, string]>([
    ['nothing', '', 'empty'],
    ['an empty group', group('sequence', group('choice', '')), 'empty'],
    ['one element', group('sequence', a), 'a'],
    ['an element that cannot be', group('sequence', a + element('b', 'minOccurs="0" maxOccurs="0"')), 'a'],
    ['groups without a point', group('sequence', group('sequence', group('sequence', a) + b) + c), 'a b c'],
    ['a group around one element', group('sequence', a, 'minOccurs="2" maxOccurs="3"'), 'a{2,3}'],
    ['multiplied', group('sequence', element('a', 'maxOccurs="2"'), 'minOccurs="0" maxOccurs="3"'), 'a{0,6}'],
    ['multiplied without limit', group('sequence', element('a', 'maxOccurs="unbounded"'), optional), 'a*'],
    [
      'counts with a gap stay a group',
      group('sequence', element('a', 'minOccurs="2" maxOccurs="2"'), 'maxOccurs="2"'),
      'ordered a',
    ],
    ['a repeated wildcard', group('sequence', any, 'minOccurs="0" maxOccurs="unbounded"'), 'any*'],
    ['two wildcards', group('sequence', any + a + any), 'any a any2'],
    ['an optional group', group('sequence', a + b, optional), '(a! b!)?'],
    [
      'an optional group of optional elements',
      group('sequence', element('a', optional) + element('b', optional), optional),
      'a? b?',
    ],
    [
      'an optional group with one required element',
      group('sequence', a + element('b', optional), optional),
      '(a! b!?)?',
    ],
    ['a choice', group('choice', a + b), '(a! | b!)'],
    ['an optional choice', group('choice', a + b, optional), '(a! | b!)?'],
    ['a choice with an empty branch', group('choice', a + group('sequence', '') + b), '(a! | b!)?'],
    [
      'a choice whose branch may be absent',
      group('choice', a + element('b', optional), optional),
      '(a! | b!?)',
    ],
    ['a choice of one', group('choice', a), 'a'],
    ['a choice in a choice', group('choice', group('choice', a + b) + c), '(a! | b! | c!)'],
    ['a choice of groups', group('choice', group('sequence', a + b) + c), '(a! b! | c!)'],
    ['beside each other', group('sequence', a + group('choice', b + c)), 'a (b! | c!)'],
    ['a list in a branch', group('choice', element('a', 'maxOccurs="unbounded"') + b), '(a!+ | b!)'],
    ['xs:all', group('all', a + element('b', optional)), 'all: a b?'],
    ['optional xs:all', group('all', a + b, optional), 'all: (a! b!)?'],
    ['a repeated group', group('sequence', a + b, 'maxOccurs="unbounded"'), 'ordered a b'],
    ['a repeated choice', group('choice', a + b, 'maxOccurs="2"'), 'ordered a b'],
    ['a name twice', group('sequence', a + b + a), 'ordered a b'],
    [
      'a name in two branches',
      group('choice', group('sequence', a + b) + group('sequence', b + a)),
      'ordered a b',
    ],
  ])('%s', (_, declarations, expected) => {
    expect(shown(declarations)).toBe(expected);
  });

  test('mixed content is ordered, whatever is in it', () => {
    const binding = bind(`<xs:complexType name="T" mixed="true">${group('sequence', a)}</xs:complexType>`);
    expect(typeOf(binding, 'T').content).toMatchObject({ kind: 'ordered', property: 'content', mixed: true });
  });

  test('two members of a substitution group are one name twice', () => {
    const declared = `
      <xs:element name="h" type="xs:string"/><xs:element name="m" type="xs:string" substitutionGroup="h"/>
      <xs:complexType name="T"><xs:sequence><xs:element ref="h"/><xs:element ref="m"/></xs:sequence></xs:complexType>`;
    expect(typeOf(bind(declared), 'T').content.kind).toBe('ordered');
  });
});

describe('names', () => {
  const declarations = `
    <xs:element name="a-b" type="xs:string"/><xs:element name="a_b" type="xs:string"/>
    <xs:element name="Order"><xs:complexType><xs:sequence>
      <xs:element name="item"><xs:complexType><xs:attribute name="x"/></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:complexType name="OrderItem"/>
    <xs:complexType name="Base"/>
    <xs:complexType name="One"><xs:complexContent><xs:extension base="Base"/></xs:complexContent></xs:complexType>
    <xs:complexType name="Two"><xs:complexContent><xs:extension base="One"/></xs:complexContent></xs:complexType>
    <xs:complexType name="AnyBase"/>`;

  test('anonymous types give way to named ones', () => {
    const binding = bind(declarations);
    expect([...binding.complexTypes.values()].map(({ name }) => name).sort()).toEqual(
      ['AnyBase', 'Base', 'One', 'Order', 'OrderItem', 'OrderItem2', 'Two'].sort(),
    );
    expect(typeOf(binding, 'Base').union?.name).toBe('AnyBase2');
  });

  test('names and shapes do not depend on the order of reading', () => {
    const schema = schemaOf(declarations);
    const plain = bindSchema(schema);
    const turned = bindSchema(reversed(schema));
    const sorted = <T>(map: ReadonlyMap<ComponentId, T>): readonly (readonly [ComponentId, T])[] =>
      [...map].sort(([x], [y]) => (x < y ? -1 : 1));
    expect(turned.value.modules).toEqual(plain.value.modules);
    expect(sorted(turned.value.complexTypes)).toEqual(sorted(plain.value.complexTypes));
    expect(sorted(turned.value.messages)).toEqual(sorted(plain.value.messages));
    expect(turned.diagnostics).toEqual(plain.diagnostics);
  });

  test('codec names are unique over types and messages of all modules', () => {
    const binding = bind(declarations);
    const names = [
      ...binding.complexTypes.values(),
      ...binding.simpleTypes.values(),
      ...binding.messages.values(),
    ].map(({ codecName }) => codecName);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the configuration names types, properties and modules, and hears of what is wrong', () => {
    const schema = schemaOf(declarations);
    const { value, diagnostics } = bindSchema(schema, {
      modules: { 'urn:t': 'shop', 'urn:none': 'x' },
      types: { 'type:{urn:t}Base': 'Root', 'type:{urn:t}One': 'class' },
      properties: {},
    });
    expect(value.modules.map(({ path }) => path)).toEqual(['shop']);
    expect(typeOf(value, 'Root').id).toBe('type:{urn:t}Base');
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(['NAM1001', 'NAM1001', 'NAM1003', 'NAM1004']);
  });

  test('a module stays below the output folder', () => {
    const schema = schemaOf(
      `<xs:attribute name="a" type="xs:string"/><xs:element name="a" type="xs:string"/>`,
    );
    const { diagnostics } = bindSchema(schema, { modules: { 'urn:t': '../up' }, types: {}, properties: {} });
    expect(diagnostics.map(({ code }) => code)).toEqual(['NAM1004']);
  });
});

describe('derived types', () => {
  const declarations = `
    <xs:complexType name="Base" abstract="true"><xs:sequence>${a}</xs:sequence></xs:complexType>
    <xs:complexType name="Ext"><xs:complexContent><xs:extension base="Base"><xs:sequence>${b}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="Res"><xs:complexContent><xs:restriction base="Ext"><xs:sequence>${a}${b}</xs:sequence></xs:restriction></xs:complexContent></xs:complexType>
    <xs:complexType name="Alt"><xs:complexContent><xs:extension base="Base"><xs:choice>${b}${c}</xs:choice></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="FromAlt"><xs:complexContent><xs:extension base="Alt"/></xs:complexContent></xs:complexType>
    <xs:element name="open" type="Base"/><xs:element name="closed" type="Base" block="restriction"/>`;

  test('are listed where nothing blocks them', () => {
    const { messages } = bind(declarations);
    const derived = (name: string): readonly string[] =>
      [...messages.values()]
        .find((message) => message.localName === name)
        ?.value.derived.map((type) => type.name) ?? [];
    expect(derived('open')).toEqual(['Alt', 'Ext', 'FromAlt', 'Res']);
    expect(derived('closed')).toEqual(['Alt', 'Ext', 'FromAlt']);
  });

  test.each([
    ['Base', undefined],
    ['Ext', 'type:{urn:t}Base'],
    ['Res', 'type:{urn:t}Ext'],
    ['Alt', undefined],
    ['FromAlt', undefined],
  ])('%s extends %s', (name, base) => {
    expect(typeOf(bind(declarations), name).extends).toBe(base);
  });
});
