import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EndDeviceControls } from '../../../generated/metering/end-device-controls/index.js';
import { EndDeviceEvents } from '../../../generated/metering/end-device-events/index.js';
import { MeterReadings } from '../../../generated/metering/meter-readings/index.js';
import { EndDeviceEvents as ProfiledEvents } from '../../../generated/metering-uml/end-device-events/index.js';
import { MeterReadings as ProfiledReadings } from '../../../generated/metering-uml/meter-readings/index.js';
import { checkCodes } from '../../../src/runtime/codes/index.js';
import type { CodeCheckOptions } from '../../../src/runtime/codes/index.js';

const KWH = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

/** `severity code field path`, which says everything but the words. */
const found = (message: unknown, options?: CodeCheckOptions): readonly string[] =>
  checkCodes(message, options).map(
    ({ severity, code, field, path }) => `${severity} ${code} ${field} ${path}`,
  );

const readings = (...refs: readonly string[]): object => ({
  MeterReading: [{ Readings: refs.map((ref) => ({ value: '1', ReadingType: { ref } })) }],
});

describe('codes of a message', () => {
  test.each<[string, string, (xml: string) => unknown, string]>([
    ['MeterReadings.xml', 'MeterReadings', MeterReadings.decode, '0.0.2.4'],
    ['EndDeviceControls.xml', 'EndDeviceControls', EndDeviceControls.decode, '3.31.0.23'],
    ['EndDeviceEvents.xml', 'EndDeviceEvents', EndDeviceEvents.decode, '3.26.0.85'],
  ])('of %s are good; a broken one is found in its place', (file, root, decode, code) => {
    const xml = readFileSync(
      new URL(`../../../input-models/metering/samples/${file}`, import.meta.url),
      'utf8',
    );
    expect(xml).toContain(`ref="${code}`);
    expect(found(decode(xml), { unresolved: 'warn' })).toEqual([]);
    const broken = checkCodes(decode(xml.replace(`ref="${code}`, `ref="77.${code}`)), { root: `/${root}` });
    expect(broken).toMatchObject([{ severity: 'error', code: 'VAL5001', field: '' }]);
    expect(broken[0]?.path).toMatch(new RegExp(`^/${root}/.*/[A-Za-z]+Type/ref$`, 'u'));
    expect(broken[0]?.text).toContain(`77.${code}`);
  });

  test('stand where profiles of a UML model put them: in attributes, in elements, in identities', () => {
    const sample = (name: string): string =>
      readFileSync(
        new URL(`../../../input-models/metering-uml/samples/${name}.xml`, import.meta.url),
        'utf8',
      );
    const readings = sample('MeterReadings');
    expect(found(ProfiledReadings.decode(readings), { unresolved: 'warn' })).toEqual([]);
    expect(found(ProfiledReadings.decode(readings.replace('ref="2.8.0"', 'ref="2.88.0"')))).toEqual([
      'warning VAL5002 category /MeterReading/IntervalBlocks/IntervalReadings[2]/ReadingQualities/ReadingQualityType/ref',
    ]);
    const events = sample('EndDeviceEvents');
    expect(found(ProfiledEvents.decode(events))).toEqual([]);
    expect(found(ProfiledEvents.decode(events.replaceAll('3.26.0.85', '3.99.0.85')))).toEqual([
      'warning VAL5002 domain /EndDeviceEvent/EndDeviceEventType/mRID',
      'warning VAL5002 domain /EndDeviceEventType/mRID',
    ]);
  });

  test('have a path with positions', () => {
    expect(found(readings(KWH, '0.0.2', KWH.replace('72', '333')))).toEqual([
      'error VAL5001  /MeterReading/Readings[2]/ReadingType/ref',
      'warning VAL5002 unit /MeterReading/Readings[3]/ReadingType/ref',
    ]);
  });

  test('may be references to what the message holds, or to what the receiver knows', () => {
    const message = {
      ReadingType: [
        { mRID: 'energy', Names: [] },
        { mRID: '11111111-2222-3333-4444-555555555555', Names: [{ name: '1.2.3' }, { name: 'power' }] },
      ],
      ...readings('energy', '1.2.3', 'power', 'elsewhere', '1.2.4'),
    };
    expect(found(message)).toEqual(['error VAL5001  /MeterReading/Readings[5]/ReadingType/ref']);
    expect(found(message, { unresolved: 'warn' })).toEqual([
      'warning VAL5001  /MeterReading/Readings[4]/ReadingType/ref',
      'error VAL5001  /MeterReading/Readings[5]/ReadingType/ref',
    ]);
  });

  test('are checked in mRIDs and names that have the shape of a code', () => {
    const wrong = KWH.replace('72', '333');
    const message = { ReadingType: [{ mRID: wrong, Names: [{ name: '10.0.0.1' }, { name: wrong }] }] };
    expect(found(message)).toEqual([
      'warning VAL5002 unit /ReadingType/mRID',
      'warning VAL5002 unit /ReadingType/Names[2]/name',
    ]);
  });

  test.each<[CodeCheckOptions, readonly string[]]>([
    [{}, ['error', 'warning', 'info']],
    [{ readingTypes: 'ignore' }, []],
    [{ readingTypes: 'warn' }, ['warning', 'warning', 'info']],
    [{ readingTypes: 'refuse' }, ['error', 'error', 'info']],
    [{ readingTypes: { vendor: 'refuse', unknown: 'ignore' } }, ['error', 'error']],
    [
      { endDeviceEventTypes: 'ignore', readingQualityTypes: 'ignore', endDeviceControlTypes: 'ignore' },
      ['error', 'warning', 'info'],
    ],
    [
      {
        places: {
          readingType: ['Elsewhere'],
          endDeviceControlType: [],
          endDeviceEventType: [],
          readingQualityType: [],
        },
      },
      [],
    ],
  ])('by the options %j', (options, expected) => {
    const message = readings('1.2.3', KWH.replace('72', '333'), KWH.replace('72', '4444'));
    expect(checkCodes(message, options).map(({ severity }) => severity)).toEqual(expected);
  });

  test('of a profile that calls its elements otherwise', () => {
    const places = {
      readingType: ['ValueType'],
      endDeviceEventType: [],
      endDeviceControlType: [],
      readingQualityType: ['Quality'],
    };
    const message = { ValueType: { ref: '0.0' }, Quality: [{ ref: '1.2' }], ReadingType: { ref: '0.0' } };
    expect(found(message, { places })).toEqual([
      'error VAL5001  /ValueType/ref',
      'error VAL5001  /Quality/ref',
    ]);
  });

  test('stand in ordered content, in members of a substitution group and in what wildcards keep', () => {
    const kept = {
      name: '{urn:m}Reading',
      attributes: {},
      children: [
        'text',
        { name: '{urn:m}ReadingType', attributes: { ref: '1.1' }, children: [] },
        {
          name: 'ReadingType',
          attributes: {},
          children: [{ name: 'ref', attributes: {}, children: [' 1.2 '] }],
        },
      ],
    };
    const message = {
      items: [
        { name: 'Reading', value: { ReadingType: { ref: '1.3' } } },
        { name: 'ReadingType', value: { ref: '1.4' } },
      ],
      Payload: { $type: '{urn:m}ReadingType', value: { ref: '1.5' } },
      any: [kept],
      EndDeviceEventDetails: [{ name: 'ReadingType', value: '1.6' }],
      nothing: null,
    };
    expect(checkCodes(message).map(({ text, path }) => `${text.trim()} ${path}`)).toEqual([
      '1.3 /Reading/ReadingType/ref',
      '1.4 /ReadingType/ref',
      '1.5 /ReadingType[2]/ref',
      '1.1 /Reading[2]/ReadingType/ref',
      '1.2 /Reading[2]/ReadingType[2]/ref',
    ]);
    expect(checkCodes('text')).toEqual([]);
    expect(checkCodes(undefined)).toEqual([]);
  });
});
