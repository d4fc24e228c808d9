import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { linkSchema } from '../../../src/model/link/index.js';
import { fileSourceHost } from '../../../src/readers/source/file-source-host.js';
import { loadSchemaDocuments } from '../../../src/readers/xsd/index.js';

const corpus = resolve('../shared/corpus');
const report = resolve(corpus, 'XSD-REPORT.tsv');

interface Row {
  readonly file: string;
  readonly verdict: string;
}

const rows = (): readonly Row[] =>
  readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const columns = line.split('\t');
      return { file: columns[0] ?? '', verdict: columns[4] ?? '' };
    });

function errorsOf(file: string): readonly string[] {
  const host = fileSourceHost({ workingFolder: corpus, catalogs: [resolve(corpus, 'catalog.xml')] }).value;
  const loaded = loadSchemaDocuments([{ uri: pathToFileURL(resolve(corpus, file)).href }], host);
  const linked = linkSchema(loaded.value);
  return [...loaded.diagnostics, ...linked.diagnostics]
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`);
}

describe.skipIf(!existsSync(report))('schemas of the corpus', () => {
  test('what libxml2 accepts has no error', () => {
    const accepted = rows().filter(({ verdict }) => verdict === 'ok');
    expect(accepted.length).toBeGreaterThan(200);
    const wrong = accepted.flatMap(({ file }) => errorsOf(file).map((error) => `${file}: ${error}`));
    expect(wrong).toEqual([]);
  });

  test('what libxml2 refuses has one', () => {
    const refused = rows().filter(({ verdict }) => verdict !== 'ok');
    expect(refused.filter(({ file }) => errorsOf(file).length === 0)).toEqual([]);
  });

  test('the largest set takes a second of computing to read and link', () => {
    const file = 'multispeak-5.0.4/Endpoints/CD_Server/CD_Server.xsd';
    errorsOf(file);
    const before = process.cpuUsage();
    expect(errorsOf(file)).toEqual([]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});
