import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { strictProblems } from '../support/strict-problems.js';

/*
 * Generated declarations must compile under the strictest settings. The files beside this one say what must compile
 * with them, and by `@ts-expect-error` what must not.
 */
const HERE = fileURLToPath(new URL('.', import.meta.url));
const GOLDEN = fileURLToPath(new URL('../golden/types/', import.meta.url));

const filesBelow = (folder: string, suffix: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(suffix) && !path.endsWith('.test.ts'))
    .map((path) => join(folder, path));

test('generated declarations hold what they promise', () => {
  const files = [...filesBelow(HERE, '.ts'), ...filesBelow(GOLDEN, 'types.ts')];
  expect(strictProblems(files, HERE)).toEqual([]);
});
