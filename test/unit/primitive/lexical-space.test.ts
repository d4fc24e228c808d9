import { describe, expect, test } from 'vitest';
import { accepts, BUILT_IN, builtIn, scans } from './built-in.js';

/** Valid and invalid literals of each type, white space normalised already. */
const LITERALS: Readonly<Record<string, { valid: readonly string[]; invalid: readonly string[] }>> = {
  string: { valid: ['', ' a ', '\t\n', 'é', '😀'], invalid: ['\0', '\u0001', '\ud800', '\ufffe', 'a\udc00'] },
  normalizedString: { valid: ['', ' a  b ', 'é'], invalid: ['\t', 'a\nb', 'a\rb'] },
  token: { valid: ['', 'a b', 'é'], invalid: [' ', ' a', 'a ', 'a  b', 'a\tb'] },
  language: {
    valid: ['en', 'de-CH', 'i-klingon', 'x-a1-b2', 'abcdefgh-12345678'],
    invalid: ['', 'a1', 'abcdefghi', 'en-', '-en', 'en--us', 'en-123456789', 'en us', 'dé'],
  },
  Name: {
    valid: ['a', ':', '_a', 'a:b:c', 'é', 'a-.1', 'aé', 'ĳ'],
    invalid: ['', '1', '-', 'a b', '.', '×'],
  },
  NCName: { valid: ['a', '_', 'é', 'a-.1·', '𐀀'], invalid: ['', ':', 'a:b', '1a', '-', 'a b', 'a÷'] },
  ID: { valid: ['a1'], invalid: ['1a', 'a:b', ''] },
  IDREF: { valid: ['a1'], invalid: ['1a', 'a:b', ''] },
  ENTITY: { valid: ['a1'], invalid: ['1a', 'a:b', ''] },
  NMTOKEN: { valid: ['1', '-', 'a:b', '.', '··', 'é'], invalid: ['', 'a b', 'a,b', '÷'] },
  NMTOKENS: { valid: ['1', '1 2 -'], invalid: ['', 'a, b'] },
  IDREFS: { valid: ['a', 'a b'], invalid: ['', 'a 1'] },
  ENTITIES: { valid: ['a', 'a b'], invalid: ['', 'a 1'] },
  boolean: { valid: ['true', 'false', '1', '0'], invalid: ['', 'TRUE', 'yes', '2', '01', 'falsey', 'tru'] },
  decimal: {
    valid: ['0', '-0', '+1', '1.', '.5', '-.5', '1.50', '00012.300', '9'.repeat(400)],
    invalid: ['', '.', '+', '-', '+.', '1e3', 'INF', '1,5', '1.2.3', '--1', '1 2', '0x1', '١'],
  },
  integer: { valid: ['0', '-0', '+007', '9'.repeat(400)], invalid: ['', '1.0', '1.', '+', '1e2', 'a'] },
  long: {
    valid: ['9223372036854775807', '-9223372036854775808', '+1', '123456789012345678'],
    invalid: ['9223372036854775808', '-9223372036854775809', '1.0'],
  },
  int: {
    valid: ['2147483647', '-2147483648', '-0', '0002147483647'],
    invalid: ['2147483648', '-2147483649', ''],
  },
  short: { valid: ['32767', '-32768'], invalid: ['32768', '-32769'] },
  byte: { valid: ['127', '-128', '+127'], invalid: ['128', '-129'] },
  unsignedLong: { valid: ['18446744073709551615', '-0', '+5'], invalid: ['18446744073709551616', '-1'] },
  unsignedInt: { valid: ['4294967295'], invalid: ['4294967296', '-1'] },
  unsignedShort: { valid: ['65535'], invalid: ['65536', '-1'] },
  unsignedByte: { valid: ['255', '0'], invalid: ['256', '-1'] },
  nonNegativeInteger: {
    valid: ['0', '-0', '99999999999999999999'],
    invalid: ['-1', '-99999999999999999999'],
  },
  positiveInteger: { valid: ['1', '+1', '99999999999999999999'], invalid: ['0', '-1', '-0'] },
  nonPositiveInteger: {
    valid: ['0', '+0', '-1', '-99999999999999999999'],
    invalid: ['1', '99999999999999999999'],
  },
  negativeInteger: { valid: ['-1', '-99999999999999999999'], invalid: ['0', '-0', '1'] },
  float: {
    valid: ['1', '1.', '.1', '-1.5e-3', '1E+400', '+1', 'INF', '-INF', 'NaN', '-0', '0e0'],
    invalid: ['', '.', 'e1', '1e', '1e+', '+INF', 'inf', '-NaN', 'Infinity', '1e1.5', '0x1', '1 '],
  },
  double: { valid: ['1', '1e308', 'INF', 'NaN'], invalid: ['', '+INF', '1f', '1e'] },
  duration: {
    valid: ['P1Y', 'P1M', 'PT1M', '-P1D', 'P1Y2M3DT4H5M6.7S', 'PT0S', 'P0Y', 'PT36H', 'PT0.0001S'],
    invalid: [
      '',
      'P',
      'PT',
      'P1YT',
      '+P1D',
      'P-1D',
      'P1.5Y',
      'P1S',
      'PT1Y',
      'P1M1Y',
      '1Y',
      'PT.5S',
      'PT1.S',
      'p1y',
      '-',
    ],
  },
  dateTime: {
    valid: [
      '2005-12-31T23:59:59',
      '2005-12-31T23:59:59Z',
      '2005-12-31T23:59:59.123456789+14:00',
      '2005-12-31T23:59:59-13:59',
      '2005-12-31T24:00:00',
      '2005-12-31T24:00:00.000Z',
      '2004-02-29T00:00:00',
      '2000-02-29T00:00:00',
      '-0001-01-01T00:00:00',
      '-0004-02-29T00:00:00',
      '12004-02-29T00:00:00',
      '99999999999999999999-01-01T00:00:00Z',
    ],
    invalid: [
      '',
      '2005-12-31',
      '2005-12-31T23:59:60',
      '2005-12-31T24:00:01',
      '2005-12-31T24:00:00.1',
      '2005-12-31T25:00:00',
      '2005-12-31T23:60:00',
      '2005-12-31T23:59:59.',
      '2005-12-31t23:59:59',
      '2005-12-31T23:59:59z',
      '2005-12-31T23:59:59+14:01',
      '2005-12-31T23:59:59+15:00',
      '2005-12-31T23:59:59+05:60',
      '2005-12-31T23:59:59+5:00',
      '2005-12-31T23:59',
      '2005-13-01T00:00:00',
      '2005-00-01T00:00:00',
      '2005-01-00T00:00:00',
      '2005-04-31T00:00:00',
      '2005-02-29T00:00:00',
      '1900-02-29T00:00:00',
      '0000-01-01T00:00:00',
      '-0000-01-01T00:00:00',
      '+2005-01-01T00:00:00',
      '005-01-01T00:00:00',
      '02005-01-01T00:00:00',
      '2005-1-01T00:00:00',
      '2005-12-31 23:59:59',
      '2005-12-31T23:59:59ZZ',
    ],
  },
  date: {
    valid: [
      '2005-12-31',
      '2005-12-31Z',
      '2005-12-31+14:00',
      '-0044-03-15',
      '12005-01-01',
      '2004-02-29-05:00',
    ],
    invalid: [
      '',
      '2005-12-32',
      '2005-12',
      '2005-12-31T',
      '0000-01-01',
      '05-12-31',
      '2005-12-31+14:30',
      '2003-02-29',
    ],
  },
  time: {
    valid: ['00:00:00', '23:59:59.999', '24:00:00', '12:00:00Z', '12:00:00-05:30', '24:00:00.0Z'],
    invalid: [
      '',
      '24:00:01',
      '12:00',
      '1:00:00',
      '12:60:00',
      '12:00:60',
      '12:00:00.',
      '12:00:00+24:00',
      'T12:00:00',
    ],
  },
  gYear: {
    valid: ['2005', '-0001', '12005', '2005Z', '2005-05:00'],
    invalid: ['0000', '05', '02005', '+2005', ''],
  },
  gYearMonth: { valid: ['2005-12', '-0001-01Z'], invalid: ['2005-13', '2005-00', '2005', '2005-1'] },
  gMonth: { valid: ['--01', '--12Z', '--12-05:00'], invalid: ['--12--', '--13', '--00', '-12', '--1', '12'] },
  gMonthDay: {
    valid: ['--02-29', '--12-31+01:00'],
    invalid: ['--02-30', '--04-31', '--13-01', '--01-00', '-01-01'],
  },
  gDay: { valid: ['---01', '---31', '---31Z'], invalid: ['---32', '---00', '--01', '---1', '31'] },
  hexBinary: { valid: ['', '00', '0aF9'], invalid: ['0', '0g', '0 0', '0x00', ':;'] },
  base64Binary: {
    valid: ['', 'AAAA', 'AA==', 'AAA=', 'A A A A', 'AA= =', 'A Q = =', 'TWFu', '+/+/', 'MS0yLTM='],
    invalid: [
      'A',
      'AA',
      'AAA',
      '=',
      '====',
      'A===',
      'AB==',
      'AAB=',
      'AAAA=',
      'AA=A',
      'AAA*',
      'AA  AA',
      'AAAA ',
      'AAAAA',
      'M0SyLMT=',
    ],
  },
  anyURI: {
    valid: [
      '',
      'http://example.org/a?b=c#d',
      'mailto:a@b',
      'a/b:c',
      '../a',
      '#x',
      '?a:b',
      'urn:x',
      'http://[::1]/',
      'a b',
      'foo<bar',
      'foo"bar',
      'a%20b',
      'あ',
      '/',
      '///',
      '\\\\a',
      'a+b-c.d:e',
    ],
    invalid: [':a', 'b:', '1a:b', '%', 'a%2', 'a%GG', '#a#b', '//', 'é:a', 'b:#x'],
  },
  QName: { valid: ['a', 'a:b', 'xml:lang', 'é'], invalid: ['', ':a', 'a:', 'a:b:c', 'z:a', '1', 'a:1'] },
  NOTATION: { valid: ['a', 'a:b'], invalid: ['', 'z:a', '1'] },
  anySimpleType: { valid: ['', 'anything'], invalid: [] },
};

test('there are 44 built-in types and anySimpleType', () => {
  expect(Object.keys(BUILT_IN)).toHaveLength(45);
  expect(Object.keys(LITERALS).sort()).toEqual(Object.keys(BUILT_IN).sort());
  for (const [name, type] of Object.entries(BUILT_IN)) expect(type.name).toBe(name);
});

describe.each(Object.entries(LITERALS))('%s', (name, { valid, invalid }) => {
  test.each(valid.map((literal) => [literal]))('accepts "%s"', (literal) => {
    expect(accepts(builtIn(name), literal)).toBe(true);
  });
  if (invalid.length > 0)
    test.each(invalid.map((literal) => [literal]))('refuses "%s"', (literal) => {
      expect(accepts(builtIn(name), literal)).toBe(false);
    });
});

test.each([
  ['decimal', '-12.50'],
  ['integer', '123456789012345678901234567890'],
  ['int', '-2147483648'],
  ['long', '123456789012345'],
  ['double', '-1.5E-3'],
  ['boolean', 'false'],
  ['dateTime', '2005-12-31T23:59:59.123+01:00'],
  ['dateTime', '2005-12-31T23:59:59Z'],
  ['date', '2004-02-29'],
  ['time', '23:59:59Z'],
  ['token', 'a b c'],
  ['NCName', 'a-1'],
  ['NMTOKEN', '-a:1'],
  ['NMTOKENS', '-a:1 b'],
  ['anyURI', 'http://example.org/a'],
  ['hexBinary', '00ff'],
  ['base64Binary', 'AAA='],
  ['language', 'en-US'],
])('%s has a fast path that accepts "%s"', (name, literal) => {
  expect(scans(builtIn(name), literal)).toBe(true);
});
