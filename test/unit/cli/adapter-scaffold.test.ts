import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../architecture/source-files.js';
import { strictProblems } from '../../support/strict-problems.js';
import { run } from './command-run.js';

// Inside the project: what is scaffolded imports generated code by relative path.
const folder = mkdtempSync(join(ROOT, 'examples', 'scaffold-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a scaffold compiles, has every handler, and is not written over', { timeout: 120_000 }, async () => {
  const file = join(folder, 'head-end.ts');
  expect(await run(ROOT, ['adapter', 'scaffold', 'HeadEnd', '--out', file])).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toContain('export class HeadEndService implements HeadEndHandlers {');
  expect(strictProblems([file], folder)).toEqual([]);
  const again = await run(ROOT, ['adapter', 'scaffold', 'HeadEnd', '--out', file]);
  expect(again.code).toBe(2);
  expect(again.err).toContain('exists already');
});

test('a component has to be named where there are several, and has to exist', async () => {
  expect((await run(ROOT, ['adapter', 'scaffold'])).err).toContain('name one of HeadEnd, Mdm');
  expect((await run(ROOT, ['adapter', 'scaffold', 'Nobody'])).err).toContain(
    'no component is called "Nobody"',
  );
});
