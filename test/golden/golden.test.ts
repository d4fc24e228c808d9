import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/runtime/issue/issue.js';
import { fromJson, toJson } from '../../src/runtime/json/index.js';
import { strictProblems } from '../support/strict-problems.js';
import { OUTPUT, goldenCases, messageFor, openCase } from './golden-case.js';
import type { GoldenCase } from './golden-case.js';

/*
 * A case is a folder: the smallest schema that shows the point, documents that are accepted or rejected, the types that
 * are expected, the values of the accepted documents, and everything that is reported. `npm run update` rewrites what is
 * expected; the reviewer reads the diff.
 */
const cases = goldenCases();

describe.each(cases)('golden: %s', (name) => {
  test('types, values and issues are as expected, and nothing is lost on the way', async () => {
    const golden = await openCase(name);
    const expected = join(golden.folder, 'expected');
    const report = golden.diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
    const written = new Set<string>();
    const expectFile = async (path: string, text: string): Promise<void> => {
      written.add(path);
      await expect(text).toMatchFileSnapshot(join(expected, path));
    };

    for (const [path, text] of golden.files)
      if (golden.config.whole === true || path.endsWith('/types.ts') || path.endsWith('.schema.json'))
        await expectFile(path, text);
    for (const document of golden.documents) {
      const { issues, value } = checkDocument(golden, document);
      if (document.startsWith('valid')) await expectFile(document.replace(/xml$/u, 'json'), asJson(value));
      report.push(...issues.map((issue) => reportLine(document, issue)));
    }

    const reported = join(golden.folder, 'expected.txt');
    if (report.length > 0) await expect(`${report.join('\n')}\n`).toMatchFileSnapshot(reported);
    else expect(existsSync(reported)).toBe(false);
    expect(filesBelow(expected).filter((path) => !written.has(path))).toEqual([]);
  });
});

test('the output of all cases compiles under the strictest settings', () => {
  // Written by the tests above.
  const files = filesBelow(OUTPUT).map((path) => join(OUTPUT, path));
  const sources = files.filter(
    (path) => path.endsWith('.ts') && cases.some((name) => path.startsWith(join(OUTPUT, name))),
  );
  expect(sources.length).toBeGreaterThan(cases.length);
  expect(strictProblems(sources, OUTPUT)).toEqual([]);
});

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

test.skipIf(!hasXmllint)('libxml2 comes to the same verdict on every document', async () => {
  const differing: string[] = [];
  for (const name of cases) {
    const golden = await openCase(name);
    for (const document of golden.documents) {
      const { status } = spawnSync('xmllint', [
        '--noout',
        '--schema',
        golden.schema,
        join(golden.folder, document),
      ]);
      const ours = messageFor(golden, document).safeDecode(readFileSync(join(golden.folder, document))).ok;
      const isExpected = golden.config.libxml2?.[document] === undefined;
      if ((ours === (status === 0)) !== isExpected)
        differing.push(`${name}/${document}: ${ours ? 'valid' : 'invalid'} for us`);
    }
  }
  expect(differing).toEqual([]);
});

/** Decodes a document. A valid one survives the way through XML and the check of its value; an invalid one does not pass. */
function checkDocument(golden: GoldenCase, document: string): { issues: readonly Issue[]; value: unknown } {
  const message = messageFor(golden, document);
  const options = golden.config.decode ?? {};
  const result = message.safeDecode(readFileSync(join(golden.folder, document)), options);
  const isValid = document.startsWith('valid');
  expect(`${document}: ${result.ok ? 'valid' : 'invalid'}`).toBe(
    `${document}: ${isValid ? 'valid' : 'invalid'}`,
  );
  if (!isValid || !result.ok) return { issues: result.issues, value: undefined };
  const { value } = result;
  const again = message.safeDecode(message.encode(value, { indent: 2 }));
  expect(again.issues).toEqual([]);
  expect(again.ok ? again.value : undefined).toEqual(value);
  expect(message.encode(value)).toBe(message.encode(again.ok ? again.value : undefined));
  expect(message.validate(value).issues).toEqual([]);
  const json = toJson(message, value);
  const fromText = fromJson(message, json);
  expect(fromText.issues).toEqual([]);
  expect(fromText.value).toEqual(value);
  if (golden.schemas !== undefined) expect(golden.schemas(message, JSON.parse(json))).toEqual([]);
  return { issues: result.issues, value };
}

const reportLine = (document: string, { line, column, severity, code, rule, path, message }: Issue): string =>
  `${document}:${line}:${column} ${severity} ${code} ${rule} ${path}\n  ${message}`;

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.replace(/\/$/u, '').length + 1)
        .replaceAll('\\', '/'),
    );
}
