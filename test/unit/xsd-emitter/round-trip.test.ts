import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { emitXsd } from '../../../src/emitters/xsd/index.js';
import type { Schema } from '../../../src/model/schema/index.js';
import { loadSchema } from '../../../src/pipeline/load-schema.js';
import { fileSourceHost } from '../../../src/readers/source/file-source-host.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import { differences } from '../../support/same-components.js';

const models = readdirSync('input-models', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xsd'))
  .sort()
  .map((name) => `input-models/${name}`);

const golden = readdirSync('test/golden', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.xsd') && !name.includes('expected'))
  .sort()
  .map((name) => `test/golden/${name}`);

const folder = mkdtempSync(join(tmpdir(), 'cimbind-xsd-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(file: string): Schema | undefined {
  const host = fileSourceHost({ workingFolder: '.' }).value;
  const { value, diagnostics } = loadSchema([{ uri: pathToFileURL(file).href }], host);
  return diagnostics.some(({ severity }) => severity === 'error') ? undefined : value;
}

describe.each([...models, ...golden])('%s written as XSD', (file) => {
  const schema = read(file);
  const plans = schema === undefined ? [] : emitXsd(schema);

  test.skipIf(schema === undefined)('and read again has the same components', () => {
    if (schema === undefined) return;
    const documents = Object.fromEntries(plans.map(({ path, content }) => [path, content]));
    const again = loadSchema(
      plans.map(({ path }) => ({ uri: `memory:/${path}` })),
      memorySourceHost(documents),
    );
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    // What a redefinition replaced has no name in the schema, and gets one in the text.
    const hasReplaced = JSON.stringify([...schema.types.keys(), ...schema.attributeGroups.keys()]).includes(
      'redefined()',
    );
    if (!hasReplaced) expect(differences(schema, again.value)).toEqual([]);
    expect(emitXsd(again.value)).toEqual(plans);
  });

  const isThere = spawnSync('xmllint', ['--version']).status === 0;
  test.skipIf(schema === undefined || !isThere)('is accepted by libxml2', () => {
    const sub = mkdtempSync(join(folder, 'm-'));
    for (const { path, content } of plans) writeFileSync(join(sub, path), content);
    writeFileSync(join(sub, 'x.xml'), '<x/>');
    for (const { path } of plans) {
      const { stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', path, 'x.xml'], {
        cwd: sub,
        encoding: 'utf8',
      });
      expect(stderr, `${path}: ${stderr}`).not.toMatch(/Schemas parser error|failed to compile/u);
    }
  });
});
