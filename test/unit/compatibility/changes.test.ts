import { describe, expect, test } from 'vitest';
import { compareSchemaModels } from '../../../src/analysis/compatibility/index.js';
import { schemaOf } from '../../support/compile-schema.js';

/** What is said of two schemas: rule, then message. */
function changes(before: string, after: string): readonly string[] {
  return compareSchemaModels(schemaOf(before), schemaOf(after)).changes.map(
    ({ rule, message }) => `${rule}: ${message}`,
  );
}

const reading = (content: string, attributes = ''): string =>
  `<xs:complexType name="Reading"><xs:sequence>${content}</xs:sequence>${attributes}</xs:complexType>`;
const element = (name: string, more = ''): string => `<xs:element name="${name}" type="xs:string" ${more}/>`;
const kind = (...values: readonly string[]): string =>
  `<xs:simpleType name="Kind"><xs:restriction base="xs:string">${values
    .map((value) => `<xs:enumeration value="${value}"/>`)
    .join('')}</xs:restriction></xs:simpleType>`;
const limited = (facet: string): string =>
  `<xs:simpleType name="Limited"><xs:restriction base="xs:string">${facet}</xs:restriction></xs:simpleType>`;

const CASES: readonly (readonly [name: string, before: string, after: string, said: readonly string[]])[] = [
  ['nothing', reading(element('a')), reading(element('a')), []],
  ['another order of declarations', kind('x') + reading(element('a')), reading(element('a')) + kind('x'), []],
  [
    'a child that may be left out',
    reading(element('a')),
    reading(element('a') + element('b', 'minOccurs="0"')),
    ['child-added: Reading.b was added, optional'],
  ],
  [
    'a child that must be there',
    reading(element('a')),
    reading(element('a') + element('b')),
    ['required-child-added: Reading.b was added, required'],
  ],
  [
    'a child less',
    reading(element('a') + element('b')),
    reading(element('a')),
    ['child-removed: Reading.b was removed'],
  ],
  [
    'a child required',
    reading(element('a', 'minOccurs="0"')),
    reading(element('a')),
    ['child-required: Reading.a became required'],
  ],
  [
    'a child repeated',
    reading(element('a')),
    reading(element('a', 'maxOccurs="3"')),
    ['child-repeats-more: Reading.a may occur more often: 1..3, was 1'],
  ],
  [
    'a child renamed',
    reading(element('a') + element('valueInterval')),
    reading(element('a') + element('valuesInterval')),
    ['child-renamed: Reading.valuesInterval was called valueInterval'],
  ],
  [
    'a child moved',
    reading(element('a') + element('b') + element('c')),
    reading(element('b') + element('c') + element('a')),
    ['child-reordered: Reading.a moved: after c, was first'],
  ],
  [
    'a sequence made a choice',
    reading(element('a') + element('b')),
    reading(`<xs:choice>${element('a')}${element('b')}</xs:choice>`),
    ['content-regrouped: the content of Reading is grouped differently'],
  ],
  [
    'groups that mean nothing',
    reading(element('a') + element('b')),
    reading(`<xs:sequence>${element('a')}<xs:sequence>${element('b')}</xs:sequence></xs:sequence>`),
    [],
  ],
  [
    'an attribute required',
    reading('', '<xs:attribute name="ref" type="xs:string"/>'),
    reading('', '<xs:attribute name="ref" type="xs:string" use="required"/>'),
    ['attribute-required: Reading.@ref became required'],
  ],
  ['a value more', kind('x'), kind('x', 'y'), ['value-added: Kind has the new value "y"']],
  ['values less', kind('x', 'y', 'z'), kind('y'), ['value-removed: Kind lost the values "x", "z"']],
  [
    'a facet narrower',
    limited('<xs:maxLength value="9"/>'),
    limited('<xs:maxLength value="8"/>'),
    ['facets-narrowed: Limited allows less: maxLength 8, was maxLength 9'],
  ],
  [
    'a type renamed',
    reading(element('a') + element('b') + element('c')),
    reading(element('a') + element('b') + element('c')).replace('Reading', 'MeterReading'),
    ['type-renamed: type Reading was renamed to MeterReading'],
  ],
  [
    'words',
    reading(element('a')).replace(
      '<xs:sequence>',
      '<xs:annotation><xs:documentation>A  value.</xs:documentation></xs:annotation><xs:sequence>',
    ),
    reading(element('a')).replace(
      '<xs:sequence>',
      '<xs:annotation><xs:documentation>A value read.</xs:documentation></xs:annotation><xs:sequence>',
    ),
    ['documentation-changed: the documentation of Reading changed'],
  ],
  [
    'a model reference left empty',
    reading(element('a')),
    reading(element('a')).replace(
      '<xs:complexType',
      '<xs:complexType xmlns:w="http://www.w3.org/ns/sawsdl" w:modelReference=""',
    ),
    [],
  ],
];

describe('changes of a schema', () => {
  test.each(CASES)('%s', (_name, before, after, said) => {
    expect(changes(before, after)).toEqual(said);
  });

  test('a namespace that moved is one change, and what is in it is compared', () => {
    const before = schemaOf(reading(element('a') + element('b')) + kind('x'));
    const moved = JSON.parse(JSON.stringify([...before.types]).replaceAll('urn:s', 'urn:t')) as [
      never,
      never,
    ][];
    const after = { ...before, types: new Map(moved) };
    const found = compareSchemaModels(before, {
      ...after,
      elements: new Map(
        JSON.parse(JSON.stringify([...before.elements]).replaceAll('urn:s', 'urn:t')) as [never, never][],
      ),
    });
    expect(found.changes.map(({ message }) => message)).toEqual(['namespace urn:s moved to urn:t']);
  });
});
