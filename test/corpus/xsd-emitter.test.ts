import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { emitXsd } from '../../src/emitters/xsd/index.js';
import { loadSchema } from '../../src/pipeline/load-schema.js';
import { fileSourceHost } from '../../src/readers/source/file-source-host.js';
import { memorySourceHost } from '../../src/readers/source/memory-source-host.js';
import { differences } from '../support/same-components.js';

const corpus = resolve('../shared/corpus');

/** One schema in so many: `npx vitest run test/corpus/xsd-emitter` with CIMBIND_EVERY=1 takes them all. */
const every = Number(process.env['CIMBIND_EVERY'] ?? 12);

const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xsd'))
      .sort()
      .filter((_, at) => at % every === 0)
  : [];

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

describe.skipIf(files.length === 0)('schemas of the corpus written as XSD', () => {
  const host = fileSourceHost({
    workingFolder: corpus,
    catalogs: [pathToFileURL(join(corpus, 'catalog.xml')).href],
  }).value;

  test.each(files.length === 0 ? ['none'] : files)('%s', { timeout: 60_000 }, (file) => {
    const { value: schema, diagnostics } = loadSchema(
      [{ uri: pathToFileURL(join(corpus, file)).href }],
      host,
    );
    if (diagnostics.some(({ severity }) => severity === 'error')) return;
    const plans = emitXsd(schema);
    const again = loadSchema(
      plans.map(({ path }) => ({ uri: `memory:/${path}` })),
      memorySourceHost(Object.fromEntries(plans.map(({ path, content }) => [path, content]))),
    );
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(differences(schema, again.value)).toEqual([]);
    expect(emitXsd(again.value)).toEqual(plans);
    if (hasXmllint) expect(complaintsOf(plans)).toEqual([]);
  });
});

/** What libxml2 has against schemas. */
function complaintsOf(
  plans: readonly { readonly path: string; readonly content: string }[],
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-xsd-'));
  try {
    for (const { path, content } of plans) writeFileSync(join(folder, path), content);
    writeFileSync(join(folder, 'x.xml'), '<x/>');
    return plans.flatMap(({ path }) => {
      const args = ['--noout', '--nonet', '--schema', path, 'x.xml'];
      const { stderr } = spawnSync('xmllint', args, { cwd: folder, encoding: 'utf8' });
      return /parser error|failed to compile/u.test(stderr) ? [`${path}: ${stderr}`] : [];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
