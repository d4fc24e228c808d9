import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emitXsd } from '../../../src/emitters/xsd/index.js';
import type { FilePlan } from '../../../src/pipeline/file-plan.js';
import { loadSchema } from '../../../src/pipeline/load-schema.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { differences } from '../../support/same-components.js';
import { resolveText } from '../../support/resolve-profile-text.js';
import { METERING, READINGS } from './metering.js';

const VARIANTS = [
  ['edition-1', READINGS],
  ['edition-2', READINGS.replace('prefix: m\n', 'prefix: m\nedition: 2\n')],
  ['in-place', READINGS.replace('prefix: m\n', 'prefix: m\ntypes: anonymous\nreferences: element\n')],
  [
    'xml-attributes',
    READINGS.replace('      mRID: 1\n', '      mRID: { occurs: 1, xml: attribute }\n').replace(
      'values: [billing, inquiry]',
      'xml: attribute, values: [billing, inquiry]',
    ),
  ],
  ['own-namespace', READINGS.replace('http://example.org/vendor#', 'http://example.org/MeterReadings#')],
] as const;

function schemaOf(profile: string) {
  const { documents, findings } = resolveText(METERING, profile);
  expect(findings).toEqual([]);
  const { value, diagnostics } = loadSchema(
    documents.map((document) => ({ document })),
    memorySourceHost({}),
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value;
}

const prefixes = { 'http://example.org/MeterReadings#': 'm', 'http://example.org/vendor#': 'v' };

describe.each(VARIANTS)('a profile lowered: %s', (name, profile) => {
  const plans = emitXsd(schemaOf(profile), { prefixes });

  test('is this XSD', async () => {
    for (const { path, content } of plans)
      await expect(content).toMatchFileSnapshot(`expected/${name}/${path}`);
  });

  test('which reads back the same', () => {
    const again = loadSchema(
      plans.map(({ path }) => ({ uri: `memory:/${path}` })),
      memorySourceHost(Object.fromEntries(plans.map(({ path, content }) => [path, content]))),
    );
    expect(again.diagnostics).toEqual([]);
    expect(differences(schemaOf(profile), again.value)).toEqual([]);
  });

  test.skipIf(spawnSync('xmllint', ['--version']).status !== 0)('and which libxml2 accepts', () => {
    expect(verdicts(plans, ['<MeterReadings xmlns="http://example.org/MeterReadings#"/>'])).toEqual([false]);
  });
});

test.skipIf(spawnSync('xmllint', ['--version']).status !== 0)(
  'XML attributes are where a document has them',
  () => {
    const [, profile] = VARIANTS[3];
    const document = (attribute: string, element: string): string =>
      `<MeterReadings xmlns="http://example.org/MeterReadings#"><MeterReading ${attribute}>${element}<Meter ref="m"/>` +
      '<Values reason="billing"><timeStamp>2026-01-01T00:00:00Z</timeStamp><value>1</value><ReadingType ref="t"/></Values>' +
      '</MeterReading></MeterReadings>';
    const documents = [document('mRID="a"', ''), document('', '<mRID>a</mRID>'), document('', '')];
    expect(verdicts(emitXsd(schemaOf(profile), { prefixes }), documents)).toEqual([true, false, false]);
  },
);

/** What libxml2 says of documents; throws where it does not accept the schema. */
function verdicts(plans: readonly FilePlan[], documents: readonly string[]): readonly boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-lower-'));
  try {
    for (const { path, content } of plans) writeFileSync(join(folder, path), content);
    return documents.map((document) => {
      writeFileSync(join(folder, 'x.xml'), document);
      const args = ['--noout', '--nonet', '--schema', 'MeterReadings.xsd', 'x.xml'];
      const { status, stderr } = spawnSync('xmllint', args, { cwd: folder, encoding: 'utf8' });
      expect(stderr).not.toMatch(/parser error|failed to compile/u);
      return status === 0;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
