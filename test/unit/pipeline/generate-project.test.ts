import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateProject } from '../../../src/pipeline/generate-project.js';
import { contents, contextWith, fakePorts, folderWith, projectIn, put } from './project-folder.js';

const options = { force: false, dryRun: false };

describe('generate', () => {
  test('writes files and a manifest without dates and absolute paths', async () => {
    const root = folderWith({ 'models/a.xsd': 'A', 'models/pb.xsd': 'B' });
    const outcome = await generateProject(await projectIn(root), contextWith(fakePorts()), options);
    expect(outcome.status).toBe('written');
    const files = contents(join(root, 'generated'));
    expect(Object.keys(files)).toEqual(['a.ts', 'manifest.json', 'pb.ts']);
    expect(files['pb.ts']).toContain("export const pb = ['B'];");
    const manifest: unknown = JSON.parse(files['manifest.json'] ?? '');
    expect(manifest).toMatchObject({
      format: 1,
      generator: { name: 'cimbind', version: '1.0.0' },
      entries: ['models/a.xsd', 'models/pb.xsd'],
      templates: '',
    });
    expect(files['manifest.json']).not.toContain(root);
    expect(Object.keys(files).some((name) => name.includes('stage'))).toBe(false);
  });

  test('two folders with the same models give the same bytes', async () => {
    const models = { 'models/a.xsd': 'A', 'models/pb.xsd': 'B' };
    const [one, two] = [folderWith(models), folderWith(models)];
    for (const root of [one, two])
      await generateProject(await projectIn(root), contextWith(fakePorts()), options);
    expect(contents(join(one, 'generated'))).toEqual(contents(join(two, 'generated')));
  });

  test('does not compile again when nothing changed', async () => {
    const root = folderWith({ 'models/a.xsd': 'A\ninclude ../lib/l.xsd', 'lib/l.xsd': 'L' });
    const compiled = { count: 0 };
    const ctx = contextWith(fakePorts(compiled));
    await generateProject(await projectIn(root), ctx, options);
    expect((await generateProject(await projectIn(root), ctx, options)).status).toBe('untouched');
    expect(compiled.count).toBe(1);
  });

  test.each<[string, (root: string) => void]>([
    ['a model', (root) => put(join(root, 'models/a.xsd'), 'A2\ninclude ../lib/l.xsd')],
    ['an included document', (root) => put(join(root, 'lib/l.xsd'), 'L2')],
    ['a new document', (root) => put(join(root, 'models/n.xsd'), 'N')],
    ['a removed output', (root) => rmSync(join(root, 'generated/a.ts'))],
    ['a catalog that appears', (root) => put(join(root, 'catalog.xml'), '<catalog/>')],
  ])('compiles again after a change of %s', async (_what, change) => {
    const root = folderWith({ 'models/a.xsd': 'A\ninclude ../lib/l.xsd', 'lib/l.xsd': 'L' });
    const compiled = { count: 0 };
    const ctx = contextWith(fakePorts(compiled));
    await generateProject(await projectIn(root), ctx, options);
    change(root);
    const again = await generateProject(await projectIn(root), ctx, options);
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(compiled.count).toBe(2);
    expect((await generateProject(await projectIn(root), ctx, options)).status).toBe('untouched');
  });

  test('a missing document that appears is a change', async () => {
    const root = folderWith({ 'models/a.xsd': 'A\ninclude gone/l.xsd' });
    const ctx = contextWith(fakePorts());
    await generateProject(await projectIn(root), ctx, options);
    expect((await generateProject(await projectIn(root), ctx, options)).status).toBe('untouched');
    put(join(root, 'models/gone/l.xsd'), 'L');
    expect((await generateProject(await projectIn(root), ctx, options)).status).toBe('written');
  });

  test('compiles again for another configuration and another version', async () => {
    const root = folderWith({ 'models/a.xsd': 'A' });
    await generateProject(await projectIn(root), contextWith(fakePorts()), options);
    const header = await generateProject(
      await projectIn(root, { header: 'x' }),
      contextWith(fakePorts()),
      options,
    );
    expect(header.written).toEqual(['a.ts', 'manifest.json']);
    const version = await generateProject(
      await projectIn(root, { header: 'x' }),
      contextWith(fakePorts(), '2.0.0'),
      options,
    );
    expect(version.written).toEqual(['manifest.json']);
  });

  test('writes only what changed and removes only what it wrote', async () => {
    const root = folderWith({ 'models/a.xsd': 'A', 'models/b.xsd': 'B', 'models/sub/c.xsd': 'C' });
    const out = join(root, 'generated');
    const ctx = contextWith(fakePorts());
    await generateProject(await projectIn(root), ctx, options);
    put(join(out, 'mine.txt'), 'mine');
    utimesSync(join(out, 'a.ts'), 1, 1);
    rmSync(join(root, 'models/b.xsd'));
    const outcome = await generateProject(await projectIn(root), ctx, options);
    expect(outcome.removed).toEqual(['b.ts']);
    expect(outcome.written).toEqual(['manifest.json']);
    expect(statSync(join(out, 'a.ts')).mtimeMs).toBe(1000);
    expect(Object.keys(contents(out))).toEqual(['a.ts', 'manifest.json', 'mine.txt']);
  });

  test('refuses to overwrite what was edited by hand, unless forced', async () => {
    const root = folderWith({ 'models/a.xsd': 'A' });
    const file = join(root, 'generated/a.ts');
    const ctx = contextWith(fakePorts());
    await generateProject(await projectIn(root), ctx, options);
    put(file, 'edited');
    const refused = await generateProject(await projectIn(root), ctx, options);
    expect(refused.status).toBe('failed');
    expect(refused.diagnostics.map(({ code }) => code)).toEqual(['DRF1004']);
    expect(readFileSync(file, 'utf8')).toBe('edited');
    expect((await generateProject(await projectIn(root), ctx, { ...options, force: true })).written).toEqual([
      'a.ts',
    ]);
  });

  test('refuses to overwrite a foreign file', async () => {
    const root = folderWith({ 'models/a.xsd': 'A', 'generated/a.ts': 'mine' });
    const refused = await generateProject(await projectIn(root), contextWith(fakePorts()), options);
    expect(refused.diagnostics.map(({ code }) => code)).toEqual(['DRF1007']);
    expect(contents(join(root, 'generated'))).toEqual({ 'a.ts': 'mine' });
  });

  test('a change of line ends by version control is no edit', async () => {
    const root = folderWith({ 'models/a.xsd': 'A' });
    const file = join(root, 'generated/a.ts');
    const ctx = contextWith(fakePorts());
    await generateProject(await projectIn(root), ctx, options);
    put(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    expect((await generateProject(await projectIn(root), ctx, options)).status).toBe('untouched');
  });

  test('a run that cannot write leaves the folder as it was', async () => {
    const root = folderWith({ 'models/a.xsd': 'A', 'models/b.xsd': 'B' });
    const out = join(root, 'generated');
    const ctx = contextWith(fakePorts());
    await generateProject(await projectIn(root), ctx, options);
    rmSync(join(out, 'b.ts'));
    mkdirSync(join(out, 'b.ts'));
    put(join(out, 'b.ts/keep.txt'), 'keep');
    const before = contents(out);
    put(join(root, 'models/a.xsd'), 'A2');
    const outcome = await generateProject(await projectIn(root), ctx, options);
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['DRF1010']);
    expect(contents(out)).toEqual(before);
  });

  test('an error of the compiler writes nothing', async () => {
    const root = folderWith({ 'models/a.xsd': 'A' });
    const diagnostic = { code: 'XSD0000', severity: 'error', message: 'broken', related: [] } as const;
    const ports = fakePorts();
    const broken = contextWith({
      ...ports,
      compile: async (request) => ({ ...(await ports.compile(request)), diagnostics: [diagnostic] }),
    });
    const outcome = await generateProject(await projectIn(root), broken, options);
    expect(outcome.status).toBe('failed');
    expect(existsSync(join(root, 'generated'))).toBe(false);
  });

  test('a dry run writes nothing', async () => {
    const root = folderWith({ 'models/a.xsd': 'A' });
    const outcome = await generateProject(await projectIn(root), contextWith(fakePorts()), {
      ...options,
      dryRun: true,
    });
    expect(outcome.written).toEqual(['a.ts', 'manifest.json']);
    expect(existsSync(join(root, 'generated'))).toBe(false);
  });

  test.each(['../out.ts', '/etc/x', 'a/../../b', 'manifest.json', 'A.ts'])(
    'refuses the path %s',
    async (path) => {
      const root = folderWith({ 'models/a.xsd': 'A' });
      const ports = fakePorts();
      const ctx = contextWith({
        ...ports,
        compile: async (request) => {
          const { value } = await ports.compile(request);
          return { value: [...value, { path, content: '', layout: 'printed' as const }], diagnostics: [] };
        },
      });
      const outcome = await generateProject(await projectIn(root), ctx, options);
      expect(outcome.diagnostics.map(({ code }) => code)).toContain('DRF1011');
    },
  );

  test('a pattern that matches nothing is an error', async () => {
    const root = folderWith({ 'models/a.xsd': 'A' });
    const project = await projectIn(root, { inputs: ['models/a.xsd', 'model/*.xsd'] });
    const outcome = await generateProject(project, contextWith(fakePorts()), options);
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['CFG1007']);
  });

  test.skipIf(process.getuid?.() === 0)('a folder without write permission is a diagnostic', async () => {
    const root = folderWith({ 'models/a.xsd': 'A', 'generated/x': '' });
    chmodSync(join(root, 'generated'), 0o555);
    const outcome = await generateProject(await projectIn(root), contextWith(fakePorts()), options);
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['DRF1010']);
  });
});
