import { sketchModel } from '../../support/information-model.js';

/** A small model of metering, of the kind that CIM is. */
export const METERING = sketchModel({
  namespace: 'http://example.org/CIM#',
  classes: {
    IdentifiedObject: {
      abstract: true,
      attributes: { mRID: 'String', aliasName: 'String', description: 'String' },
    },
    Name: { attributes: { name: 'String 1' } },
    NameType: { attributes: { name: 'String 1', description: 'String' } },
    Asset: {
      abstract: true,
      of: 'IdentifiedObject',
      attributes: { serialNumber: 'String', status: 'Status' },
    },
    EndDevice: { of: 'Asset', attributes: { installCode: 'String', isPan: 'Boolean' } },
    Meter: { of: 'EndDevice', attributes: { formNumber: 'String' } },
    MeterReading: {
      of: 'IdentifiedObject',
      attributes: { valuesInterval: 'DateTimeInterval' },
      notes: 'Set of values.',
    },
    BaseReading: { abstract: true, attributes: { timeStamp: 'DateTime', value: 'String', source: 'String' } },
    Reading: { of: 'BaseReading', attributes: { reason: 'ReadingReasonKind', energy: 'ActiveEnergy' } },
    ReadingType: {
      of: 'IdentifiedObject',
      attributes: { unit: 'UnitSymbol', tou: 'Integer', flow: 'FlowKind' },
    },
    ReadingQuality: { attributes: { comment: 'String', timeStamp: 'DateTime 1' } },
    EndDeviceAction: { abstract: true, attributes: { command: 'String' } },
    PanDisplay: { of: 'EndDeviceAction', attributes: { textMessage: 'String' } },
    PanPricing: { of: 'EndDeviceAction', attributes: { providerID: 'Integer' } },
    EndDeviceControl: { of: 'IdentifiedObject', attributes: { issuerID: 'String', old: 'String' } },
    Status: { kind: 'compound', attributes: { value: 'String', dateTime: 'DateTime' } },
    DateTimeInterval: { kind: 'compound', attributes: { start: 'DateTime', end: 'DateTime' } },
    ActiveEnergy: {
      kind: 'datatype',
      attributes: { value: 'Float', unit: 'UnitSymbol = Wh', multiplier: 'UnitMultiplier = k' },
    },
    UnitSymbol: { kind: 'enumeration', literals: ['Wh', 'W', 'V'] },
    UnitMultiplier: { kind: 'enumeration', literals: ['none', 'k', 'M'] },
    ReadingReasonKind: { kind: 'enumeration', literals: ['billing', 'inquiry', 'installation', 'removal'] },
    FlowKind: {
      kind: 'enumeration',
      literals: [
        ['forward', '1'],
        ['reverse', '19'],
      ],
    },
  },
  associations: [
    'IdentifiedObject.Names 0..* -- Name.IdentifiedObject 0..1',
    'Name.NameType 0..1 -- NameType.Names 0..*',
    'MeterReading.Readings 0..* -- Reading.MeterReadings 0..*',
    'MeterReading.Meter 0..1 -- Meter.MeterReadings 0..*',
    'Reading.ReadingType 1 -- ReadingType.Readings 0..*',
    'BaseReading.ReadingQualities 0..* -- ReadingQuality.Reading 0..1',
    'EndDeviceControl.EndDeviceAction 0..1 -- EndDeviceAction.EndDeviceControl 0..1',
    'EndDeviceControl.EndDevices 0..* -- EndDevice.EndDeviceControls 0..*',
  ],
});

/** A correct profile of it that uses most of the format. */
export const READINGS = `profile: MeterReadings
model: ./metering.xmi
namespace: http://example.org/MeterReadings#
prefix: m
metadata: { part: 61968-9, edition: 2.0, nouns: [MeterReadings] }
extensions:
  namespace: http://example.org/vendor#
  prefix: v
roots:
  MeterReading: 1..*
  ReadingType:
  EndDeviceControl: 0..1
classes:
  MeterReading:
    attributes:
      mRID: 1
      valuesInterval:
    associations:
      Meter: { occurs: 1, by: mRID }
      Readings: { occurs: 1..*, as: Values }
  Reading:
    attributes:
      timeStamp: 1
      value: { occurs: 1, facets: { maxLength: 12 } }
      reason: { values: [billing, inquiry] }
      energy:
    associations:
      ReadingType: { by: both }
      ReadingQualities: 0..5
    extensions:
      batteryLevel: { type: Integer }
      seal: { type: Seal, occurs: 0..* }
  ReadingQuality:
    attributes:
      comment:
      timeStamp:
  ReadingType:
    attributes:
      mRID: 1
      flow:
      tou:
    associations:
      Names:
  Name:
    attributes:
      name:
  DateTimeInterval:
    order: [start, end]
    attributes:
      start: 1
      end:
  EndDeviceControl:
    attributes:
      issuerID:
    associations:
      EndDeviceAction: { choice: [PanDisplay, PanPricing] }
      EndDevices: { by: Names }
  PanDisplay:
    attributes:
      command: 1
      textMessage: 1
  PanPricing:
    attributes:
      providerID: 1
  Seal:
    extension: true
    extensions:
      number: { type: String, occurs: 1 }
      kind: { type: SealKind }
enumerations:
  ReadingReasonKind: [billing, inquiry, installation]
  FlowKind: { codes: true }
  SealKind: { extension: true, values: [steel, lead] }
`;
