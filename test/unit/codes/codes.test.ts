import { describe, expect, test } from 'vitest';
import {
  checkCode,
  describeCode,
  describeReadingType,
  endDeviceCode,
  formatEndDeviceCode,
  formatFirstEditionReadingType,
  formatReadingQuality,
  formatReadingType,
  fromFirstEdition,
  outcomeOf,
  parseEndDeviceCode,
  parseFirstEditionReadingType,
  parseReadingQuality,
  parseReadingType,
  readingQuality,
  readingType,
} from '../../../src/runtime/codes/index.js';
import type { CodePolicy } from '../../../src/runtime/codes/index.js';
import { randomFrom } from './code-samples.js';

const KWH = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

describe('in words', () => {
  test.each<[string, string]>([
    [KWH, 'fifteen-minute delta data, forward, electricity secondary metered, energy, kWh'],
    [
      '13.0.0.9.1.1.12.0.0.0.0.1.0.0.0.3.71.0',
      'monthly, summation, forward, electricity secondary metered, energy, time-of-use rate 1, kVAh',
    ],
    [
      '0.8.7.6.15.2.37.1.2.7.1.0.3.2.224.-6.29.978', // every field but three
      'maximum, sixty-minute indicating, quadrant 1, electricity primary metered, power, interharmonic 1/2, argument 7/1, ' +
        'critical peak period 3, consumption tier 2, phases ABC, µV, EUR',
    ],
    ['0.0.0.0.5.18.58.0.0.0.0.0.0.0.0.3.42.0', 'Q1 plus Q2, CO2, volume, 10^3 m³'],
    [
      '0.0.57.0.0.0.0.0.0.0.0.0.0.0.769.0.265.36',
      'rolling-block-60-minute-interval-30-minute-sub-interval, phases S12N, mile per US gallon equivalent, AUD',
    ],
    ['0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.4.300.985', '10^4 unit 300, currency 985'],
    ['0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0', 'nothing is said'],
    ['3.31.0.18', 'electric meter, remote connect/disconnect switch, connect'],
    ['3.26.0.85', 'electric meter, power, failed'],
    ['17.12.32.80', 'PAN meter, security, security key, opted in'],
    ['0.0.0.0', 'nothing is said'],
    ['1.0.0', 'end device, valid, data valid'],
    ['2.5.259', 'metering data collection network, reasonability, known missing read'],
    ['3.9.4', 'meter data management system, obsolete, 4'],
    ['2.0.0.1.0.12.0.0.0.3.72', 'fifteen-minute, forward, energy, kWh'],
    ['0.0.0.4.1.1.12.0.0.3.72', 'net, AP title, kWh'],
  ])('%s', (code, words) => {
    const read = describeCode(code);
    expect(read.ok ? read.value.summary : read.issues).toBe(words);
  });

  test('each field has its number, its name and its words', () => {
    const fields = describeReadingType(readingType({ unit: 'Wh', currency: 'EUR' })).fields;
    expect(fields).toHaveLength(18);
    expect(fields[16]).toEqual({ field: 'unit', number: 72, name: 'Wh', words: 'Wh', standing: 'standard' });
    expect(fields[11]).toEqual({
      field: 'tou',
      number: 0,
      name: undefined,
      words: 'none',
      standing: 'standard',
    });
  });
});

describe('building', () => {
  test('a reading type', () => {
    const code = readingType({
      measuringPeriod: 'fifteenMinute',
      accumulation: 'deltaData',
      flowDirection: 'forward',
      commodity: 'electricitySecondaryMetered',
      measurementKind: 'energy',
      multiplier: 'k',
      unit: 'Wh',
    });
    expect(formatReadingType(code)).toBe(KWH);
    expect(
      formatReadingType(
        readingType({ argument: { numerator: 1, denominator: 3 }, multiplier: -3, unit: 1234 }),
      ),
    ).toBe('0.0.0.0.0.0.0.0.0.1.3.0.0.0.0.-3.1234.0');
  });

  test('an end device code, by either name of a number', () => {
    const parts = { type: 'ElectricMeter', domain: 'RCDSwitch', eventOrAction: 'Connect' } as const;
    expect(formatEndDeviceCode(endDeviceCode(parts))).toBe('3.31.0.18');
    expect(endDeviceCode({ subDomain: 'PhaseAVoltagePotential' })).toEqual(
      endDeviceCode({ subDomain: 'PhaseA' }),
    );
  });

  test('a reading quality, whose index has the names of its category', () => {
    const quality = readingQuality({
      system: 'meterDataManagementSystem',
      category: 'edited',
      index: 'added',
    });
    expect(formatReadingQuality(quality)).toBe('3.7.1');
    expect(formatReadingQuality(readingQuality({ system: 2, category: 'obsolete', index: 7 }))).toBe('2.9.7');
  });

  test('compiles with known names only', () => {
    // @ts-expect-error A name that the table of units does not have.
    expect(() => readingType({ unit: 'kWh' })).toThrow(RangeError);
    // @ts-expect-error A name of another category.
    expect(() => readingQuality({ system: 1, category: 'edited', index: 'suspect' })).toThrow(RangeError);
  });

  test('refuses names and numbers that stand for nothing', () => {
    const wrong =
      (parts: object): (() => unknown) =>
      () =>
        readingType(parts);
    expect(wrong({ unit: 'kWh' })).toThrow('unit is kWh');
    expect(wrong({ tou: 1.5 })).toThrow('tou is 1.5');
    expect(wrong({ unit: -1 })).toThrow('unit is -1');
    expect(wrong({ unit: 'toString' })).toThrow(RangeError);
  });
});

describe('reading', () => {
  test.each<[string, string, string]>([
    [
      '0.0.x.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0',
      'measuringPeriod',
      'field 3 (measuringPeriod) is "x", expected a whole number from 0',
    ],
    ['0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.-72.0', 'unit', 'field 17 (unit) is "-72"'],
    [
      '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.+3.72.0',
      'multiplier',
      'field 16 (multiplier) is "+3", expected a whole number',
    ],
    ['0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.', 'currency', 'field 18 (currency) is ""'],
    ['0.0.2.4.1.1.012.0.0.0.0.0.0.0.0.3.72.0', 'measurementKind', '"012"'],
    ['0.0.2.4.1.1.12.-0.0.0.0.0.0.0.0.3.72.0', 'interharmonic.numerator', '"-0"'],
    [
      '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.99999999999999999999',
      'currency',
      'expected a whole number from 0',
    ],
    [` ${KWH}`, 'macroPeriod', 'field 1 (macroPeriod) is " 0"'],
    ['0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72', '', '17 fields, expected 18'],
    ['', '', '"" is no reading type: 0 fields, expected 18'],
    ['kWh', '', '1 fields, expected 18'],
    [`${'9'.repeat(200)}`, '', '…" is no reading type'],
  ])('refuses %j as a reading type, and names the field', (text, field, message) => {
    const read = parseReadingType(text);
    expect(read.ok).toBe(false);
    expect(read.issues).toMatchObject([{ code: 'VAL5001', severity: 'error', field }]);
    expect(read.issues[0]?.message).toContain(message);
  });

  test('says every field that is wrong', () => {
    const { issues } = parseEndDeviceCode('a.31.b.18');
    expect(issues.map(({ field }) => field)).toEqual(['type', 'subDomain']);
    expect(parseReadingQuality('1.0').issues[0]?.message).toBe(
      '"1.0" is no reading quality: 2 fields, expected 3',
    );
  });

  test.each<[string, CodePolicy, readonly string[]]>([
    ['0.0.0.0.0.0.300.0.0.0.0.0.0.0.0.0.0.0', {}, ['warning VAL5002 measurementKind']],
    ['0.0.0.0.0.0.300.0.0.0.0.0.0.0.0.0.0.0', { unknown: 'refuse' }, ['error VAL5002 measurementKind']],
    ['0.0.0.0.0.0.300.0.0.0.0.0.0.0.0.0.0.0', { unknown: 'accept' }, ['info VAL5002 measurementKind']],
    ['0.0.0.0.0.0.300.0.0.0.0.0.0.0.0.0.0.0', { unknown: 'ignore' }, []],
    [
      '1001.0.0.0.0.0.1001.0.0.0.0.0.0.0.0.0.5000.0',
      {},
      ['info VAL5003 macroPeriod', 'info VAL5003 measurementKind', 'info VAL5003 unit'],
    ],
    ['0.0.0.0.0.0.1001.0.0.0.0.0.0.0.0.0.0.0', { vendor: 'refuse' }, ['error VAL5003 measurementKind']],
    ['0.0.0.0.0.0.0.0.0.0.0.0.0.0.17153.0.195.0', {}, []],
    [
      '0.0.0.0.0.0.0.0.0.0.0.0.0.0.17153.0.195.0',
      { unconfirmed: 'warn' },
      ['warning VAL5004 phases', 'warning VAL5004 unit'],
    ],
    ['0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.985', {}, []],
    ['0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1985', { vendor: 'ignore', unknown: 'warn' }, []],
    ['0.0.0.4.0.1.12.1.0.0.0.0.0.0.0.0.38.0', {}, []],
    [
      '0.0.0.4.0.1.12.1.0.0.0.0.0.0.0.0.38.0',
      { inconsistent: 'warn' },
      [
        'warning VAL5006 interharmonic.denominator',
        'warning VAL5006 unit',
        'warning VAL5006 measuringPeriod',
      ],
    ],
    [KWH, { unknown: 'refuse', vendor: 'refuse', unconfirmed: 'refuse', inconsistent: 'refuse' }, []],
    ['2.0.0.1.0.12.0.0.0.3.72', {}, ['info VAL5005 ']],
    ['2.0.0.1.3.12.0.0.0.3.72', {}, ['info VAL5005 ', 'warning VAL5002 category']],
  ])('%s by %j', (text, policy, expected) => {
    const issues = checkCode('readingType', text, policy);
    expect(issues.map(({ severity, code, field }) => `${severity} ${code} ${field}`)).toEqual(expected);
    const isRefused = issues.some(({ severity }) => severity === 'error');
    const read =
      text.split('.').length === 11
        ? parseFirstEditionReadingType(text, policy)
        : parseReadingType(text, policy);
    expect(read.ok).toBe(!isRefused);
  });

  test('a code of the first edition becomes one of 18 fields', () => {
    const kinds = ['0', '1', '2'].map((category) => {
      const read = parseFirstEditionReadingType(`2.0.0.1.${category}.12.0.0.0.3.72`);
      if (!read.ok) throw new Error(JSON.stringify(read.issues));
      expect(formatFirstEditionReadingType(read.value)).toBe(`2.0.0.1.${category}.12.0.0.0.3.72`);
      return formatReadingType(fromFirstEdition(read.value));
    });
    expect(kinds).toEqual([12, 102, 130].map((kind) => `0.0.2.0.1.0.${kind}.0.0.0.0.0.0.0.0.3.72.0`));
    expect(parseReadingType('2.0.0.1.0.12.0.0.0.3.72').ok).toBe(false);
  });

  test.each<[string, string | undefined, string | undefined]>([
    ['3.31.0.18', '3.31.0.42', '3.31.0.67'],
    ['3.31.0.23', '3.31.0.68', '3.31.0.84'],
    ['3.31.0.6', '3.31.0.12', '3.31.0.222'],
    ['3.31.0.22', '3.31.0.66', '3.31.0.220'],
    ['3.11.0.214', '3.11.0.215', '3.11.0.65'],
    ['3.15.0.55', '3.15.0.243', '3.15.0.218'],
    ['3.26.0.85', undefined, undefined],
    ['3.26.0.0', undefined, undefined],
    ['3.26.0.9999', undefined, undefined],
  ])('the outcome of %s', (text, succeeded, failed) => {
    const read = parseEndDeviceCode(text);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const outcome = outcomeOf(read.value);
    expect(outcome.succeeded && formatEndDeviceCode(outcome.succeeded)).toBe(succeeded);
    expect(outcome.failed && formatEndDeviceCode(outcome.failed)).toBe(failed);
  });
});

test('10,000 random codes survive reading and writing', () => {
  const below = randomFrom(61968);
  const number = (): number => below(10 ** (1 + below(9)));
  for (let count = 0; count < 2500; count++) {
    const eighteen = Array.from({ length: 18 }, (_, at) => (at === 15 ? below(49) - 24 : number())).join('.');
    const eleven = Array.from({ length: 11 }, (_, at) => (at === 9 ? below(49) - 24 : number())).join('.');
    const four = Array.from({ length: 4 }, number).join('.');
    const three = Array.from({ length: 3 }, number).join('.');
    const lenient: CodePolicy = { unknown: 'accept' };
    const whole = parseReadingType(eighteen, lenient);
    const first = parseFirstEditionReadingType(eleven, lenient);
    const device = parseEndDeviceCode(four, lenient);
    const quality = parseReadingQuality(three, lenient);
    expect(whole.ok && formatReadingType(whole.value)).toBe(eighteen);
    expect(first.ok && formatFirstEditionReadingType(first.value)).toBe(eleven);
    expect(device.ok && formatEndDeviceCode(device.value)).toBe(four);
    expect(quality.ok && formatReadingQuality(quality.value)).toBe(three);
    for (const text of [eighteen, eleven, four, three]) {
      const read = describeCode(text);
      expect(read.ok && read.value.code).toBe(text);
    }
  }
});
