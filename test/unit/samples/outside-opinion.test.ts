import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { linkSchema } from '../../../src/model/link/index.js';
import type { ElementDeclaration, Schema } from '../../../src/model/schema/index.js';
import { fileSourceHost } from '../../../src/readers/source/file-source-host.js';
import { loadSchemaDocuments } from '../../../src/readers/xsd/index.js';
import { invalidSamples } from '../../../src/samples/invalid/invalid-samples.js';
import { sampleDocument } from '../../../src/samples/sample-document.js';
import { hasXerces, hasXmllint, type Opinion, xerces, xmllint } from '../../support/outside-opinion.js';

const folderAt = (path: string): string => fileURLToPath(new URL(`../../../${path}/`, import.meta.url));
const MODELS = folderAt('input-models');
const CORPUS = folderAt('../shared/corpus');

const hasCorpus = existsSync(CORPUS);

const work = mkdtempSync(join(tmpdir(), 'samples-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

interface Case {
  readonly path: string;
  readonly isValid: boolean;
  /** What was done to it. */
  readonly note: string;
}

/** What libxml2 does not see: where IDREFs lead, and that NMTOKENS, IDREFS and ENTITIES are never empty. */
const OVERLOOKED_BY_LIBXML2 = /^cvc-id\.1 |^cvc-minLength-valid .* is "", /;
const NOTHING = /^$/;

let written = 0;
/** Both opinions are about the same documents. */
const known = new Map<string, readonly Case[]>();

function casesAt(file: string, seeds: readonly number[]): readonly Case[] {
  const cases = known.get(file) ?? casesOf(file, schemaAt(file), seeds);
  known.set(file, cases);
  return cases;
}

function casesOf(file: string, schema: Schema, seeds: readonly number[]): readonly Case[] {
  const cases: Case[] = [];
  const add = (xml: string, isValid: boolean, note: string): void => {
    const path = join(work, `${written++}.xml`);
    writeFileSync(path, xml);
    cases.push({ path, isValid, note });
  };
  for (const { id, name } of elementsOf(file, schema)) {
    for (const extent of ['minimal', 'full', 'random'] as const) {
      for (const seed of seeds)
        add(sampleDocument(schema, id, { seed, extent }), true, `${name.localName} ${extent}`);
    }
    for (const sample of invalidSamples(schema, id, { seed: seeds.length, count: 30 })) {
      add(sample.xml, false, `${sample.rule} ${sample.breaks}`);
    }
  }
  return cases;
}

const MOST_ELEMENTS = 5;

/** Global elements of the document, or of all documents where it declares none; some of them where there are many. */
function elementsOf(file: string, schema: Schema): readonly ElementDeclaration[] {
  const uri = pathToFileURL(file).href;
  const all = [...schema.elements.values()].filter(({ scope, abstract }) => scope === 'global' && !abstract);
  const own = all.filter(({ span }) => span.source === uri);
  const chosen = own.length > 0 ? own : all;
  const step = Math.ceil(chosen.length / MOST_ELEMENTS);
  return chosen.filter((_, at) => at % step === 0);
}

function schemaAt(file: string): Schema {
  const host = fileSourceHost({
    workingFolder: MODELS,
    ...(hasCorpus ? { catalogs: [join(CORPUS, 'catalog.xml')] } : {}),
  }).value;
  return linkSchema(loadSchemaDocuments([{ uri: pathToFileURL(file).href }], host).value).value;
}

function expectAgreement(file: string, opinion: Opinion, seeds: readonly number[], overlooked: RegExp): void {
  const cases = casesAt(file, seeds).filter(({ note }) => !overlooked.test(note));
  const valid = opinion(
    file,
    cases.map(({ path }) => path),
  );
  const wrong = cases.filter(({ path, isValid }) => valid.has(path) !== isValid);
  expect(wrong.map(({ isValid, note }) => `${isValid ? 'refused' : 'accepted'}: ${note}`)).toEqual([]);
  expect(cases.length).toBeGreaterThan(20);
}

const OWN = readdirSync(MODELS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xsd'))
  // Without global elements of their own.
  .filter((name) => !/AbstractPayloadType|chameleon|redefined/.test(name))
  .sort();

/** Choices, recursion, substitution groups, wildcards, keys, lists and unions as vendors write them. */
const FOREIGN = [
  'iec61850-scl/xsd/SCL.2007B.xsd',
  'iec61968-9-epri2011/wsdl/xsd/MeterReadings.xsd',
  'openadr-2.0b/xsd/oadr_20b.xsd',
  'ieee2030.5/epri-2013/sep.xsd',
  'espi/3.3.1/usage.xsd',
  'multispeak-5.0.4/Endpoints/OA_Server/OA_Server.xsd',
];

describe.each([
  { who: 'libxml2', isThere: hasXmllint, opinion: xmllint, overlooked: OVERLOOKED_BY_LIBXML2 },
  { who: 'Xerces', isThere: hasXerces, opinion: xerces, overlooked: NOTHING },
])('samples have the verdict that they were made for ($who)', ({ isThere, opinion, overlooked }) => {
  test.skipIf(!isThere).each(OWN)('%s', (name) => {
    expectAgreement(join(MODELS, name), opinion, [1, 2], overlooked);
  });

  test.skipIf(!isThere || !hasCorpus).each(FOREIGN)('../shared/corpus/%s', (name) => {
    expectAgreement(join(CORPUS, name), opinion, [3], overlooked);
  });
});
