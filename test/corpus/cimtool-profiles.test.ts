import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importOwlProfile, indexModel } from '../../src/analysis/profile/index.js';
import { printProfile } from '../../src/emitters/profile/print-profile.js';
import { emitXsd } from '../../src/emitters/xsd/index.js';
import type { InformationModel } from '../../src/model/information/index.js';
import type { Schema } from '../../src/model/schema/index.js';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadSchema } from '../../src/pipeline/load-schema.js';
import { readOwlProfile } from '../../src/readers/profile/owl/read-owl-profile.js';
import { readProfile } from '../../src/readers/profile/index.js';
import { memorySourceHost } from '../../src/readers/source/memory-source-host.js';
import { anyMessage } from '../../src/runtime/message/any-message.js';
import { readInvalidSamples } from '../../src/samples/invalid/invalid-samples.js';
import { sampleDocument } from '../../src/samples/sample-document.js';
import { hasXerces, hasXmllint, type Opinion, xerces, xmllint } from '../support/outside-opinion.js';
import { resolveText } from '../support/resolve-profile-text.js';
import { BY_HAND, BY_HAND_IN_PLACE, GENERIC_CIM } from './end-device-controls.js';

const corpus = resolve('../shared/corpus/cimtool-profiles');

async function imported(file: string, model: InformationModel): Promise<string> {
  const path = join(corpus, file);
  const { value } = await readOwlProfile({
    uri: `file://${path}`,
    label: file,
    bytes: readFileSync(path),
  });
  if (value === undefined) throw new Error(`cannot read ${file}`);
  return printProfile(importOwlProfile(value, indexModel(model), './model.xmi'));
}

const PROFILES = [
  ['builders-library/EndDeviceControlsTestProfile.owl', BY_HAND],
  ['builders-library/EndDeviceControlsTestProfileWithAnonymousTypes.owl', BY_HAND_IN_PLACE],
] as const;

describe.skipIf(!existsSync(corpus))('profiles of CIMTool', { timeout: 120_000 }, () => {
  test.each([
    'builders-library/EndDeviceControlsTestProfile.owl',
    'builders-library/EndDeviceControlsTestProfileWithAnonymousTypes.owl',
    'csharpef/SampleProfile.owl',
    'validationcases/cpsm2007.owl',
    'validationcases/cpsm2007_no_topol.owl',
  ])('%s becomes a profile in YAML', async (file) => {
    const text = await imported(file, GENERIC_CIM);
    const { value, diagnostics } = readProfile({
      uri: 'memory:p',
      label: 'p',
      bytes: new TextEncoder().encode(text),
    });
    expect(diagnostics).toEqual([]);
    expect(value?.classes.length).toBeGreaterThan(10);
  });

  describe.each(PROFILES)('%s', (file, byHand) => {
    const folder = mkdtempSync(join(tmpdir(), 'cimbind-owl-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('comes to the schema that one writes by hand', async () => {
      const { findings, documents } = resolveText(GENERIC_CIM, await imported(file, GENERIC_CIM));
      // The profile has a general class that its types do not inherit from.
      expect(findings.filter((one) => !one.includes(' PRF2036 '))).toEqual([]);
      const lowered = loadSchema(
        documents.map((document) => ({ document })),
        memorySourceHost({}),
      );
      const hand = loadSchema([{ uri: 'memory:/hand.xsd' }], memorySourceHost({ 'hand.xsd': byHand }));
      expect([...lowered.diagnostics, ...hand.diagnostics]).toEqual([]);
      // What types are called is not part of the definition: the schema by hand has other names.
      const instances = [...instancesOf(lowered.value), ...instancesOf(hand.value)].filter(
        (xml) => !/\sxsi:type=/u.test(xml),
      );
      const [ours, theirs] = [verdicts(lowered.value, instances), verdicts(hand.value, instances)];
      expect(ours.filter(Boolean).length).toBeGreaterThan(100);
      expect(ours.filter((isValid) => !isValid).length).toBeGreaterThan(100);
      expect(instances.filter((_, at) => ours[at] !== theirs[at])).toEqual([]);

      const written = emitXsd(lowered.value)[0]?.content ?? '';
      writeFileSync(join(folder, 'lowered.xsd'), written);
      writeFileSync(join(folder, 'hand.xsd'), byHand);
      const paths = instances.map((xml, at) => {
        writeFileSync(join(folder, `${at}.xml`), xml);
        return join(folder, `${at}.xml`);
      });
      const outside = (opinion: Opinion): void => {
        for (const schema of ['lowered.xsd', 'hand.xsd']) {
          const valid = opinion(join(folder, schema), paths);
          expect(instances.filter((_, at) => valid.has(paths[at] ?? '') !== ours[at])).toEqual([]);
        }
      };
      if (hasXmllint) outside(xmllint);
      if (hasXerces) outside(xerces);
      expect(
        coverage(
          written,
          instances.filter((_, at) => ours[at] === true),
        ),
      ).toEqual([]);
    });
  });
});

/** Valid and broken messages of a schema. */
function instancesOf(schema: Schema): readonly string[] {
  const [root] = [...schema.elements.values()].filter(({ scope }) => scope === 'global');
  if (root === undefined) throw new Error('no root');
  const valid = Array.from({ length: 150 }, (_, at) =>
    sampleDocument(schema, root.id, {
      seed: at,
      extent: at === 0 ? 'minimal' : at === 1 ? 'full' : 'random',
    }),
  );
  return [
    ...valid,
    ...readInvalidSamples(schema, root.id, { seed: 1, count: 200 }).value.map(({ xml }) => xml),
  ];
}

function verdicts(schema: Schema, instances: readonly string[]): readonly boolean[] {
  const { registry } = loadCodec(schema);
  return instances.map((xml) => anyMessage(registry(), new TextEncoder().encode(xml), {}).ok);
}

/** Elements and values of the schema that no instance has. */
function coverage(xsd: string, instances: readonly string[]): readonly string[] {
  const all = instances.join('\n');
  const elements = [...xsd.matchAll(/<xs:element name="([^"]+)"/gu)].map(([, name = '']) => name);
  const values = [...xsd.matchAll(/<xs:enumeration value="([^"]+)"/gu)].map(([, value = '']) => value);
  return [
    ...elements.filter((name) => !new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`, 'u').test(all)),
    ...values.filter((value) => !all.includes(`>${value}<`)),
  ];
}
