import type { Random } from '../../../src/samples/random.js';
import { type ChangeKind, narrows, replaces, rewrites, widens } from './edit.js';

const root = (content: string, rest = ''): string =>
  `<xs:element name="order"><xs:complexType>${content}</xs:complexType>${rest}</xs:element>`;
const sequence = (content: string): string => `<xs:sequence>${content}</xs:sequence>`;
const rows = (random: Random, use: string, type = 'xs:string'): string => {
  const max = random.pick(['unbounded', '5', '2']) ?? '5';
  return sequence(
    `<xs:element name="row" minOccurs="0" maxOccurs="${max}"><xs:complexType><xs:attribute name="id" type="${type}" use="${use}"/><xs:attribute name="ref" type="${type}"/></xs:complexType></xs:element>`,
  );
};
const constraint = (kind: string, name: string, field: string, rest = ''): string =>
  `<xs:${kind} name="${name}"${rest}><xs:selector xpath="s:row"/><xs:field xpath="${field}"/></xs:${kind}>`;

/** Edits of keys, unique constraints and references: whole schemas. */
export const IDENTITY_CHANGES: Readonly<Record<string, ChangeKind>> = {
  'key added': (random) => {
    const content = rows(random, 'required');
    return narrows('', root(content), root(content, constraint('key', 'K', '@id')));
  },
  'key with an optional field added': (random) => {
    const content = rows(random, 'optional');
    return narrows('', root(content), root(content, constraint('key', 'K', '@id')));
  },
  'key removed': (random) => {
    const content = rows(random, 'required', 'xs:int');
    return widens('', root(content, constraint('key', 'K', '@id')), root(content));
  },
  'unique constraint added': (random) => {
    const content = rows(random, 'optional', random.pick(['xs:string', 'xs:date', 'xs:decimal']));
    return narrows('', root(content), root(content, constraint('unique', 'U', '@id')));
  },
  'key becomes unique': (random) => {
    const content = rows(random, 'optional');
    return widens(
      '',
      root(content, constraint('key', 'K', '@id')),
      root(content, constraint('unique', 'K', '@id')),
    );
  },
  'unique becomes key': (random) => {
    const content = rows(random, 'optional');
    return narrows(
      '',
      root(content, constraint('unique', 'K', '@id')),
      root(content, constraint('key', 'K', '@id')),
    );
  },
  'field of a unique constraint changes': (random) => {
    const content = rows(random, 'optional');
    return replaces(
      '',
      root(content, constraint('unique', 'U', '@id')),
      root(content, constraint('unique', 'U', '@ref')),
    );
  },
  'reference added': (random) => {
    const content = rows(random, 'required');
    const key = constraint('key', 'K', '@id');
    return narrows(
      '',
      root(content, key),
      root(content, key + constraint('keyref', 'R', '@ref', ' refer="K"')),
    );
  },
  'reference removed': (random) => {
    const content = rows(random, 'required');
    const key = constraint('key', 'K', '@id');
    return widens(
      '',
      root(content, key + constraint('keyref', 'R', '@ref', ' refer="K"')),
      root(content, key),
    );
  },
  'key renamed': (random) => {
    const content = rows(random, 'required');
    return rewrites(
      '',
      root(content, constraint('key', 'K', '@id')),
      root(content, constraint('key', 'L', '@id')),
    );
  },
  'key of elements added': () => {
    const content = sequence(
      '<xs:element name="row" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="code" type="xs:token"/></xs:sequence></xs:complexType></xs:element>',
    );
    return narrows('', root(content), root(content, constraint('key', 'K', 's:code')));
  },
};

const head = (rest: string): string => root(sequence('<xs:element ref="head" maxOccurs="3"/>')) + rest;
const base =
  '<xs:complexType name="Base"><xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence></xs:complexType>';
const derived = (name: string, from = 'Base', rest = ''): string =>
  `<xs:complexType name="${name}"${rest}><xs:complexContent><xs:extension base="${from}"><xs:sequence><xs:element name="${name.toLowerCase()}" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;
const ofBase = (block = ''): string => root(sequence(`<xs:element name="item" type="Base"${block}/>`));

/** Edits of substitution groups, derived types and global elements: whole schemas. */
export const DERIVATION_CHANGES: Readonly<Record<string, ChangeKind>> = {
  'member leaves a substitution group': (random) => {
    const type = random.pick(['xs:string', 'xs:int']) ?? 'xs:int';
    const member = (group: string): string =>
      `<xs:element name="head" type="${type}"/><xs:element name="member" type="${type}"${group}/>`;
    return narrows('', head(member(' substitutionGroup="head"')), head(member('')));
  },
  'member joins a substitution group': () => {
    const member = (group: string): string =>
      `<xs:element name="head" type="xs:string"/><xs:element name="member" type="xs:string"${group}/>`;
    return widens('', head(member('')), head(member(' substitutionGroup="head"')));
  },
  'head becomes abstract': () => {
    const member = (abstract: string): string =>
      `<xs:element name="head" type="xs:string"${abstract}/><xs:element name="member" type="xs:string" substitutionGroup="head"/>`;
    return narrows('', head(member('')), head(member(' abstract="true"')));
  },
  'substitution blocked': () => {
    const member = (block: string): string =>
      `<xs:element name="head" type="xs:string"${block}/><xs:element name="member" type="xs:string" substitutionGroup="head"/>`;
    return narrows('', head(member('')), head(member(' block="substitution"')));
  },
  'choice of elements instead of a substitution group': () => {
    const group =
      '<xs:element name="head" type="xs:string"/><xs:element name="member" type="xs:string" substitutionGroup="head"/>';
    const free = '<xs:element name="head" type="xs:string"/><xs:element name="member" type="xs:string"/>';
    return rewrites(
      '',
      root(sequence('<xs:element ref="head"/>')) + group,
      root('<xs:choice><xs:element ref="head"/><xs:element ref="member"/></xs:choice>') + free,
    );
  },
  'derived type removed': () =>
    narrows('', ofBase() + base + derived('One') + derived('Two'), ofBase() + base + derived('One')),
  'derived type added': () => widens('', ofBase() + base, ofBase() + base + derived('One')),
  'derived type renamed': () =>
    replaces(
      '',
      ofBase() + base + derived('One'),
      ofBase() + base + derived('One').replace('name="One"', 'name="Uno"'),
    ),
  'derivation blocked': () =>
    narrows('', ofBase() + base + derived('One'), ofBase(' block="extension"') + base + derived('One')),
  'base type becomes abstract': () =>
    narrows(
      '',
      ofBase() + base + derived('One'),
      ofBase() + base.replace('name="Base"', 'name="Base" abstract="true"') + derived('One'),
    ),
  'derived type becomes abstract': () =>
    narrows(
      '',
      ofBase() + base + derived('One'),
      ofBase() + base + derived('One', 'Base', ' abstract="true"'),
    ),
  'element of the derived type narrowed': () =>
    narrows(
      '',
      ofBase() + base + derived('One'),
      ofBase() + base + derived('One').replace('xs:int', 'xs:byte'),
    ),
  'element of the base type narrowed': () =>
    // Of the wider type is what says so by xsi:type.
    replaces(
      '',
      ofBase() + base + derived('One'),
      ofBase() + base.replace('xs:string', 'xs:decimal') + derived('One'),
    ),
  'type of an element becomes a base type': () => {
    const of = (type: string): string =>
      root(sequence(`<xs:element name="item" type="${type}"/>`)) + base + derived('One');
    return replaces('', of('One'), of('Base'));
  },
  'global element removed': () =>
    narrows('', `${ofBase()}<xs:element name="other" type="xs:int"/>${base}`, ofBase() + base),
  'global element added': () =>
    widens('', ofBase() + base, `${ofBase()}<xs:element name="other" type="xs:int"/>${base}`),
  'restriction of a type': () => {
    const restricted = (max: string): string =>
      `<xs:complexType name="Less"><xs:complexContent><xs:restriction base="Base"><xs:sequence><xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="${max}"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:restriction></xs:complexContent></xs:complexType>`;
    return narrows('', ofBase() + base + restricted('9'), ofBase() + base + restricted('5'));
  },
  'elements become a value': () =>
    replaces(
      '',
      ofBase() + base,
      ofBase() +
        '<xs:complexType name="Base"><xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent></xs:complexType>',
    ),
  'type moves into its element': () => widensByName(),
  'type that nothing can contain narrowed': () => {
    const loop = (type: string): string =>
      `<xs:complexType name="Loop"><xs:sequence><xs:element name="loop" type="Loop"/><xs:element name="x" type="${type}"/></xs:sequence></xs:complexType>`;
    return rewrites(
      '',
      root(
        sequence('<xs:element name="a" type="xs:int"/><xs:element name="loop" type="Loop" minOccurs="0"/>'),
      ) + loop('xs:int'),
      root(
        sequence('<xs:element name="a" type="xs:int"/><xs:element name="loop" type="Loop" minOccurs="0"/>'),
      ) + loop('xs:byte'),
    );
  },
  'recursive type narrowed': () => {
    const tree = (type: string): string =>
      `${root(sequence('<xs:element name="node" type="Node"/>'))}<xs:complexType name="Node"><xs:sequence><xs:element name="node" type="Node" minOccurs="0"/><xs:element name="leaf" type="${type}" minOccurs="0"/></xs:sequence></xs:complexType>`;
    return narrows('', tree('xs:int'), tree('xs:short'));
  },
};

/** An element that names its own type by xsi:type may not do so where the type has no name. */
const widensByName = (): ReturnType<typeof widens> =>
  narrows(
    '',
    ofBase() + base,
    root(sequence(`<xs:element name="item">${base.replace(' name="Base"', '')}</xs:element>`)),
  );
