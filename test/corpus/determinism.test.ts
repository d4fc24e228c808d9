import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

/** Models with documents that include, import and depend on one another in more than one way. */
const MODELS = [
  { folder: 'openadr-2.0b/xsd', inputs: ['*.xsd'] },
  { folder: 'iec61968-6-openwms/get', inputs: ['*.wsdl', 'xsd/*.xsd'] },
  { folder: 'espi/3.3.1', inputs: ['*.xsd'] },
  { folder: 'multispeak-inline-wsdl', inputs: ['5_OA_OD.wsdl'] },
] as const;

const corpus = resolve('../shared/corpus');
const cli = resolve('bin/cimbind.js');
const isThere = existsSync(join(corpus, 'XSD-REPORT.tsv')) && existsSync(resolve('dist/cli/main.js'));
const scratch = isThere ? mkdtempSync(join(tmpdir(), 'cimbind-')) : '';

afterAll(() => {
  if (scratch !== '') rmSync(scratch, { recursive: true, force: true });
});

describe.skipIf(!isThere)('the output does not depend on where, when and in which order it is made', () => {
  test.each(MODELS)('$folder', ({ folder, inputs }) => {
    const name = folder.replaceAll('/', '-');
    const files = inputs.flatMap((pattern) => expand(folder, pattern));
    const plain = generate(join(scratch, 'a', name), folder, files, { LC_ALL: 'C' });
    const odd = generate(join(scratch, 'b', 'İstanbul ı', 'deeper', name), folder, files.toReversed(), {
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
      TZ: 'Pacific/Kiritimati',
    });
    expect([...odd.keys()]).toEqual([...plain.keys()]);
    for (const [path, text] of plain) expect(odd.get(path) === text, path).toBe(true);
  });
});

function generate(
  root: string,
  folder: string,
  inputs: readonly string[],
  env: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  mkdirSync(dirname(root), { recursive: true });
  cpSync(join(corpus, folder), join(root, 'models'), { recursive: true });
  cpSync(join(corpus, 'catalog.xml'), join(root, 'catalog.xml'));
  cpSync(join(corpus, '_catalog'), join(root, '_catalog'), { recursive: true });
  const files = inputs.map((input) => `models/${input}`);
  const exclude = ['!models/**/*Template*'];
  writeFileSync(
    join(root, 'cimbind.config.json'),
    JSON.stringify({ version: 1, inputs: { files: [...files, ...exclude] }, outDir: 'generated' }),
  );
  execFileSync(process.execPath, [cli, 'generate'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });
  const output = join(root, 'generated');
  return new Map(
    readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(output.length + 1), readFileSync(path, 'utf8')]),
  );
}

const expand = (folder: string, pattern: string): readonly string[] => {
  const below = dirname(pattern);
  const end = pattern.slice(pattern.lastIndexOf('*') + 1);
  return readdirSync(join(corpus, folder, below))
    .filter((name) => (pattern.includes('*') ? name.endsWith(end) : join(below, name) === pattern))
    .map((name) => (below === '.' ? name : `${below}/${name}`));
};
