import { describe, expect, test } from 'vitest';
import { draftProfile, indexModel } from '../../../src/analysis/profile/index.js';
import { printProfile } from '../../../src/emitters/profile/print-profile.js';
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
