import { describe, expect, test } from 'vitest';
import { enumeration } from '../../../src/runtime/facet/enumeration.js';
import type { Facet } from '../../../src/runtime/facet/facet.js';
import { fractionDigits } from '../../../src/runtime/facet/fraction-digits.js';
import { length } from '../../../src/runtime/facet/length.js';
import { list } from '../../../src/runtime/facet/list.js';
import { maxExclusive } from '../../../src/runtime/facet/max-exclusive.js';
import { maxInclusive } from '../../../src/runtime/facet/max-inclusive.js';
import { maxLength } from '../../../src/runtime/facet/max-length.js';
import { minExclusive } from '../../../src/runtime/facet/min-exclusive.js';
import { compareValues } from '../../../src/runtime/value-space/compare-values.js';
import { keyOf } from '../../../src/runtime/value-space/key-of.js';
import { enumerationOfValues } from '../../../src/runtime/facet/enumeration-of-values.js';
import { minInclusive } from '../../../src/runtime/facet/min-inclusive.js';
import { minLength } from '../../../src/runtime/facet/min-length.js';
import { pattern } from '../../../src/runtime/facet/pattern.js';
import { restriction } from '../../../src/runtime/facet/restriction.js';
import { totalDigits } from '../../../src/runtime/facet/total-digits.js';
import { union } from '../../../src/runtime/facet/union.js';
import { whiteSpace } from '../../../src/runtime/facet/white-space.js';
import { accepts, builtIn, lookup, scans } from './built-in.js';

interface Case {
  readonly base: string;
  readonly facets: readonly Facet[];
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
  readonly rule: string;
}

const CASES: readonly Case[] = [
  {
    base: 'string',
    facets: [length(2)],
    valid: ['ab', '😀a'],
    invalid: ['', 'a', 'abc'],
    rule: 'cvc-length-valid',
  },
  {
    base: 'string',
    facets: [maxLength(2)],
    valid: ['', 'ab', '😀😀'],
    invalid: ['abc'],
    rule: 'cvc-maxLength-valid',
  },
  { base: 'token', facets: [minLength(1)], valid: ['a'], invalid: [''], rule: 'cvc-minLength-valid' },
  { base: 'hexBinary', facets: [length(2)], valid: ['00ff'], invalid: ['00', ''], rule: 'cvc-length-valid' },
  { base: 'base64Binary', facets: [length(1)], valid: ['AA=='], invalid: ['AAAA'], rule: 'cvc-length-valid' },
  {
    base: 'NMTOKENS',
    facets: [maxLength(2)],
    valid: ['abc', 'a b'],
    invalid: ['a b c'],
    rule: 'cvc-maxLength-valid',
  },
  { base: 'QName', facets: [length(99)], valid: ['a', 'a:b'], invalid: [], rule: '' },
  {
    base: 'int',
    facets: [minInclusive('0')],
    valid: ['0', '-0', '+5', '2147483647'],
    invalid: ['-1'],
    rule: 'cvc-minInclusive-valid',
  },
  {
    base: 'decimal',
    facets: [maxExclusive('1.5')],
    valid: ['1.4999999999999999999999'],
    invalid: ['1.5', '1.50', '2'],
    rule: 'cvc-maxExclusive-valid',
  },
  {
    base: 'decimal',
    facets: [maxInclusive('1.5')],
    valid: ['1.5', '-9'],
    invalid: ['1.50000000000000000000001'],
    rule: 'cvc-maxInclusive-valid',
  },
  {
    base: 'integer',
    facets: [minExclusive('9007199254740993')],
    valid: ['9007199254740994'],
    invalid: ['9007199254740993', '9007199254740992', '1'],
    rule: 'cvc-minExclusive-valid',
  },
  {
    base: 'double',
    facets: [minInclusive('0', compareValues)],
    valid: ['-0', 'INF'],
    invalid: ['NaN', '-INF'],
    rule: 'cvc-minInclusive-valid',
  },
  {
    base: 'dateTime',
    facets: [minInclusive('2000-01-01T00:00:00Z', compareValues)],
    valid: ['2000-01-01T00:00:00Z', '2000-01-02T00:00:00'],
    invalid: ['2000-01-01T00:00:00', '1999-12-31T23:59:59Z'],
    rule: 'cvc-minInclusive-valid',
  },
  {
    base: 'duration',
    facets: [maxInclusive('P1M', compareValues)],
    valid: ['P27D', 'P1M'],
    invalid: ['P30D', 'P32D'],
    rule: 'cvc-maxInclusive-valid',
  },
  {
    base: 'decimal',
    facets: [totalDigits(3)],
    valid: ['123', '-12.3', '0012.30', '0.12', '0.0', '.123'],
    invalid: ['1234', '12.34', '0.0001'],
    rule: 'cvc-totalDigits-valid',
  },
  {
    base: 'decimal',
    facets: [fractionDigits(2)],
    valid: ['1.23', '1.2300', '5'],
    invalid: ['1.234'],
    rule: 'cvc-fractionDigits-valid',
  },
  {
    base: 'string',
    facets: [enumeration(['a', 'bb', 'é'])],
    valid: ['a', 'bb', 'é'],
    invalid: ['', 'A', 'b'],
    rule: 'cvc-enumeration-valid',
  },
  {
    base: 'decimal',
    facets: [enumerationOfValues(['1.0', '2'])],
    valid: ['1', '2.00'],
    invalid: ['3'],
    rule: 'cvc-enumeration-valid',
  },
  {
    base: 'token',
    facets: [enumeration([' a  b '])],
    valid: ['a b'],
    invalid: ['a'],
    rule: 'cvc-enumeration-valid',
  },
  {
    base: 'NOTATION',
    facets: [enumerationOfValues(['p:n'], [{ p: 'urn:a' }])],
    valid: ['a:n', 'b:n'],
    invalid: ['n'],
    rule: 'cvc-enumeration-valid',
  },
  {
    base: 'double',
    facets: [enumerationOfValues(['NaN', '0'])],
    valid: ['NaN', '-0'],
    invalid: ['1'],
    rule: 'cvc-enumeration-valid',
  },
  {
    base: 'string',
    facets: [pattern([/^a+$/u, /^b+$/u])],
    valid: ['aa', 'b'],
    invalid: ['ab', ''],
    rule: 'cvc-pattern-valid',
  },
];

test.each(CASES)('$base restricted, rule $rule', ({ base, facets, valid, invalid, rule }) => {
  const type = restriction(builtIn(base), facets, 'T');
  expect(type).toMatchObject({
    name: 'T',
    primitive: builtIn(base).primitive,
    variety: builtIn(base).variety,
  });
  for (const literal of valid) expect(accepts(type, literal), literal).toBe(true);
  for (const literal of invalid) {
    expect(accepts(type, literal), literal).toBe(false);
    expect(type.check(literal, lookup)?.rule).toBe(rule);
  }
});

test('the fault of the base type comes first', () => {
  expect(restriction(builtIn('int'), [maxInclusive('5')], 'T').check('x', lookup)?.rule).toBe(
    'cvc-datatype-valid.1.2.1',
  );
});

test('steps add up', () => {
  const base = restriction(builtIn('string'), [pattern([/^[a-z]+$/u])], 'A');
  const type = restriction(base, [pattern([/^.{2}$/u]), maxLength(9)], 'B');
  expect(['ab', 'a', 'A1'].map((literal) => accepts(type, literal))).toEqual([true, false, false]);
});

test('whiteSpace changes how a type normalises', () => {
  const type = restriction(builtIn('string'), [whiteSpace('collapse'), enumeration(['a b'])], 'T');
  expect(type.whiteSpace).toBe('collapse');
  expect(scans(type, 'a b')).toBe(true);
  expect(scans(type, ' a b')).toBe(false);
});

describe('fast paths', () => {
  test.each<[string, readonly Facet[], string, boolean | undefined]>([
    ['string', [maxLength(3)], 'abc', true],
    ['string', [enumeration(['kWh', 'Wh'])], 'Wh', true],
    ['string', [enumeration(['kWh', 'Wh'])], 'W', false],
    ['int', [minInclusive('0'), maxInclusive('100')], '42', true],
    ['int', [minInclusive('0'), maxInclusive('100')], '142', false],
    ['decimal', [totalDigits(5), fractionDigits(2)], '1.25', true],
    ['NMTOKENS', [maxLength(3)], 'a b c', true],
    ['string', [pattern([/^a$/u])], 'a', undefined],
    ['ID', [maxLength(3)], 'a', undefined],
  ])('%s %#', (base, facets, literal, expected) => {
    expect(scans(restriction(builtIn(base), facets, 'T'), literal)).toBe(expected);
  });
});

describe('list', () => {
  const type = list(builtIn('int'), 'Ints');
  test.each([
    ['', true],
    ['1', true],
    ['1 2 -3', true],
    ['1 x', false],
  ])('"%s"', (literal, expected) => {
    expect(accepts(type, literal)).toBe(expected);
    expect(scans(type, literal)).toBe(expected);
  });
  test('values', () => {
    expect(keyOf(type, '01 2', lookup)).toBe(keyOf(type, '1 +2', lookup));
    expect(type.length?.('1 2 3')).toBe(3);
    expect(type.check('1 x', lookup)).toEqual({
      rule: 'cvc-datatype-valid.1.2.2',
      expected: 'a list of: an integer',
    });
  });
});

describe('union', () => {
  const size = restriction(builtIn('token'), [enumeration(['small', 'large'])], 'Size');
  const type = union([builtIn('int'), size, builtIn('ID')], 'U');
  test.each([
    ['1', true],
    [' 1 ', true],
    ['small', true],
    ['1.5', false],
  ])('"%s"', (literal, expected) => {
    expect(accepts(type, literal)).toBe(expected);
  });
  test('the first member that accepts gives the value', () => {
    expect(keyOf(type, ' 01 ', lookup)).toBe(keyOf(builtIn('int'), '1', lookup));
    expect(type.normalized?.('\n small\t', lookup)).toBe('small');
    expect(type.identifier?.('x1')).toBe('ID');
    expect(type.identifier?.('small')).toBeUndefined();
    expect(type.check('1.5', lookup)?.expected).toBe('a value of int or Size or ID');
  });
  test('facets of a union see the literal as the member does', () => {
    const narrow = restriction(type, [pattern([/^[1-5]$/u]), enumerationOfValues(['3', '5'])], 'N');
    expect([' 3 ', '4', '7'].map((literal) => accepts(narrow, literal))).toEqual([true, false, false]);
  });
});
