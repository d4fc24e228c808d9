import { expect, test } from 'vitest';
import {
  effectiveFacet,
  effectiveFacets,
  lookupIn,
  simpleTypeCodec,
} from '../../../src/analysis/simple-type/index.js';
import { normalizeWhiteSpace } from '../../../src/runtime/primitive/white-space.js';
import { restricted, schemaOfText, typeId } from './schema-text.js';

const accepts = (declarations: string, literal: string, namespaces: Record<string, string> = {}): boolean => {
  const codec = simpleTypeCodec(schemaOfText(declarations).schema, typeId('T'));
  return codec.check(normalizeWhiteSpace(literal, codec.whiteSpace), lookupIn(namespaces)) === undefined;
};

const INTS = '<x:simpleType name="Ints"><x:list itemType="x:int"/></x:simpleType>';
const MIXED = `<x:simpleType name="Mixed"><x:union memberTypes="x:int t:Word"/></x:simpleType>${restricted('Word', 'x:token', 'enumeration=small', 'enumeration=large')}`;
const NOTES = '<x:notation name="n" public="n"/><x:notation name="m" public="m"/>';

test.each<[string, readonly string[], readonly string[]]>([
  [restricted('T', 'x:int', 'minInclusive=0', 'maxExclusive=10'), ['0', ' 9 '], ['-1', '10', 'x']],
  [
    restricted('T', 't:B', 'maxInclusive=5') + restricted('B', 'x:decimal', 'minInclusive=1'),
    ['1', '5.0'],
    ['0', '6'],
  ],
  [restricted('T', 'x:string', 'pattern=a+', 'pattern=b+'), ['a', 'bb'], ['ab', '']],
  [restricted('T', 't:B', 'pattern=.b') + restricted('B', 'x:string', 'pattern=a.'), ['ab'], ['aa', 'bb']],
  [restricted('T', 'x:string', 'whiteSpace=collapse', 'enumeration=a b'), [' a   b '], ['ab']],
  [restricted('T', 'x:decimal', 'totalDigits=3', 'fractionDigits=1'), ['12.3', '1.30'], ['1234', '1.23']],
  [restricted('T', 't:Ints', 'maxLength=2') + INTS, ['', ' 1 2 '], ['1 2 3', '1 x']],
  [
    restricted('T', 't:Mixed', 'enumeration=1', 'enumeration=small') + MIXED,
    ['01', ' small '],
    ['2', 'large'],
  ],
  [restricted('T', 'x:NOTATION', 'enumeration=t:n') + NOTES, ['p:n'], ['p:m', 'n']],
  // Broken facets have no effect.
  [restricted('T', 'x:string', 'pattern=(', 'maxLength=2'), ['(', 'ab'], ['abc']],
  [restricted('T', 'x:int', 'maxInclusive=many', 'minInclusive=0'), ['99'], ['-1']],
  [restricted('T', 'x:boolean', 'maxInclusive=1', 'maxLength=1'), ['true'], ['2']],
  [restricted('T', 't:Absent', 'maxLength=1'), ['anything'], []],
])('%s', (declarations, valid, invalid) => {
  const namespaces = { p: 'urn:t' };
  for (const literal of valid) expect(accepts(declarations, literal, namespaces), literal).toBe(true);
  for (const literal of invalid) expect(accepts(declarations, literal, namespaces), literal).toBe(false);
});

test('circles end', () => {
  const circular = '<x:simpleType name="T"><x:union memberTypes="t:T x:int"/></x:simpleType>';
  expect(accepts(circular, '1')).toBe(true);
});

test('simple content of a complex type', () => {
  const declarations = `<x:complexType name="T"><x:simpleContent><x:extension base="x:int"/></x:simpleContent></x:complexType>`;
  expect(accepts(declarations, '1')).toBe(true);
  expect(accepts(declarations, 'x')).toBe(false);
});

test('effective facets', () => {
  const { schema } = schemaOfText(
    restricted('T', 't:B', 'maxLength=5', 'pattern=a*') +
      restricted('B', 'x:token', 'maxLength=9', 'minLength=1', 'pattern=.*'),
  );
  const facets = effectiveFacets(schema, typeId('T'));
  expect(facets).toMatchObject({ variety: 'atomic', primitive: 'string', whiteSpace: 'collapse' });
  expect(effectiveFacet(facets, 'maxLength')).toMatchObject({
    facet: { value: '5' },
    owner: { id: typeId('T') },
  });
  expect(effectiveFacet(facets, 'minLength')).toMatchObject({
    facet: { value: '1' },
    owner: { id: typeId('B') },
  });
  expect(facets.patterns.map((step) => step.map(({ facet }) => facet.value))).toEqual([['a*'], ['.*']]);
  expect(effectiveFacets(schema, typeId('T'))).toBe(facets);
});
