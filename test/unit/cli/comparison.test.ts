import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PORTS } from '../../../src/pipeline/wiring.js';
import { folderWith } from '../pipeline/project-folder.js';
import { run } from './command-run.js';

const schema = (content: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:m" elementFormDefault="qualified">
  <xs:element name="Reading"><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>
</xs:schema>`;
const OLD = schema('<xs:element name="value" type="xs:string"/>');
const NEW = schema('<xs:element name="value" type="xs:string"/><xs:element name="unit" type="xs:string"/>');

describe('cimbind diff and breaking', () => {
  let folder = '';
  const cli = (...argv: readonly string[]): ReturnType<typeof run> => run(folder, argv, { ports: PORTS });

  beforeAll(() => {
    folder = folderWith({ 'models/a.xsd': OLD });
    const git = (...args: readonly string[]): void => {
      const as = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
      execFileSync('git', [...as, ...args], { cwd: folder, stdio: 'ignore' });
    };
    git('init', '-b', 'main');
    git('add', '.');
    git('commit', '-m', 'first');
    git('tag', 'v1');
    writeFileSync(join(folder, 'models/a.xsd'), NEW);
    mkdirSync(join(folder, 'node_modules/@grid/models'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/@grid/models/a.xsd'), OLD);
  });

  test.each([
    ['git#ref=v1:models'],
    ['git#branch=main:models'],
    ['git#tag=v1:models/a.xsd'],
    ['@grid/models'],
  ])('takes %s', { timeout: 60_000 }, async (source) => {
    const { code, out } = await cli('diff', source, 'models', '--category', 'wire-backward');
    expect(code).toBe(1);
    expect(out).toContain('✗ Reading.unit was added, required  CMP3002 required-child-added');
    expect(out).toContain('XML, old messages to new readers  breaking');
  });

  test('the same model is no change', { timeout: 60_000 }, async () => {
    expect(await cli('diff', 'models', 'models')).toMatchObject({ code: 0 });
  });

  test('what cannot be compared ends with 2, and says the way out', { timeout: 60_000 }, async () => {
    const unknown = await cli('diff', 'git#ref=v2:models', 'models');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('the repository has no revision v2\n');
    expect(unknown.err).toContain('did you mean "v1"?');
    expect(await cli('diff', 'nowhere', 'models')).toMatchObject({ code: 2, out: '' });
    expect(await cli('breaking', 'models')).toMatchObject({ code: 2, out: '' });
    writeFileSync(join(folder, 'broken.xsd'), '<xs:schema');
    expect(await cli('diff', 'broken.xsd', 'models')).toMatchObject({ code: 2, out: '' });
    rmSync(join(folder, 'broken.xsd'));
  });

  test('a baseline lets known breaks pass', { timeout: 60_000 }, async () => {
    const options = ['git#tag=v1:models', 'models', '--category', 'wire-backward'];
    expect(await cli('breaking', ...options)).toMatchObject({ code: 1 });
    expect(await cli('breaking', ...options, '--write-baseline', 'known.json')).toMatchObject({ code: 0 });
    const again = await cli('breaking', ...options, '--baseline', 'known.json');
    expect(again.code).toBe(0);
    expect(again.out).toContain('Known from the baseline (1)');
  });

  test('ci says in one report what is stale and what breaks', { timeout: 60_000 }, async () => {
    writeFileSync(
      join(folder, 'cimbind.config.json'),
      JSON.stringify({ version: 1, inputs: 'models/*.xsd', outDir: 'generated' }),
    );
    const { code, out, err } = await cli('ci', '--against', 'git#tag=v1');
    expect(code).toBe(1);
    expect(out).toContain('error DRF1005: generated/');
    expect(out).toContain('Reading.unit was added, required');
    expect(err).toContain('the models break nobody: 1 error');
    const alone = await cli('ci');
    expect(alone.err).toContain('left out the models break nobody: say what to compare with');
    expect(alone.err).toContain('left out handlers keep to their interfaces: no project has `interfaces`');
    rmSync(join(folder, 'cimbind.config.json'));
  });
});
