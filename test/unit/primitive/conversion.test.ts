import { describe, expect, test } from 'vitest';
import {
  decodeBase64,
  decodeHex,
  encodeBase64,
  encodeHex,
} from '../../../src/runtime/primitive/binary-conversion.js';
import {
  dateOf,
  dateTimeOf,
  durationOf,
  timeOf,
  toDate,
  toMilliseconds,
} from '../../../src/runtime/primitive/calendar-conversion.js';
import type { DateTime, Duration, Integer } from '../../../src/runtime/primitive/brand.js';
import {
  decimalOf,
  doubleOf,
  floatOf,
  integerOf,
  toBigInt,
  toNumber,
} from '../../../src/runtime/primitive/decimal-conversion.js';

describe('numbers', () => {
  test.each([
    [1, '1'],
    [-0.5, '-0.5'],
    [1.5e-7, '0.00000015'],
    [-1e21, '-1000000000000000000000'],
    [1.2345e25, '12345000000000000000000000'],
    [10n ** 30n, '1000000000000000000000000000000'],
    ['+1.50', '+1.50'],
  ])('decimalOf(%s) is %s', (value, literal) => {
    expect(decimalOf(value)).toBe(literal);
    expect(toNumber(decimalOf(value))).toBe(Number(value));
  });
  test.each(['', 'x', NaN, Infinity, '1e3'])('decimalOf(%s) is misuse', (value) => {
    expect(() => decimalOf(value)).toThrow(RangeError);
  });
  test('integers', () => {
    expect(integerOf(1e21)).toBe('1000000000000000000000');
    expect(() => integerOf(1.5)).toThrow(RangeError);
    expect(toBigInt(integerOf('+007'))).toBe(7n);
    expect(toBigInt('-12' as Integer)).toBe(-12n);
  });
  test('floating point', () => {
    expect([1.5, NaN, Infinity, -Infinity, -0].map(doubleOf)).toEqual(['1.5', 'NaN', 'INF', '-INF', '-0']);
    expect(floatOf(0.1)).toBe('0.10000000149011612');
    expect(toNumber(doubleOf(-Infinity))).toBe(-Infinity);
  });
});

describe('dates', () => {
  const instant = new Date('2005-12-31T23:59:59.120Z');
  test('from Date', () => {
    expect(dateTimeOf(instant)).toBe('2005-12-31T23:59:59.120Z');
    expect(dateOf(instant)).toBe('2005-12-31');
    expect(timeOf(instant)).toBe('23:59:59.120Z');
    expect(dateTimeOf(new Date(0))).toBe('1970-01-01T00:00:00Z');
    expect(() => dateTimeOf(new Date(NaN))).toThrow(RangeError);
  });
  test.each([
    ['2005-12-31T23:59:59.1209Z', undefined, instant.toISOString()],
    ['2006-01-01T00:59:59.12+01:00', undefined, instant.toISOString()],
    ['2005-12-31T23:59:59.12', 'Z', instant.toISOString()],
    ['2005-12-31', '-05:00', '2005-12-31T05:00:00.000Z'],
    ['1969-12-31T24:00:00Z', undefined, '1970-01-01T00:00:00.000Z'],
  ])('toDate(%s, %s)', (literal, zone, expected) => {
    expect(toDate(literal as DateTime, zone).toISOString()).toBe(expected);
  });
  test('a value without time zone is no instant', () => {
    expect(() => toDate('2005-12-31T23:59:59' as DateTime)).toThrow(RangeError);
  });
  test('durations', () => {
    expect(durationOf(90_500)).toBe('PT90.500S');
    expect(durationOf(-1000)).toBe('-PT1S');
    expect(toMilliseconds('PT15M' as Duration)).toBe(900_000);
    expect(toMilliseconds('-P1DT0.5S' as Duration)).toBe(-86_400_500);
    expect(toMilliseconds('P1M' as Duration)).toBeUndefined();
  });
});

test.each([[], [0], [1, 2], [255, 254, 253], [0, 128, 255, 7]].map((octets) => [octets]))(
  'octets %j survive',
  (octets) => {
    const bytes = Uint8Array.from(octets);
    expect([...decodeHex(encodeHex(bytes))]).toEqual(octets);
    expect([...decodeBase64(encodeBase64(bytes))]).toEqual(octets);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  },
);
