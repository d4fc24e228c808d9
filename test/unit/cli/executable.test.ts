import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../pipeline/project-folder.js';
import { ROOT } from '../../architecture/source-files.js';

const BIN = join(ROOT, 'bin/cimbind.js');
const isBuilt = existsSync(join(ROOT, 'dist/cli/main.js'));

const execute = (argv: readonly string[], cwd: string): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, [BIN, ...argv], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CI: '1', NO_COLOR: '1' },
  });

/** Milliseconds of the fastest of some runs: the machine may be busy with something else. */
function fastest(argv: readonly string[], cwd: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    execute(argv, cwd);
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe.skipIf(!isBuilt)('the executable (needs npm run build)', () => {
  const root = folderWith({ 'models/a.xsd': 'A' });

  test('prints its version in little more time than an empty script takes', () => {
    expect(String(execute(['--version'], root).stdout)).toMatch(/^\d+\.\d+\.\d+\n$/u);
    const empty = Math.min(
      ...Array.from({ length: 5 }, () => {
        const start = performance.now();
        spawnSync(process.execPath, ['-e', '0']);
        return performance.now() - start;
      }),
    );
    // A busy machine slows both.
    expect(fastest(['--version'], root)).toBeLessThan(2 * empty + 60);
  });

  test('returns the exit code of the command', () => {
    expect(execute(['generat'], root).status).toBe(2);
    expect(execute(['--help'], root).status).toBe(0);
  });

  test('validates in threads what it validates in one, in the same order', () => {
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="n" type="xs:int"/></xs:schema>`;
    const documents = Array.from({ length: 12 }, (_, index) => [
      `in/${index}.xml`,
      `<n>${index % 3 === 0 ? 'x' : index}</n>`,
    ]);
    const folder = folderWith({ 'n.xsd': schema, ...Object.fromEntries(documents) });
    const [one, two] = ['1', '2'].map((jobs) =>
      execute(['validate', '-s', 'n.xsd', 'in', '--format', 'json', '--jobs', jobs], folder),
    );
    expect(one?.status).toBe(1);
    expect(String(one?.stdout)).toContain('"errors": 4');
    expect(two?.stdout).toBe(one?.stdout);
  });

  test('ends quietly when nobody reads its output', async () => {
    const child = spawn(process.execPath, [BIN, 'explain'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString();
    });
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
