import { describe, expect, test } from 'vitest';
import { resolveText } from '../../support/resolve-profile-text.js';
import { sketchModel } from '../../support/information-model.js';
import { METERING, READINGS } from './metering.js';

/** One change of the correct profile, and what `profile check` must say: the code, and the text that the place points at. */
interface Seed {
  readonly what: string;
  readonly replace: string;
  readonly by: string;
  readonly code: string;
  /** Text on the line where it is found, the first after the change begins; the column is that of this text. */
  readonly at: string;
  /** Others that follow from the same change. */
  readonly also?: readonly string[];
}

const PROFILE: readonly Seed[] = [
  {
    what: 'unknown class',
    replace: '  ReadingQuality:\n',
    by: '  ReadingQuallity:\n',
    code: 'PRF2001',
    at: 'ReadingQuallity',
    also: ['PRF2017', 'PRF2036'],
  },
  {
    what: 'unknown base class',
    replace: '  PanDisplay:\n',
    by: '  PanDisplay:\n    class: PanDisplays\n',
    code: 'PRF2001',
    at: 'PanDisplays',
  },
  {
    what: 'enumeration as class',
    replace: '  PanPricing:\n',
    by: '  UnitSymbol:\n  PanPricing:\n',
    code: 'PRF2003',
    at: 'UnitSymbol',
    also: ['PRF2036'],
  },
  {
    what: 'datatype as class',
    replace: '  PanPricing:\n',
    by: '  X: { class: ActiveEnergy }\n  PanPricing:\n',
    code: 'PRF2003',
    at: 'ActiveEnergy',
    also: ['PRF2036'],
  },
  {
    what: 'attribute of nobody',
    replace: '      comment:',
    by: '      coment:',
    code: 'PRF2004',
    at: 'coment',
  },
  {
    what: 'role of nobody',
    replace: 'Readings: { occurs',
    by: 'Redings: { occurs',
    code: 'PRF2004',
    at: 'Redings',
    also: ['PRF2036'],
  },
  {
    what: 'attribute of another class',
    replace: '      comment:',
    by: '      comment:\n      installCode:',
    code: 'PRF2005',
    at: 'installCode',
  },
  {
    what: 'attribute of a special class',
    replace: '      issuerID:',
    by: '      issuerID:\n      textMessage:',
    code: 'PRF2005',
    at: 'textMessage',
  },
  {
    what: 'role of another class',
    replace: '      EndDevices:',
    by: '      NameType:\n      EndDevices:',
    code: 'PRF2005',
    at: 'NameType',
  },
  {
    what: 'role under attributes',
    replace: '      valuesInterval:',
    by: '      valuesInterval:\n      Meter: 1',
    code: 'PRF2006',
    at: 'Meter: 1',
  },
  {
    what: 'attribute under associations',
    replace: '      EndDevices:',
    by: '      description:\n      EndDevices:',
    code: 'PRF2006',
    at: 'description',
  },
  {
    what: 'compound under associations',
    replace: '    associations:\n      Meter:',
    by: '    associations:\n      valuesInterval: 1\n      Meter:',
    code: 'PRF2006',
    at: 'valuesInterval: 1',
  },
  { what: 'wider attribute', replace: '      tou:', by: '      tou: 0..*', code: 'PRF2007', at: '0..*' },
  { what: 'wider attribute, two', replace: '      tou:', by: '      tou: 2', code: 'PRF2007', at: '2' },
  {
    what: 'wider end',
    replace: 'Meter: { occurs: 1,',
    by: 'Meter: { occurs: 1..*,',
    code: 'PRF2007',
    at: '1..*,',
  },
  {
    what: 'mandatory end made optional',
    replace: 'ReadingType: { by: both }',
    by: 'ReadingType: { by: both, occurs: 0..1 }',
    code: 'PRF2007',
    at: '0..1 }',
  },
  {
    what: 'mandatory attribute made optional',
    replace: '      name:\n',
    by: '      name: 0..1\n',
    code: 'PRF2007',
    at: '0..1',
  },
  {
    what: 'mandatory attribute left out',
    replace: '      comment:\n      timeStamp:\n',
    by: '      comment:\n',
    code: 'PRF2008',
    at: 'ReadingQuality:\n    attr',
  },
  {
    what: 'mandatory attribute left out, no attributes',
    replace: '    attributes:\n      name:\n',
    by: '',
    code: 'PRF2008',
    at: 'Name:\n',
  },
  {
    what: 'mandatory end in neither direction',
    replace: '      ReadingType: { by: both }\n',
    by: '',
    code: 'PRF2009',
    at: 'Reading:\n    attributes:\n      timeStamp',
  },
  {
    what: 'value too many',
    replace: '[billing, inquiry, installation]',
    by: '[billing, inquiry, exchange]',
    code: 'PRF2010',
    at: 'exchange',
  },
  {
    what: 'value of an attribute too many',
    replace: 'values: [billing, inquiry]',
    by: 'values: [billing, billed]',
    code: 'PRF2010',
    at: 'billed',
  },
  {
    what: 'value that the profile took away',
    replace: 'values: [billing, inquiry]',
    by: 'values: [billing, removal]',
    code: 'PRF2010',
    at: 'removal',
  },
  {
    what: 'no value left',
    replace: 'ReadingReasonKind: [billing, inquiry, installation]',
    by: 'ReadingReasonKind: []',
    code: 'PRF2011',
    at: 'ReadingReasonKind: []',
    also: ['PRF2010', 'PRF2010'],
  },
  {
    what: 'own enumeration without values',
    replace: 'values: [steel, lead]',
    by: 'note: seals',
    code: 'PRF2011',
    at: 'SealKind: {',
  },
  {
    what: 'values of a text',
    replace: 'issuerID:',
    by: 'issuerID: { values: [a] }',
    code: 'PRF2012',
    at: 'a] }',
  },
  { what: 'unknown enumeration', replace: 'FlowKind:', by: 'FlowKinds:', code: 'PRF2013', at: 'FlowKinds' },
  {
    what: 'codes that the model lacks',
    replace: 'ReadingReasonKind: [billing, inquiry, installation]',
    by: 'ReadingReasonKind: { codes: true }',
    code: 'PRF2014',
    at: 'true }\n  FlowKind',
  },
  {
    what: 'abstract end without choice',
    replace: 'EndDeviceAction: { choice: [PanDisplay, PanPricing] }',
    by: 'EndDeviceAction:',
    code: 'PRF2015',
    at: 'EndDeviceAction:',
    also: ['PRF2036', 'PRF2036'],
  },
  {
    what: 'abstract type as choice',
    replace: 'choice: [PanDisplay, PanPricing] }\n      EndDevices: { by: Names }',
    by: 'choice: [PanDisplay, PanPricing, EndDeviceAction] }\n      EndDevices: { by: Names }\n  EndDeviceAction:',
    code: 'PRF2015',
    at: 'EndDeviceAction] }',
  },
  {
    what: 'choice of nothing',
    replace: 'choice: [PanDisplay, PanPricing] }',
    by: 'choice: [] }',
    code: 'PRF2043',
    at: 'EndDeviceAction: {',
    also: ['PRF2036', 'PRF2036'],
  },
  {
    what: 'choice of another class',
    replace: '[PanDisplay, PanPricing] }',
    by: '[PanDisplay, PanPricing, Reading] }',
    code: 'PRF2016',
    at: 'Reading] }',
  },
  {
    what: 'type of another class',
    replace: 'ReadingQualities: 0..5',
    by: 'ReadingQualities: { type: Name }',
    code: 'PRF2016',
    at: 'Name }',
    also: ['PRF2036'],
  },
  {
    what: 'compound of another class',
    replace: 'valuesInterval:',
    by: 'valuesInterval: { type: Name }',
    code: 'PRF2016',
    at: 'Name }',
    also: ['PRF2036'],
  },
  {
    what: 'type that is not there',
    replace: 'ReadingQualities: 0..5',
    by: 'ReadingQualities: { type: Quality }',
    code: 'PRF2017',
    at: 'Quality }',
    also: ['PRF2036'],
  },
  {
    what: 'class that is not carried',
    replace: '      EndDevices: { by: Names }',
    by: '      EndDevices:',
    code: 'PRF2017',
    at: 'EndDevices',
  },
  {
    what: 'root that is not there',
    replace: '  ReadingType:\n  EndDeviceControl: 0..1',
    by: '  ReadingType:\n  EndDeviceControls: 0..1',
    code: 'PRF2017',
    at: 'EndDeviceControls',
    also: ['PRF2036'],
  },
  {
    what: 'several types of a class',
    replace: '  PanDisplay:\n',
    by: '  Name2: { class: ReadingQuality, attributes: { timeStamp: 1 } }\n  Name3: { class: ReadingQuality, attributes: { timeStamp: 1 } }\n  PanDisplay:\n',
    code: 'PRF2036',
    at: 'Name2',
    also: ['PRF2036'],
  },
  {
    what: 'cyclic inline',
    replace: '      comment:\n      timeStamp:\n',
    by: '      comment:\n      timeStamp:\n    associations:\n      Reading: { occurs: 1, type: Reading }\n',
    code: 'PRF2020',
    at: 'Reading: { occurs: 1, type',
  },
  {
    what: 'cyclic inline through a name',
    replace: '  Name:\n    attributes:\n      name:\n',
    by: '  Name:\n    attributes:\n      name:\n    associations:\n      IdentifiedObject: { type: ReadingType }\n',
    code: 'PRF2020',
    at: 'IdentifiedObject',
  },
  {
    what: 'reference without identity',
    replace: 'ReadingQualities: 0..5',
    by: 'ReadingQualities: { by: mRID }',
    code: 'PRF2022',
    at: 'mRID }',
    also: ['PRF2036'],
  },
  {
    what: 'facets of a compound',
    replace: 'valuesInterval:',
    by: 'valuesInterval: { facets: { maxLength: 3 } }',
    code: 'PRF2023',
    at: 'valuesInterval',
  },
  {
    what: 'compound as an XML attribute',
    replace: 'valuesInterval:',
    by: 'valuesInterval: { xml: attribute }',
    code: 'PRF2023',
    at: 'valuesInterval',
  },
  {
    what: 'type of a simple attribute',
    replace: '      tou:',
    by: '      tou: { type: Name }',
    code: 'PRF2023',
    at: 'Name }',
  },
  {
    what: 'choice of references',
    replace: 'choice: [PanDisplay, PanPricing] }',
    by: 'by: mRID, choice: [PanDisplay, PanPricing] }',
    code: 'PRF2024',
    at: 'PanDisplay, PanPricing] }',
    also: ['PRF2036', 'PRF2036'],
  },
  {
    what: 'inherits a class that is no general',
    replace: '  PanPricing:\n',
    by: '  PanPricing:\n    inherits: Name\n',
    code: 'PRF2025',
    at: 'Name\n',
  },
  {
    what: 'inherits nothing',
    replace: '  PanPricing:\n',
    by: '  PanPricing:\n    inherits: Pan\n',
    code: 'PRF2017',
    at: 'Pan\n',
  },
  {
    what: 'inherits itself',
    replace: '  PanPricing:\n',
    by: '  PanPricing:\n    inherits: PanPricing\n',
    code: 'PRF2026',
    at: 'PanPricing\n',
  },
  {
    what: 'inherited again',
    replace: '  PanPricing:\n',
    by: '  Control:\n    class: EndDeviceControl\n    inherits: EndDeviceControl\n    attributes: { issuerID: }\n  PanPricing:\n',
    code: 'PRF2027',
    at: 'issuerID: }',
    also: ['PRF2036'],
  },
  {
    what: 'rename collision',
    replace: '      tou:',
    by: '      tou: { as: flow }',
    code: 'PRF2028',
    at: 'tou',
  },
  {
    what: 'rename collision with a choice',
    replace: 'EndDevices: { by: Names }',
    by: 'EndDevices: { by: Names, as: PanPricing }',
    code: 'PRF2028',
    at: 'EndDevices',
  },
  {
    what: 'rename collision of roots',
    replace: '  EndDeviceControl: 0..1',
    by: '  EndDeviceControl: { as: ReadingType }',
    code: 'PRF2028',
    at: 'EndDeviceControl',
  },
  {
    what: 'type called like the root',
    replace: '  PanDisplay:\n',
    by: '  MeterReadings: { class: PanDisplay }\n  PanDisplay:\n',
    code: 'PRF2029',
    at: 'MeterReadings',
    also: ['PRF2036'],
  },
  {
    what: 'enumeration called like a type',
    replace: 'FlowKind: { codes: true }',
    by: 'FlowKind: { codes: true, as: Name }',
    code: 'PRF2029',
    at: 'FlowKind',
  },
  {
    what: 'no roots',
    replace: 'roots:\n  MeterReading: 1..*\n  ReadingType:\n  EndDeviceControl: 0..1\n',
    by: '',
    code: 'PRF2030',
    at: 'MeterReadings',
    also: ['PRF2036', 'PRF2036', 'PRF2036'],
  },
  {
    what: 'no namespace',
    replace: 'namespace: http://example.org/MeterReadings#\n',
    by: '',
    code: 'PRF2031',
    at: 'MeterReadings',
  },
  {
    what: 'extensions without namespace',
    replace: 'extensions:\n  namespace: http://example.org/vendor#\n  prefix: v\n',
    by: '',
    code: 'PRF2031',
    at: 'batteryLevel',
    also: ['PRF2031', 'PRF2031', 'PRF2031', 'PRF2031', 'PRF2031'],
  },
  {
    what: 'extension that the class has',
    replace: 'batteryLevel: {',
    by: 'source: {',
    code: 'PRF2032',
    at: 'source',
  },
  {
    what: 'extension class that the model has',
    replace: '  PanPricing:\n',
    by: '  Asset: { extension: true }\n  PanPricing:\n',
    code: 'PRF2032',
    at: 'Asset',
    also: ['PRF2036'],
  },
  {
    what: 'extension enumeration that the model has',
    replace: 'SealKind: { extension',
    by: 'UnitSymbol: { extension',
    code: 'PRF2032',
    at: 'UnitSymbol: {',
    also: ['PRF2033'],
  },
  {
    what: 'extension of an unknown type',
    replace: 'type: Integer }',
    by: 'type: Integr }',
    code: 'PRF2033',
    at: 'Integr',
  },
  {
    what: 'extension twice, differently',
    replace: '      comment:\n      timeStamp:',
    by: '      comment:\n      timeStamp:\n    extensions:\n      batteryLevel: { type: String, occurs: 1 }',
    code: 'PRF2034',
    at: 'batteryLevel',
  },
  { what: 'order of nothing', replace: '[start, end]', by: '[start, stop]', code: 'PRF2035', at: 'stop' },
  {
    what: 'type that nothing uses',
    replace: '  PanPricing:\n',
    by: '  Meter:\n  PanPricing:\n',
    code: 'PRF2036',
    at: 'Meter:\n',
  },
  { what: 'never', replace: '      tou:', by: '      tou: 0', code: 'PRF2038', at: '0' },
  {
    what: 'extension never',
    replace: 'type: Seal, occurs: 0..*',
    by: 'type: Seal, occurs: 0',
    code: 'PRF2038',
    at: '0 }',
  },
  {
    what: 'member twice',
    replace: '      tou:',
    by: '      tou:\n      tou: 1',
    code: 'PRF1005',
    at: 'tou: 1',
  },
  {
    what: 'type twice',
    replace: '  PanPricing:\n',
    by: '  PanDisplay:\n  PanPricing:\n',
    code: 'PRF1005',
    at: 'PanDisplay:\n  Pan',
  },
];

const OVERLAY: readonly Seed[] = [
  { what: 'wider occurrence', replace: 'timeStamp: 1', by: 'timeStamp: 0..1', code: 'PRF2007', at: '0..1' },
  { what: 'wider than the model', replace: 'energy: 1', by: 'energy: 1..2', code: 'PRF2007', at: '1..2' },
  {
    what: 'wider root',
    replace: 'EndDeviceControl: 0',
    by: 'EndDeviceControl: 0..2',
    code: 'PRF2007',
    at: '0..2',
  },
  {
    what: 'another namespace of extensions',
    replace: 'extends: ./base.profile.yaml\n',
    by: 'extends: ./base.profile.yaml\nextensions: { namespace: http://example.org/other# }\n',
    code: 'PRF2039',
    at: 'http:',
  },
  {
    what: 'XML attribute instead of element',
    replace: 'energy: 1',
    by: 'energy: { occurs: 1, xml: attribute }',
    code: 'PRF2039',
    at: 'attribute }',
  },
  { what: 'mandatory taken away', replace: 'timeStamp: 1', by: 'timeStamp: 0', code: 'PRF2007', at: '0' },
  {
    what: 'mandatory in the model taken away',
    replace: 'comment: 0',
    by: 'timeStamp: 0',
    code: 'PRF2008',
    at: 'ReadingQuality',
  },
  {
    what: 'unknown type',
    replace: '  ReadingQuality:\n',
    by: '  ReadingQualty:\n',
    code: 'PRF2040',
    at: 'ReadingQualty',
  },
  {
    what: 'attribute that the profile below has not',
    replace: 'comment: 0',
    by: 'source: 1',
    code: 'PRF2040',
    at: 'source',
  },
  {
    what: 'end that the profile below has not',
    replace: 'ReadingQualities: 1',
    by: 'MeterReadings: 1',
    code: 'PRF2040',
    at: 'MeterReadings: 1',
  },
  {
    what: 'root that the profile below has not',
    replace: 'EndDeviceControl: 0',
    by: 'Name: 0..1',
    code: 'PRF2040',
    at: 'Name',
  },
  {
    what: 'value that the profile below took away',
    replace: 'ReadingReasonKind: [billing, inquiry]',
    by: 'ReadingReasonKind: [billing, inquiry, removal]',
    code: 'PRF2010',
    at: 'removal',
  },
  {
    what: 'another namespace',
    replace: 'classes:',
    by: 'namespace: http://example.org/x#\nclasses:',
    code: 'PRF2039',
    at: 'http://example.org/x#',
  },
  { what: 'another edition', replace: 'classes:', by: 'edition: 2\nclasses:', code: 'PRF2039', at: '2' },
  {
    what: 'another class',
    replace: '  ReadingQuality:\n',
    by: '  ReadingQuality:\n    class: Name\n',
    code: 'PRF2039',
    at: 'Name',
  },
  { what: 'another name', replace: 'energy: 1', by: 'energy: { as: power }', code: 'PRF2039', at: 'power' },
  {
    what: 'another carriage',
    replace: 'ReadingQualities: 1',
    by: 'ReadingType: { by: Names }',
    code: 'PRF2039',
    at: 'Names',
  },
  {
    what: 'alternative that the profile below has not',
    replace: 'choice: [PanDisplay]',
    by: 'choice: [PanDisplay, Reading]',
    code: 'PRF2041',
    at: 'Reading',
    also: ['PRF2016'],
  },
];

const TIGHTER = `profile: MeterReadings
extends: ./base.profile.yaml
roots:
  EndDeviceControl: 0
classes:
  Reading:
    attributes:
      timeStamp: 1
      energy: 1
      reason: { values: [billing] }
    associations:
      ReadingQualities: 1
  ReadingQuality:
    attributes:
      comment: 0
enumerations:
  ReadingReasonKind: [billing, inquiry]
`;

const WITH_CONTROL = TIGHTER.replace('roots:\n  EndDeviceControl: 0\n', '').replace(
  'classes:\n',
  'classes:\n  EndDeviceControl:\n    associations:\n      EndDeviceAction: { choice: [PanDisplay] }\n',
);

/** `line:column` of a text in a changed profile, the first one from the change on, else the first one at all. */
function placeIn(text: string, { by, at }: Seed): string {
  const change = by === '' ? 0 : text.indexOf(by);
  const from = text.indexOf(at, change);
  const offset = from < 0 ? text.indexOf(at) : from;
  expect(offset, `${at} is in the text`).toBeGreaterThanOrEqual(0);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

const codeOf = (finding: string): string => / (PRF\d+) /u.exec(finding)?.[1] ?? '';

describe('a correct profile', () => {
  test('has no departures', () => expect(resolveText(METERING, READINGS).findings).toEqual([]));
  test.each(['types: anonymous', 'edition: 2', 'references: element', 'order: written'])(
    'nor with %s',
    (key) => {
      const text = READINGS.replace('prefix: m\n', `prefix: m\n${key}\n`);
      expect(resolveText(METERING, text).findings).toEqual([]);
    },
  );
  test('nor has a correct overlay', () => {
    const unused = resolveText(METERING, READINGS, TIGHTER).findings.filter(
      (one) => codeOf(one) !== 'PRF2036',
    );
    expect(unused).toEqual([]);
    expect(resolveText(METERING, READINGS, WITH_CONTROL).findings.map(codeOf)).toEqual(['PRF2036']);
  });
});

describe('departures are found where they are', () => {
  test.each(PROFILE.map((seed) => [seed.what, seed] as const))('%s', (_, seed) => {
    expect(READINGS.split(seed.replace).length, 'the change fits in one place').toBe(2);
    const text = READINGS.replace(seed.replace, () => seed.by);
    const { findings } = resolveText(METERING, text);
    const place = `base.profile.yaml:${placeIn(text, seed)} ${seed.code}`;
    expect(
      findings.filter((one) => one.startsWith(`${place} `)),
      `${place} in ${findings.join('\n')}`,
    ).toHaveLength(1);
    expect(findings.map(codeOf).sort()).toEqual([seed.code, ...(seed.also ?? [])].sort());
  });

  test.each(OVERLAY.map((seed) => [seed.what, seed] as const))('in an overlay: %s', (_, seed) => {
    const overlay = TIGHTER.includes(seed.replace) ? TIGHTER : WITH_CONTROL;
    expect(overlay.split(seed.replace).length, 'the change fits in one place').toBe(2);
    const text = overlay.replace(seed.replace, () => seed.by);
    const { findings } = resolveText(METERING, READINGS, text);
    const place = `overlay.profile.yaml:${placeIn(text, seed)} ${seed.code}`;
    expect(
      findings.filter((one) => one.startsWith(`${place} `)),
      `${place} in ${findings.join('\n')}`,
    ).toHaveLength(1);
    const codes = findings.map(codeOf).filter((code) => code !== 'PRF2036');
    expect(codes.sort()).toEqual([seed.code, ...(seed.also ?? [])].sort());
  });

  const recursive = sketchModel({
    namespace: 'http://example.org/CIM#',
    classes: { Node: { attributes: { name: 'String' } }, Leaf: {} },
    associations: ['Node.Children 0..* -- Node.Parent 0..1', 'Node.Leaf 0..1 -- Leaf.Node 1'],
  });
  const nodes = (classes: string, more = ''): string =>
    `profile: Nodes\nnamespace: http://example.org/n#\n${more}roots: { Node: }\nclasses:\n${classes}`;

  test.each([
    ['must hold itself', nodes('  Node: { associations: { Parent: 1 } }\n'), ['5:27 PRF2019']],
    ['may hold itself', nodes('  Node: { associations: { Children: } }\n'), ['5:27 PRF2020']],
    [
      'holds itself in place',
      nodes('  Node: { associations: { Children: } }\n', 'types: anonymous\n'),
      ['6:27 PRF2021'],
    ],
    [
      'two types must hold each other',
      nodes('  Node: { associations: { Leaf: 1 } }\n  Leaf: { associations: { Node: 1 } }\n'),
      ['6:27 PRF2019'],
    ],
    [
      'several types of one class',
      nodes('  Node: { associations: { Leaf: } }\n  A: { class: Leaf }\n  B: { class: Leaf }\n'),
      ['5:27 PRF2018', '6:3 PRF2036', '7:3 PRF2036'],
    ],
    ['a member without name in order', nodes('  Node: { order: [name] }\n'), ['5:19 PRF2035']],
  ])('%s', (_, text, expected) => {
    const { findings } = resolveText(recursive, text);
    expect(findings.map((one) => one.replace(/^[^:]*:(\S+ \S+) .*$/u, '$1'))).toEqual(expected);
  });

  test('names that the model has twice, types that it lacks, what it deprecates', () => {
    const base = sketchModel({
      classes: { A: { attributes: { x: 'Nonsense', y: 'String' }, stereotypes: ['deprecated'] } },
    });
    const [, a] = [...base.classes].find(([, { name }]) => name === 'A') ?? [];
    const model = {
      ...base,
      classes: new Map([...base.classes, ...(a ? [['class:/Other/A' as typeof a.id, a] as const] : [])]),
    };
    const text = 'profile: P\nnamespace: u:p\nroots: { A: }\nclasses:\n  A: { attributes: { x: , y: } }\n';
    expect(
      resolveText(model, text).findings.map((one) => one.replace(/^[^:]*:(\S+ \S+) .*$/u, '$1')),
    ).toEqual(['1:10 PRF2031', '5:3 PRF2002', '5:3 PRF2037', '5:22 PRF2042']);
  });
});
