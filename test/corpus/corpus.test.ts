import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadModel } from '../../src/pipeline/load-model.js';
import { checkInstance } from './check-instance.js';
import { compileModel, corpusHost, uriOf } from './compile-model.js';
import { readCorpus } from './corpus-reports.js';
import { readExpectations } from './expectations.js';
import { typeCheck } from './type-check.js';

/** A sample that takes seconds; `npm run corpus -- ../shared/corpus` runs over all of it. */
const SAMPLE = [
  'cimtool-profiles/jcleancim-testxml/testSchema.xsd',
  'espi/espiDerived-legacy/espiDerived.xsd',
  'iec61850-scl/xsd/SCL.2007B.xsd',
  'iec61968-5-derms/opendms-2013-2016/xsd/DERGroupDispatchesMessage.xsd',
  'iec61968-9-encourage/xsd/MeterReadings.xsd',
  'iec61968-9-epri2011/wsdl/xsd/MeterReadingsMessage.xsd',
  'iec62325-eddie/v0_82/vhd/ValidatedHistoricalData_MarketDocument_2024-06-21T12.10.53.xsd',
  'openadr-2.0b/xsd/oadr_20b.xsd',
];

const folder = resolve('../shared/corpus');

describe.skipIf(!existsSync(join(folder, 'XSD-REPORT.tsv')))('a sample of the corpus', () => {
  const corpus = existsSync(folder) ? readCorpus(folder) : undefined;

  test('compiles to code that type-checks', async () => {
    const packages = [];
    for (const id of SAMPLE) {
      const { files, diagnostics } = await compileModel(folder, [id]);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      packages.push({ id, files });
    }
    expect(Object.fromEntries(typeCheck(packages))).toEqual({});
  });

  test.each(SAMPLE)(
    '%s gives the verdicts of libxml2, and its messages survive decode and encode',
    async (schema) => {
      const { value } = await loadModel([uriOf(folder, schema)], corpusHost(folder, [schema]));
      const codec = loadCodec(value.schema);
      const instances = (corpus?.instances ?? []).filter((entry) => entry.schema === schema);
      expect(instances).not.toEqual([]);
      for (const entry of instances) {
        const { verdict, issue, roundTrip } = (await checkInstance(folder, codec, entry)).outcome;
        expect({
          file: entry.file,
          verdict,
          issue: verdict === entry.verdict ? '' : issue,
          roundTrip,
        }).toEqual({
          file: entry.file,
          verdict: entry.verdict,
          issue: '',
          roundTrip: '',
        });
      }
    },
  );

  test('says truly what is wrong with documents that cannot be generated from', async () => {
    const files = [
      'iec61968-5-derms/nrel-2016/xsd/DERGroupsMessage.xsd',
      'iec61968-6-openwms/change/xsd/ServiceOrders.xsd',
      'iec61968-9-dlms-cim/wsdl/ExecuteEndDeviceControls.wsdl',
    ];
    const expected = readExpectations('rejected.txt').filter(({ file }) => files.includes(file));
    expect(expected).toHaveLength(files.length);
    for (const { kind, file } of expected) {
      const { diagnostics } = await compileModel(folder, [file]);
      expect(diagnostics.map(({ code }) => code)).toContain(kind);
    }
  });
});
