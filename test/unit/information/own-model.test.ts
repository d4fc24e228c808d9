import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  classSheet,
  findElements,
  indexModel,
  lintModel,
  memberName,
  packageTree,
  summariseModel,
} from '../../../src/analysis/information/index.js';
import type { FindOptions } from '../../../src/analysis/information/index.js';
import { elementId, type ModelClass } from '../../../src/model/information/index.js';
import { dumpModel } from '../../support/dump-model.js';
import { writeQea } from '../../support/write-qea.js';
import { OWN_MODEL, readOwnModel } from '../../support/own-model.js';

const model = await readOwnModel(OWN_MODEL.xmi);
const index = indexModel(model);

function classNamed(name: string): ModelClass {
  const [found, ...others] = index.classesNamed(name);
  if (found === undefined || others.length > 0) throw new Error(`${name}: ${others.length + 1} classes`);
  return found;
}

describe('our own UML model', () => {
  test('is the same as XMI and as a project of Enterprise Architect, which is written from it', async () => {
    expect(dumpModel(await readOwnModel(OWN_MODEL.qea))).toBe(dumpModel(model));
    expect(Buffer.from(writeQea(model)).equals(readFileSync(OWN_MODEL.qea))).toBe(true);
  });

  test('keeps the rules, but for symbols that begin with a capital letter', () => {
    const broken = lintModel(index).filter(({ rule }) => rule !== 'R086');
    expect(broken).toEqual([]);
    expect(lintModel(index).length).toBeGreaterThan(0);
  });
});

describe('facts', () => {
  test('a summary counts everything', () => {
    expect(summariseModel(model)).toEqual({
      name: 'Metering model',
      format: 'xmi-2.1',
      packages: 8,
      classes: 61,
      classesByKind: { class: 27, enumeration: 16, datatype: 6, primitive: 8, compound: 4 },
      attributes: 109,
      associations: 25,
      generalizations: 20,
      literals: 99,
      documented: { elements: 327, of: 327 },
      namespaces: ['http://acme.example/cim-extension#', 'http://iec.ch/TC57/CIM100#'],
      stereotypes: [
        { name: 'enum', count: 99 },
        { name: 'enumeration', count: 16 },
        { name: 'Primitive', count: 8 },
        { name: 'CIMDatatype', count: 6 },
        { name: 'Compound', count: 4 },
        { name: 'deprecated', count: 2 },
        { name: 'CIMExtension', count: 1 },
      ],
      versions: [],
      topPackages: [
        { name: 'CIM', packages: 6, classes: 58 },
        { name: 'AcmeExtension', packages: 0, classes: 3 },
      ],
    });
  });

  test('members are own ones, then inherited ones, each name once', () => {
    expect([...index.membersOf(classNamed('Reading')).keys()]).toEqual([
      'reason',
      'MeterReadings',
      'ReadingType',
      'reportedDateTime',
      'source',
      'timePeriod',
      'timeStamp',
      'value',
      'sensorAccuracy',
      'ReadingQualities',
      'mRID',
      'name',
      'aliasName',
      'description',
      'Names',
    ]);
    expect(index.lineOf(classNamed('Meter')).map(({ name }) => name)).toEqual([
      'Meter',
      'Meter',
      'EndDevice',
      'Asset',
      'IdentifiedObject',
    ]);
    expect(index.ownersOf('isVirtual').map(({ name }) => name)).toEqual([
      'UsagePoint',
      'EndDevice',
      'Channel',
    ]);
    expect(index.ownMembersOf(classNamed('IntervalBlock')).map(memberName)).toEqual([
      'MeterReading',
      'IntervalReadings',
      'ReadingType',
    ]);
  });

  test('classes are found by name and by the end of the qualified name', () => {
    const reading = classNamed('Reading');
    expect(index.qualifiedName(reading)).toBe('CIM::Enterprise::Metering::Reading');
    expect(index.classesNamed('Metering::Reading')).toEqual([reading]);
    expect(index.classesNamed('CIM::Enterprise::Metering::Reading')).toEqual([reading]);
    expect(index.classesNamed('Core::Reading')).toEqual([]);
    expect(index.classesNamed('ering::Reading')).toEqual([]);
    expect(index.packagesNamed('Enterprise::Metering')).toHaveLength(1);
  });

  test('a shadow class is part of the class that it extends', () => {
    const meter = classNamed('Meter');
    const [shadow] = index.classesNamed('AcmeExtension::Meter');
    if (shadow === undefined) throw new Error('the shadow class is not found by its qualified name');
    expect(index.extendedClass(shadow)).toBe(meter);
    expect(index.classOf(shadow.id)).toBe(meter);
    expect(index.extendedClass(meter)).toBe(meter);
    expect(index.membersOf(meter).get('firmwareVersion')).toMatchObject({ owner: shadow });
    expect(index.specialsOf(shadow)).toEqual([]);
    const sheet = classSheet(meter, index);
    expect(sheet).toMatchObject({
      extendedBy: ['AcmeExtension::Meter'],
      inheritsFrom: ['EndDevice', 'Asset', 'IdentifiedObject'],
    });
    expect(sheet.attributes.slice(0, 3).map(({ name, from }) => `${from}.${name}`)).toEqual([
      'Meter.formNumber',
      'AcmeExtension::Meter.firmwareVersion',
      'AcmeExtension::Meter.health',
    ]);
  });

  test('a sheet shows a class from all sides', () => {
    const sheet = classSheet(classNamed('EndDevice'), index);
    expect(sheet).toMatchObject({
      qualifiedName: 'CIM::Enterprise::Metering::EndDevice',
      inheritsFrom: ['Asset', 'IdentifiedObject'],
      specialisedBy: ['Meter'],
      usedBy: [],
    });
    expect(sheet.attributes.map(({ name, type, from }) => `${from}.${name}: ${type}`)).toEqual([
      'EndDevice.isVirtual: Boolean',
      'EndDevice.timeZoneOffset: Minutes',
      'EndDevice.amrSystem: String',
      'Asset.serialNumber: String',
      'Asset.installDate: Date',
      'IdentifiedObject.mRID: String',
      'IdentifiedObject.name: String',
      'IdentifiedObject.aliasName: String',
      'IdentifiedObject.description: String',
    ]);
    expect(sheet.associations[0]).toEqual({
      role: 'UsagePoint',
      class: 'UsagePoint',
      multiplicity: '0..1',
      aggregation: 'none',
      from: 'EndDevice',
      inverse: { role: 'EndDevices', multiplicity: '0..*', aggregation: 'none' },
      notes: 'The point that the device is at.',
    });
    expect(classSheet(classNamed('UnitSymbol'), index).literals[0]).toEqual({
      name: 'none',
      code: '0',
      stereotypes: ['enum'],
      notes: 'No unit.',
    });
    expect(classSheet(classNamed('PerCent'), index).usedBy).toEqual([
      'AcmeMeterHealth.batteryLevel',
      'BaseReading.sensorAccuracy',
    ]);
  });

  test.each<[string, Partial<FindOptions>, readonly string[]]>([
    ['meter', { kinds: ['class'] }, ['Meter', 'Meter', 'MeterReading', 'AcmeMeterHealth']],
    ['isvirtual', {}, ['Channel.isVirtual', 'EndDevice.isVirtual', 'UsagePoint.isVirtual']],
    ['*Interval', { kinds: ['class', 'attribute'] }, ['DateTimeInterval', 'MeterReading.valuesInterval']],
    ['Reading.value', { kinds: ['attribute'] }, ['BaseReading.value', 'MeterReading.valuesInterval']],
    ['Meters', {}, []],
    ['write it off', { notes: true }, []],
    ['written off', { notes: true }, ['Asset']],
    [
      'electricity',
      { kinds: ['literal'] },
      [
        'ServiceKind.electricity',
        'CommodityKind.electricityPrimaryMetered',
        'CommodityKind.electricitySecondaryMetered',
      ],
    ],
    ['Metering', { kinds: ['package'] }, ['Metering']],
    ['a.c', {}, []],
    ['(', {}, []],
  ])('%s is found with %j', (text, options, expected) => {
    const found = findElements(text, index, { notes: false, kinds: undefined, ...options });
    expect(found.map(({ name }) => name)).toEqual(expected);
  });

  test('packages make a tree; Inf and Doc packages are told by their names', () => {
    const [cim, acme] = packageTree(model);
    expect(cim?.packages.map(({ name, packages }) => [name, packages.map((one) => one.name)])).toEqual([
      ['Grid', ['Domain', 'Core']],
      ['Enterprise', ['Common', 'Metering']],
    ]);
    expect(acme?.classes.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'enumeration AcmeHealthKind',
      'class AcmeMeterHealth',
      'class Meter',
    ]);
    const marked = [
      'InfCore',
      'Informative',
      'DocMetering',
      'DetailedDiagrams',
      'Information',
      'Docking',
      'Infra',
    ];
    const [any] = model.packages.values();
    if (any === undefined) throw new Error('the model has no package');
    const packages = new Map(
      marked.map((name) => [elementId('package', [name]), { ...any, name, packages: [], classes: [] }]),
    );
    const tree = packageTree({ ...model, packages });
    expect(tree.filter(({ informative }) => informative).map(({ name }) => name)).toEqual(marked.slice(0, 4));
  });
});
