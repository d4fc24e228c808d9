import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { resolveConfig } from '../../src/config/resolve-config.js';
import { compileProject } from '../../src/pipeline/compile-project.js';
import { loadCodec } from '../../src/pipeline/load-codec.js';
import { loadModel } from '../../src/pipeline/load-model.js';
import { loadProfile } from '../../src/pipeline/load-profile.js';
import { fileSourceHost } from '../../src/readers/source/file-source-host.js';
import { anyMessage } from '../../src/runtime/message/any-message.js';
import { readInvalidSamples } from '../../src/samples/invalid/invalid-samples.js';
import { sampleDocument } from '../../src/samples/sample-document.js';
import { hasXerces, hasXmllint, type Opinion, xerces, xmllint } from '../support/outside-opinion.js';
import { typeCheck } from './type-check.js';

const model = resolve('../shared/corpus/uml/riseclipse-cim17/iec61970cim17v16_iec61968cim13v10.ecore');
const uri = pathToFileURL('test/corpus/cim17-metering.profile.yaml').href;
const host = fileSourceHost({ workingFolder: '.' }).value;

const SAMPLES = 1000;

describe.skipIf(!existsSync(model))('a profile over CIM17', { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-cim17-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  if (!existsSync(model)) return;
  const { value: profile, diagnostics } = await loadProfile(uri, host);

  test('has no departures, and more than 25 classes', () => {
    expect(diagnostics).toEqual([]);
    const classes = new Set(
      [...(profile?.resolved.types.values() ?? [])].flatMap((type) => type.class ?? []),
    );
    expect(classes.size).toBeGreaterThanOrEqual(25);
  });

  const [project] = resolveConfig(
    { version: 1, inputs: 'x', outDir: 'out', emit: { xsd: true } },
    folder,
    '',
  ).projects;
  if (project === undefined) throw new Error('no project');
  const compiled = await compileProject({ project, entries: [uri], host, bridges: [], templates: new Map() });
  const files = new Map(compiled.value.map(({ path, content }) => [path, content]));

  test('compiles to an SDK that is clean under the strictest settings', () => {
    expect(compiled.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(Object.fromEntries(typeCheck([{ id: 'cim17', files }]))).toEqual({});
  });

  const { schema } = (await loadModel([uri], host)).value;
  const [root] = [...schema.elements.values()].filter(({ name }) => name.localName === 'MeterData');
  if (root === undefined) throw new Error('no root');
  mkdirSync(join(folder, 'documents'));
  for (const [path, content] of files) {
    if (path.startsWith('xsd/')) writeFileSync(join(folder, path.slice('xsd/'.length)), content);
  }
  const documents = Array.from({ length: SAMPLES }, (_, at) => {
    const extent = at === 0 ? 'minimal' : at === 1 ? 'full' : 'random';
    const xml = sampleDocument(schema, root.id, { seed: at, extent });
    return { path: join(folder, 'documents', `valid-${at}.xml`), xml };
  });
  const broken = readInvalidSamples(schema, root.id, { seed: 1, count: 100 }).value.map(({ xml }, at) => ({
    path: join(folder, 'documents', `invalid-${at}.xml`),
    xml,
  }));
  for (const { path, xml } of [...documents, ...broken]) writeFileSync(path, xml);

  test('has samples that our validator accepts, and broken ones that it does not', () => {
    const { registry } = loadCodec(schema);
    const isValid = ({ xml }: { readonly xml: string }): boolean =>
      anyMessage(registry(), new TextEncoder().encode(xml), {}).ok;
    expect(documents.filter((one) => !isValid(one)).map(({ path }) => path)).toEqual([]);
    expect(broken.filter(isValid).map(({ path }) => path)).toEqual([]);
    expect(broken.length).toBeGreaterThan(20);
    expect(new Set(documents.map(({ xml }) => xml)).size).toBeGreaterThan(SAMPLES * 0.9);
  });

  const agrees = (opinion: Opinion): void => {
    const paths = [...documents, ...broken].map(({ path }) => path);
    const valid = opinion(join(folder, 'MeterData.xsd'), paths);
    expect(documents.filter(({ path }) => !valid.has(path)).map(({ path }) => path)).toEqual([]);
    expect(broken.filter(({ path }) => valid.has(path)).map(({ path }) => path)).toEqual([]);
  };
  test.skipIf(!hasXmllint)('and its XSD says the same to libxml2', () => agrees(xmllint));
  test.skipIf(!hasXerces)('and to Xerces-J', () => agrees(xerces));
});
