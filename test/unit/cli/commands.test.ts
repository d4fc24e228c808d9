import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load-config.js';
import { contents, folderWith, put } from '../pipeline/project-folder.js';
import { run } from './command-run.js';

const CONFIG = JSON.stringify({
  version: 1,
  projects: [
    { inputs: 'models/*.xsd', outDir: 'generated/one' },
    { inputs: 'models/a.xsd', outDir: 'generated/two' },
  ],
});

const project = (): string =>
  folderWith({ 'cimbind.config.json': CONFIG, 'models/a.xsd': 'A', 'models/b.xsd': 'B' });

const withoutTimes = (text: string): string => text.replaceAll(/ \(\d+\.\d\d s\)/gu, '');

describe('generate', () => {
  test('generates all projects, and says what it did on standard error', async () => {
    const root = project();
    const { code, out, err } = await run(root, ['generate']);
    expect({ code, out, err: withoutTimes(err) }).toEqual({
      code: 0,
      out: '',
      err: 'generated  generated/one: 3 of 3 files written\ngenerated  generated/two: 2 of 2 files written\n',
    });
    const again = await run(root, ['generate']);
    expect(withoutTimes(again.err)).toBe('unchanged  generated/one\nunchanged  generated/two\n');
  });

  test('generates one project', async () => {
    const root = project();
    await run(root, ['generate', '--project', 'two']);
    expect(Object.keys(contents(join(root, 'generated')))).toEqual(['two/a.ts', 'two/manifest.json']);
    const wrong = await run(root, ['generate', '--project', 'tow']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('did you mean "two"?');
  });

  test('a dry run lists the files', async () => {
    const { code, err } = await run(project(), ['generate', '--dry-run', '-p', 'two']);
    expect(code).toBe(0);
    expect(withoutTimes(err)).toBe(
      'would write  generated/two: 2 of 2 files written\n  + a.ts\n  + manifest.json\n',
    );
  });

  test('refuses edited files, and says how to overwrite them', async () => {
    const root = project();
    await run(root, ['generate']);
    put(join(root, 'generated/one/a.ts'), 'edited');
    const { code, err } = await run(root, ['generate', '--force', '--project', 'two']);
    expect({ code, err: withoutTimes(err) }).toEqual({ code: 0, err: 'unchanged  generated/two\n' });
    const refused = await run(root, ['generate', '--project', 'one']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('generated/one/a.ts was edited by hand after it was generated');
    expect(refused.err).toContain('cimbind generate --project one --force');
  });

  test('watches: generates again after a change, and survives a broken configuration', async () => {
    const root = project();
    const controller = new AbortController();
    const seen: string[] = [];
    const waitFor = async (text: string): Promise<void> => {
      for (let waited = 0; !seen.join('').includes(text); waited += 20) {
        if (waited > 10_000) throw new Error(`"${text}" did not come: ${seen.join('')}`);
        await new Promise((done) => setTimeout(done, 20));
      }
      seen.length = 0;
      // The watchers are set up right after the last word.
      await new Promise((done) => setTimeout(done, 200));
    };
    const running = run(root, ['generate', '--watch', '--project', 'two'], {
      interruption: controller.signal,
      onRemark: (text) => seen.push(text),
    });
    await waitFor('watching for changes');
    put(join(root, 'models/a.xsd'), 'A2');
    await waitFor('2 of 2 files written');
    expect(readFileSync(join(root, 'generated/two/a.ts'), 'utf8')).toContain('A2');
    put(join(root, 'cimbind.config.json'), '{');
    await waitFor('CFG1002');
    put(join(root, 'cimbind.config.json'), CONFIG);
    await waitFor('unchanged  generated/two');
    controller.abort();
    expect((await running).code).toBe(0);
  });

  test('reports in the format that is asked for', async () => {
    const root = folderWith({
      'cimbind.config.json': CONFIG,
      'models/a.xsd': 'A',
      'generated/one/a.ts': 'mine',
    });
    const { code, out } = await run(root, ['generate', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      command: 'generate',
      summary: { errors: 1 },
      findings: [{ code: 'DRF1007' }],
    });
  });
});

describe('check', () => {
  test('is content with what was generated', async () => {
    const root = project();
    await run(root, ['generate']);
    expect(await run(root, ['check'])).toEqual({
      code: 0,
      out: '',
      err: 'fresh   generated/one\nfresh   generated/two\n',
    });
  });

  test('shows each file, a diff and the command that repairs it', async () => {
    const root = project();
    await run(root, ['generate']);
    put(join(root, 'models/b.xsd'), 'B2');
    const { code, out, err } = await run(root, ['check']);
    expect(code).toBe(1);
    expect(out)
      .toContain(`error DRF1001: generated/one/b.ts is stale: the model changed since it was generated (models/b.xsd)
  generated/one/b.ts
  hint  run: cimbind generate --project one
  more  cimbind explain DRF1001
  --- a/generated/one/b.ts
  +++ b/generated/one/b.ts
`);
    expect(err).toBe(
      '2 errors\ndrift   generated/one: 2 files are not as generated\nfresh   generated/two\n',
    );
  });

  test('without output everything is missing', async () => {
    const { code, out } = await run(project(), ['check', '--project', 'two', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ code: 'DRF1005' }, { code: 'DRF1005' }] });
  });
});

describe('validate', () => {
  const documents = {
    'a.xsd': 'A',
    'in/good.xml': '<root/>',
    'in/bad.xml': '<root>\n  <bad/><bad/>\n</root>',
    'in/odd.xml': '<root><odd/></root>',
  };

  test('prints issues with place, path and rule', async () => {
    const { code, out, err } = await run(folderWith(documents), [
      'validate',
      '-s',
      'a.xsd',
      'in/bad.xml',
      '--max-issues',
      '1',
    ]);
    expect(code).toBe(1);
    expect(out).toBe(`error VAL1001: found <bad>, expected <good>
  in/bad.xml:2:3
    2 │   <bad/><bad/>
      │   ^
  path  /root/bad
  rule  cvc-elt.1.a
  more  cimbind explain VAL1001
`);
    expect(err).toBe('1 error, 1 more not shown\n1 document: 1 invalid\n');
  });

  test('takes folders and globs, in order and each once', async () => {
    const root = folderWith(documents);
    const { code, out } = await run(root, ['validate', '-s', '*.xsd', 'in', 'in/*.xml', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      subjects: ['in/bad.xml', 'in/good.xml', 'in/odd.xml'],
      summary: { errors: 2, warnings: 1 },
    });
  });

  test('a warning does not make a document invalid', async () => {
    const root = folderWith(documents);
    expect((await run(root, ['validate', '-s', 'a.xsd', 'in/odd.xml'])).code).toBe(0);
    expect((await run(root, ['validate', '-s', 'a.xsd', 'in/bad.xml', '--mode', 'tolerant'])).code).toBe(0);
  });

  test('reads standard input', async () => {
    const root = folderWith(documents);
    const { code, out } = await run(root, ['validate', '-s', 'a.xsd', '-'], { stdin: '<bad/>' });
    expect(code).toBe(1);
    expect(out).toContain('(standard input):1:1');
  });

  test('takes the schemas of the configuration', async () => {
    const root = folderWith({
      ...documents,
      'cimbind.config.json': CONFIG.replaceAll('models/*', '*').replaceAll('models/', ''),
    });
    expect((await run(root, ['validate', 'in/good.xml'])).code).toBe(0);
  });

  test.each([
    [['validate', '-s', 'a.xsd', 'in/none.xml'], '"in/none.xml" matches no file'],
    [['validate', '-s', 'none.xsd', 'in/good.xml'], '"none.xsd" matches no file'],
  ])('%j ends with 2', async (argv, message) => {
    const { code, err } = await run(folderWith(documents), argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('a file name with the characters of a glob is a file name', async () => {
    const root = folderWith({ 'a.xsd': 'A', 'in/[x].xml': '<root/>' });
    expect((await run(root, ['validate', '-s', 'a.xsd', 'in/[x].xml'])).code).toBe(0);
  });
});

describe('sample', () => {
  test('prints one document', async () => {
    const root = folderWith({ 'a.xsd': 'A' });
    expect(await run(root, ['sample', '-s', 'a.xsd', '--seed', '7'])).toEqual({
      code: 0,
      out: '<root seed="7"/>\n',
      err: '',
    });
  });

  test('writes several into a folder, and says what they break', async () => {
    const root = folderWith({ 'a.xsd': 'A' });
    const { code, err } = await run(root, ['sample', '-s', 'a.xsd', '-n', '2', '--invalid', '-o', 'broken']);
    expect(code).toBe(0);
    expect(err).toContain('Root-2.xml breaks cvc-elt.1.a');
    expect(Object.keys(contents(join(root, 'broken')))).toEqual(['Root-1.xml', 'Root-2.xml']);
    expect((await run(root, ['sample', '-s', 'a.xsd', '-n', '2'])).code).toBe(2);
  });
});

describe('init', () => {
  const models = {
    'models/a.xsd': '<xs:schema targetNamespace="urn:a"/>',
    'models/sub/b.wsdl': "<definitions targetNamespace = 'urn:b'/>",
    'node_modules/x/y.xsd': '',
  };

  test('writes what it proposes', async () => {
    const root = folderWith(models);
    const { code, err } = await run(root, ['init', '--yes']);
    expect(code).toBe(0);
    expect(err).toContain('found 2 schemas of 2 namespaces\n  urn:a\n  urn:b\n');
    expect(err).toContain('npx cimbind generate');
    expect(readFileSync(join(root, 'cimbind.config.ts'), 'utf8'))
      .toBe(`import { defineConfig } from 'cimbind';

export default defineConfig({
  version: 1,
  inputs: ['models/*.xsd', 'models/sub/*.wsdl'],
  outDir: 'generated',
});
`);
    expect((await loadConfig(root)).diagnostics).toEqual([]);
  });

  test('asks on a terminal', async () => {
    const root = folderWith(models);
    const { code } = await run(root, ['init', 'models'], {
      answers: ['', 'src/out', 'native', '@grid/messages'],
    });
    expect(code).toBe(0);
    const { value } = await loadConfig(root);
    expect(value?.projects[0]).toMatchObject({
      outDir: 'src/out',
      numbers: 'native',
      emit: { package: { name: '@grid/messages', version: '1.0.0' } },
    });
  });

  test('does not replace a configuration unasked', async () => {
    const root = folderWith({ ...models, 'cimbind.config.json': '{}' });
    expect((await run(root, ['init', '--yes'])).code).toBe(2);
  });

  test.each<[readonly string[], string]>([
    [['init', 'nothing'], 'found no .xsd or .wsdl file'],
    [['init', '--package', 'Not A Name'], 'emit.package.name is "Not A Name"'],
    [['init', '--out-dir', '/abs'], 'outDir is "/abs"'],
  ])('%j ends with 2', async (argv, message) => {
    const { code, err } = await run(folderWith(models), argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('quotes whatever a folder is called', async () => {
    const root = folderWith({ "it's ${x} `y`, (z)/a.xsd": '' });
    expect((await run(root, ['init', '--yes'])).code).toBe(0);
    const { code, err } = await run(root, ['generate']);
    expect(err).toContain('2 of 2 files written');
    expect(code).toBe(0);
  });
});
