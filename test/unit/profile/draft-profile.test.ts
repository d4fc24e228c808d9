import { describe, expect, test } from 'vitest';
import { draftProfile, indexModel } from '../../../src/analysis/profile/index.js';
import { printProfile } from '../../../src/emitters/profile/print-profile.js';
import { sketchModel } from '../../support/information-model.js';
import { resolveText } from '../../support/resolve-profile-text.js';
import { METERING } from './metering.js';

const index = indexModel(METERING);

function draft(name: string, depth: number): string {
  const [root] = index.classesNamed(name);
  if (root === undefined) throw new Error(`no class ${name}`);
  const namespace = 'http://example.org/draft#';
  return printProfile(draftProfile(index, { root, depth, profile: 'Draft', model: './m.xmi', namespace }));
}

describe('a proposed profile', () => {
  test.each(['MeterReading', 'Reading', 'EndDeviceControl', 'Name', 'Meter'])('of %s is correct', (name) => {
    for (const depth of [0, 1, 2, 5]) expect(resolveText(METERING, draft(name, depth)).findings).toEqual([]);
  });

  test('carries inline up to the depth, refers beyond it, and leaves out what leads back', () => {
    expect(draft('MeterReading', 1)).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=./node_modules/cimbind/schemas/profile.schema.json

      profile: Draft
      model: ./m.xmi
      namespace: http://example.org/draft#
      roots:
        MeterReading: 0..*
      classes:
        MeterReading:
          attributes:
            valuesInterval:
            mRID:
            aliasName:
            description:
          associations:
            Readings: 0..*
            Meter: 0..1
            Names: 0..*
        DateTimeInterval:
          attributes:
            start:
            end:
        Reading:
          attributes:
            reason:
            energy:
            timeStamp:
            value:
            source:
          associations:
            ReadingType: { occurs: 1, by: mRID }
        Meter:
          attributes:
            formNumber:
            installCode:
            isPan:
            serialNumber:
            status:
            mRID:
            aliasName:
            description:
          associations:
            EndDeviceControls: { occurs: 0..*, by: mRID }
        Name:
          attributes:
            name:
        Status:
          attributes:
            value:
            dateTime:
      "
    `);
  });
});

/** A vendor's package beside the model: a shadow class, a class that only has the name of another, and one of its own. */
const EXTENDED = sketchModel({
  namespace: 'http://example.org/CIM#',
  classes: {
    IdentifiedObject: { abstract: true, attributes: { mRID: 'String' } },
    Meter: {
      of: ['IdentifiedObject', 'Vendor::Meter'],
      attributes: { formNumber: 'String', kind: 'MeterKind' },
    },
    Status: { kind: 'compound', attributes: { value: 'String' } },
    MeterKind: { kind: 'enumeration', literals: ['electricity', 'gas'], of: 'Vendor::MeterKind' },
    'Vendor::Meter': {
      namespace: 'http://vendor.example/',
      attributes: { firmware: 'String', status: 'Vendor::Status', formerStatus: 'Status' },
    },
    'Vendor::MeterKind': { kind: 'enumeration', namespace: 'http://vendor.example/', literals: ['heat'] },
    'Vendor::Status': {
      kind: 'compound',
      namespace: 'http://vendor.example/',
      attributes: { grade: 'Integer' },
    },
    'Vendor::Battery': {
      namespace: 'http://vendor.example/',
      attributes: { charge: 'Float', status: 'String' },
    },
  },
  associations: ['Vendor::Meter.Batteries 0..* -- Vendor::Battery.Meter 1'],
});

describe('of a model with a shadow class', () => {
  const extended = indexModel(EXTENDED);
  const [root, ...others] = extended.classesNamed('Meter');
  const namespace = 'http://example.org/draft#';
  const request = { depth: 1, profile: 'Draft', model: './m.xmi', namespace };
  const text = root && printProfile(draftProfile(extended, { root, ...request }));
  const resolve = (profile: string) => resolveText(EXTENDED, profile);

  test('has its members, in the namespace of the vendor', () => {
    expect(others).toEqual([]);
    expect(text).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=./node_modules/cimbind/schemas/profile.schema.json

      profile: Draft
      model: ./m.xmi
      namespace: http://example.org/draft#
      extensions: { namespace: http://vendor.example/ }
      roots:
        Meter: 0..*
      classes:
        Meter:
          attributes:
            formNumber:
            kind:
            firmware:
            status:
            formerStatus:
            mRID:
          associations:
            Batteries: 0..*
        Status:
          class: Vendor::Status
          attributes:
            grade:
        ModelStatus:
          class: Model::Status
          attributes:
            value:
        Battery:
          attributes:
            charge:
            status:
      "
    `);
    const { findings, documents, resolved } = resolve(text ?? '');
    expect(findings).toEqual([]);
    expect(documents.map(({ targetNamespace }) => targetNamespace)).toEqual([
      namespace,
      'http://vendor.example/',
    ]);
    const meter = resolved.types.get('Meter')?.members ?? [];
    expect(meter.map((one) => `${one.isExtension ? '+' : ' '}${one.modelReference}`)).toMatchInlineSnapshot(`
      [
        " http://example.org/CIM#IdentifiedObject.mRID",
        " http://example.org/CIM#Meter.formNumber",
        " http://example.org/CIM#Meter.kind",
        "+http://vendor.example/Meter.firmware",
        "+http://vendor.example/Meter.Batteries",
        "+http://vendor.example/Meter.formerStatus",
        "+http://vendor.example/Meter.status",
      ]
    `);
    const kind = resolved.simpleTypes.get('MeterKind');
    expect(kind?.kind === 'enumeration' && kind.values.map((one) => one.modelReference)).toEqual([
      'http://example.org/CIM#MeterKind.electricity',
      'http://example.org/CIM#MeterKind.gas',
      'http://vendor.example/MeterKind.heat',
    ]);
  });

  test('they stay in the namespace of the profile where it has no extensions, but for what they stand for', () => {
    const { findings, documents, resolved } = resolve((text ?? '').replace(/^extensions: .*\n/mu, ''));
    expect(findings).toEqual([]);
    expect(documents).toHaveLength(1);
    const firmware = resolved.types.get('Meter')?.members.find(({ name }) => name === 'firmware');
    expect(firmware).toMatchObject({
      isExtension: false,
      modelReference: 'http://vendor.example/Meter.firmware',
    });
  });

  test('a package without a namespace of its own is in that of the extensions, never in that of the model', () => {
    const classes = [...EXTENDED.classes].map(
      ([id, one]) => [id, { ...one, namespace: 'http://example.org/CIM#' }] as const,
    );
    const model = { ...EXTENDED, classes: new Map(classes) };
    const { findings, resolved } = resolveText(model, text ?? '');
    expect(findings).toEqual([]);
    const members = resolved.types.get('Meter')?.members ?? [];
    expect(members.find(({ name }) => name === 'firmware')).toMatchObject({
      isExtension: true,
      modelReference: 'http://vendor.example/Meter.firmware',
    });
    expect(members.find(({ name }) => name === 'formNumber')).toMatchObject({
      modelReference: 'http://example.org/CIM#Meter.formNumber',
    });
  });
});

describe('of a model that is no CIM', () => {
  const foreign = sketchModel({
    classes: {
      'Road Section': {
        attributes: { 'lane count': 'int 1', owner: 'CharacterString 1', shape: 'GM_Curve 1', cache: 'Map' },
      },
      Junction: { abstract: true },
    },
    associations: ['Road Section.end point 0..2 -- Junction.roads 0..*'],
  });

  test('leaves out what is of no type, and makes XML names', () => {
    const index = indexModel(foreign);
    const [root] = index.classesNamed('Road Section');
    const request = {
      depth: 1,
      profile: 'Road Sections',
      model: './m.xmi',
      namespace: 'http://example.org/r#',
    };
    const text = root && printProfile(draftProfile(index, { root, ...request }));
    expect(text).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=./node_modules/cimbind/schemas/profile.schema.json

      profile: RoadSections
      model: ./m.xmi
      modelNamespace: http://iec.ch/TC57/CIM100#
      namespace: http://example.org/r#
      roots:
        RoadSection: 0..*
      classes:
        RoadSection:
          class: Road Section
          attributes:
            lane count: { as: laneCount }
            owner:
      "
    `);
    expect(resolveText(foreign, text ?? '').findings).toEqual([]);
  });
});
