import { expect, test } from 'vitest';
import { builtIn, lookup } from './built-in.js';
import { compareValues, isOrdered } from '../../../src/runtime/value-space/compare-values.js';
import { keyOf } from '../../../src/runtime/value-space/key-of.js';

/** Literals of one value in each row. */
test.each([
  ['decimal', ['0', '-0', '+0.00', '.0', '0.']],
  ['decimal', ['1.5', '+01.50', '1.500']],
  ['decimal', ['100', '100.']],
  ['integer', ['007', '7', '+7']],
  ['float', ['0', '-0', '0.0E5']],
  ['float', ['16777216', '16777217', '1.6777216E7']],
  ['float', ['INF', '1e39']],
  ['double', ['1', '1.0', '1e0', '10E-1']],
  ['double', ['NaN', 'NaN']],
  ['boolean', ['true', '1']],
  ['hexBinary', ['0aFf', '0AFF']],
  ['base64Binary', ['AAA=', 'A A A =']],
  [
    'dateTime',
    [
      '2005-12-31T24:00:00Z',
      '2006-01-01T00:00:00.0Z',
      '2006-01-01T01:00:00+01:00',
      '2005-12-31T23:00:00-01:00',
    ],
  ],
  ['dateTime', ['2004-02-28T24:00:00', '2004-02-29T00:00:00']],
  ['dateTime', ['-0001-12-31T24:00:00', '0001-01-01T00:00:00']],
  ['date', ['2002-10-10+13:00', '2002-10-09-11:00']],
  ['time', ['24:00:00', '00:00:00']],
  ['time', ['01:30:00+01:00', '00:30:00Z']],
  ['gMonthDay', ['--12-25Z', '--12-25+00:00', '--12-25-00:00']],
  ['duration', ['P1Y', 'P12M', 'P0Y12M']],
  ['duration', ['P1D', 'PT24H', 'PT1440M', 'PT86400.0S']],
  ['duration', ['PT0S', '-P0D', 'P0Y']],
  ['QName', ['a:x', 'b:x']],
  ['string', ['x', 'x']],
])('%s: %j are equal', (name, literals) => {
  const type = builtIn(name);
  expect(new Set(literals.map((literal) => keyOf(type, literal, lookup))).size).toBe(1);
  if (isOrdered(type))
    for (const literal of literals) expect(compareValues(type, literals[0] ?? '', literal)).toBe(0);
});

test.each([
  ['decimal', '0.1', '0.10000000000000000000001'],
  ['integer', '1', '-1'],
  ['float', '16777216', '16777218'],
  ['double', '0.1', '0.10000000000000002'],
  ['dateTime', '2005-01-01T00:00:00Z', '2005-01-01T00:00:00'],
  ['duration', 'P1M', 'P30D'],
  ['string', 'a', 'A'],
  ['QName', 'a:x', 'x'],
  ['NMTOKENS', 'a b', 'ab'],
  ['NMTOKENS', 'a b', 'b a'],
])('%s: %s and %s are different', (name, a, b) => {
  expect(keyOf(builtIn(name), a, lookup)).not.toBe(keyOf(builtIn(name), b, lookup));
});

test('values of different primitive types are different', () => {
  const keys = ['decimal', 'float', 'double', 'string', 'anyURI', 'gYear'].map((name) =>
    keyOf(builtIn(name), name === 'gYear' ? '2005' : '1', lookup),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(keyOf(builtIn('int'), '1', lookup)).toBe(keyOf(builtIn('decimal'), '1.0', lookup));
  expect(keyOf(builtIn('token'), '1', lookup)).toBe(keyOf(builtIn('string'), '1', lookup));
});

/** `<` is less, `?` incomparable. */
test.each([
  ['decimal', '-2 < -1.5 < -1 < 0 < 0.001 < 0.01 < 1 < 9.99 < 10 < 1000000000000000000000'],
  ['decimal', '123456789012345678901234567890.1 < 123456789012345678901234567890.12'],
  ['float', '-INF < -1e38 < 0 < 1e-45 < 1 < INF'],
  ['float', 'NaN ? 1'],
  ['double', 'INF ? NaN'],
  ['dateTime', '-0002-01-01T00:00:00 < -0001-12-31T00:00:00 < 0001-01-01T00:00:00 < 12005-01-01T00:00:00'],
  ['dateTime', '2000-01-15T00:00:00 < 2000-02-15T00:00:00'],
  ['dateTime', '2000-01-15T12:00:00 < 2000-01-16T12:00:00Z'],
  ['dateTime', '2000-01-01T12:00:00 ? 1999-12-31T23:00:00Z'],
  ['dateTime', '2000-01-16T12:00:00 ? 2000-01-16T12:00:00Z'],
  ['dateTime', '2000-01-16T00:00:00 ? 2000-01-16T12:00:00Z'],
  ['dateTime', '2000-01-01T00:00:00.1 < 2000-01-01T00:00:00.11 < 2000-01-01T00:00:00.2'],
  ['dateTime', '2000-01-01T00:00:00+02:00 < 2000-01-01T00:00:00Z < 2000-01-01T00:00:00-02:00'],
  ['date', '2000-01-01 < 2000-01-02 < 2000-12-31'],
  ['time', '00:00:00 < 12:00:00 < 23:59:59.9'],
  // The order is that of date and time on one and the same day.
  ['time', '00:30:00+01:00 < 23:30:00Z < 12:00:00-14:00'],
  ['gMonthDay', '--01-31 < --02-29 < --03-01'],
  ['gYear', '-0044 < 1999 < 2000 < 12000'],
  ['duration', 'P1D < P1M < P1Y < P366DT1S'],
  ['duration', 'P1M ? P30D'],
  ['duration', 'P1Y ? P365D'],
  ['duration', 'P1M < P32D'],
  ['duration', '-P32D < -P1M < -P27D < P0D < PT0.001S'],
  ['duration', 'P27D < P1M'],
  ['duration', 'P5M < P154D'],
  ['duration', 'P5M ? P151D'],
])('order of %s: %s', (name, row) => {
  const compare = (a: string, b: string): number | undefined => compareValues(builtIn(name), a, b);
  const words = row.split(' ');
  for (let at = 0; at + 2 < words.length; at += 2) {
    const [a = '', sign, b = ''] = words.slice(at, at + 3);
    expect(compare(a, b), `${a} ${sign} ${b}`).toEqual(sign === '?' ? undefined : expect.any(Number));
    if (sign === '?') expect(compare(b, a)).toBeUndefined();
    else {
      expect(compare(a, b)).toBeLessThan(0);
      expect(compare(b, a)).toBeGreaterThan(0);
    }
  }
});

/** A literal just beside the middle of two floats must not be rounded through a double. */
test('float rounds once', () => {
  const key = (literal: string): string => keyOf(builtIn('float'), literal, lookup);
  expect(key('1.000000059604644775390625')).toBe('float 1');
  expect(key('1.00000005960464477539062500000000000001')).toBe('float 1.0000001192092896');
  expect(key('1.00000005960464477539062499999999999999')).toBe('float 1');
  expect(key('340282356779733661637539395458142568448')).toBe('float Infinity');
  expect(key('340282356779733661637539395458142568447.9999')).toBe('float 3.4028234663852886e+38');
  expect(key('0.7006492321624085354618e-45')).toBe('float 0');
  expect(key('-0.7006492321624086e-45')).toBe('float -1.401298464324817e-45');
});

test.each([
  ['string', 'a😀é', 3],
  ['anyURI', 'あ', 1],
  ['hexBinary', '00ffaa', 3],
  ['base64Binary', 'AA==', 1],
  ['base64Binary', 'A A A A A A A =', 5],
  ['NMTOKENS', 'a b c', 3],
])('length of %s "%s" is %i', (name, literal, length) => {
  expect(builtIn(name).length?.(literal)).toBe(length);
});

test.each(['QName', 'NOTATION', 'decimal', 'dateTime'])('length does not apply to %s', (name) => {
  expect(builtIn(name).length).toBeUndefined();
});

test.each([
  ['ID', 'a', 'ID'],
  ['IDREF', 'a', 'IDREF'],
  ['IDREFS', 'a b', 'IDREF'],
])('%s says that it has to do with IDs', (name, literal, kind) => {
  expect(builtIn(name).identifier?.(literal)).toBe(kind);
  expect(builtIn(name).scan).toBeUndefined();
});
