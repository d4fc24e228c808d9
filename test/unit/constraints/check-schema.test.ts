import { describe, expect, test } from 'vitest';
import { checkSchema } from '../../../src/analysis/constraints/check-schema.js';
import type { Particle, Schema } from '../../../src/model/schema/index.js';
import {
  all,
  builtInTypeId,
  choice,
  complexType,
  element,
  elementId,
  particle,
  ref,
  schemaOf,
  sequence,
  typeId,
} from '../../support/schema-literals.js';

const elements = ['a', 'b'].map((name) => element(name));
const content = (...particles: readonly Particle[]) =>
  ({ kind: 'element-only', particle: particle(sequence(...particles)) }) as const;
const fixed = { kind: 'fixed', lexical: 'x', namespaces: {} } as const;

const cases: readonly [string, Schema, readonly string[]][] = [
  ['nothing wrong', schemaOf({ elements }), []],
  [
    'the member of a substitution group has another type',
    schemaOf({
      elements: [
        ...elements,
        element('m', { type: builtInTypeId('decimal'), substitutionGroup: elementId('a') }),
      ],
    }),
    ['e-props-correct.4'],
  ],
  [
    'the head is final',
    schemaOf({
      elements: [
        element('h', { substitutionGroupExclusions: ['restriction'] }),
        element('m', { type: builtInTypeId('token'), substitutionGroup: elementId('h') }),
      ],
    }),
    ['e-props-correct.4'],
  ],
  [
    'an ID is fixed',
    schemaOf({ elements: [element('i', { type: builtInTypeId('ID'), valueConstraint: fixed })] }),
    ['e-props-correct.5'],
  ],
  [
    'element content is fixed',
    schemaOf({
      elements: [...elements, element('e', { type: typeId('T'), valueConstraint: fixed })],
      types: [complexType('T', { contentType: content(ref('a', 0)) })],
    }),
    ['cos-valid-default.2'],
  ],
  [
    'mixed content that may be empty is fixed',
    schemaOf({
      elements: [...elements, element('e', { type: typeId('T'), valueConstraint: fixed })],
      types: [complexType('T', { contentType: { ...content(ref('a', 0)), kind: 'mixed' } })],
    }),
    [],
  ],
  [
    'a final type is extended',
    schemaOf({
      elements,
      types: [
        complexType('B', { final: ['extension'] }),
        complexType('T', { baseType: typeId('B'), derivationMethod: 'extension' }),
      ],
    }),
    ['cos-ct-extends.1.1'],
  ],
  [
    'mixed content extends element content',
    schemaOf({
      elements,
      types: [
        complexType('B', { contentType: content(ref('a')) }),
        complexType('T', {
          baseType: typeId('B'),
          derivationMethod: 'extension',
          contentType: { ...content(ref('a'), ref('b')), kind: 'mixed' },
        }),
      ],
    }),
    ['cos-ct-extends.1.4'],
  ],
  [
    'an xs:all group in a sequence',
    schemaOf({ elements, types: [complexType('T', { contentType: content(particle(all(ref('a')))) })] }),
    ['cos-all-limited.1'],
  ],
  [
    'an element of an xs:all group repeats',
    schemaOf({
      elements,
      types: [
        complexType('T', { contentType: { kind: 'element-only', particle: particle(all(ref('a', 1, 2))) } }),
      ],
    }),
    ['cos-all-limited.2'],
  ],
  [
    'the minimum is above the maximum',
    schemaOf({ elements, types: [complexType('T', { contentType: content(ref('a', 3, 2)) })] }),
    ['p-props-correct.2.1'],
  ],
  [
    'an ambiguous content model',
    schemaOf({ elements, types: [complexType('T', { contentType: content(ref('a', 0), ref('a')) })] }),
    ['cos-nonambig'],
  ],
  [
    'two types for one name',
    schemaOf({
      elements: [
        ...elements,
        element('x', { id: elementId('x/1'), scope: typeId('T') }),
        element('x', { id: elementId('x/2'), scope: typeId('T'), type: builtInTypeId('decimal') }),
      ],
      types: [complexType('T', { contentType: content(ref('x/1'), particle(choice(ref('x/2'), ref('a')))) })],
    }),
    ['cos-element-consistent'],
  ],
];

describe('schema component constraints', () => {
  test.each(cases)('%s', (_, schema, rules) => {
    expect(checkSchema(schema).map((diagnostic) => diagnostic.rule)).toEqual(rules);
  });
});
