import { describe, expect, test } from 'vitest';
import { derivedTypes } from '../../../src/analysis/content-model/derived-types.js';
import {
  instantiableMembers,
  substitutionMembers,
} from '../../../src/analysis/content-model/substitution-group.js';
import {
  builtInTypeId,
  complexType,
  element,
  elementId,
  schemaOf,
  simpleType,
  typeId,
} from '../../support/schema-literals.js';

const derive = (name: string, base: string, derivationMethod: 'extension' | 'restriction', more = {}) =>
  complexType(name, { baseType: typeId(base), derivationMethod, ...more });

const types = [
  complexType('Base'),
  derive('Extended', 'Base', 'extension'),
  derive('Narrowed', 'Base', 'restriction'),
  derive('Both', 'Extended', 'restriction'),
  derive('Guarded', 'Base', 'restriction', { prohibitedSubstitutions: ['extension'] }),
  derive('Beyond', 'Guarded', 'extension'),
];

const member = (name: string, type: string, head: string, more = {}) =>
  element(name, { type: typeId(type), substitutionGroup: elementId(head), ...more });

const schema = schemaOf({
  types: [
    ...types,
    simpleType('U', {
      baseType: builtInTypeId('anySimpleType'),
      variety: { kind: 'union', memberTypes: [builtInTypeId('token')] },
    }),
  ],
  elements: [
    element('open', { type: typeId('Base') }),
    member('e', 'Extended', 'open', { abstract: true }),
    member('ee', 'Both', 'e'),
    member('g', 'Beyond', 'open'),
    element('closed', { type: typeId('Base'), disallowedSubstitutions: ['substitution'] }),
    member('c', 'Base', 'closed'),
    element('strict', { type: typeId('Base'), disallowedSubstitutions: ['extension'] }),
    member('s1', 'Narrowed', 'strict'),
    member('s2', 'Both', 'strict'),
  ],
});

describe('substitution groups', () => {
  test.each([
    ['open', ['e', 'ee'], ['open', 'ee']],
    ['closed', [], ['closed']],
    ['strict', ['s1'], ['strict', 's1']],
    ['e', ['ee'], ['ee']],
  ])('%s', (head, members, instantiable) => {
    expect(substitutionMembers(schema, elementId(head)).map(({ name }) => name.localName)).toEqual(members);
    expect(instantiableMembers(schema, elementId(head)).map(({ name }) => name.localName)).toEqual(
      instantiable,
    );
  });
});

describe('derived types', () => {
  const derived = derivedTypes(schema);

  test('all types below a type, with the methods on the way', () => {
    expect(
      derived.get(typeId('Base'))?.map(({ id, methods, between }) => [id, [...methods], between]),
    ).toEqual([
      [typeId('Beyond'), ['restriction', 'extension'], [typeId('Guarded')]],
      [typeId('Both'), ['extension', 'restriction'], [typeId('Extended')]],
      [typeId('Extended'), ['extension'], []],
      [typeId('Guarded'), ['restriction'], []],
      [typeId('Narrowed'), ['restriction'], []],
    ]);
  });

  test('the members of a union stand for it', () => {
    expect(derived.get(typeId('U'))?.map(({ id }) => id)).toEqual([
      builtInTypeId('ID'),
      builtInTypeId('token'),
    ]);
  });

  test('the ur-type is left out', () => {
    expect(derived.has(builtInTypeId('anyType'))).toBe(false);
    expect(derived.has(builtInTypeId('anySimpleType'))).toBe(false);
  });
});
