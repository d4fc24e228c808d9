import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hasXmllint } from '../support/outside-opinion.js';
import { makeEdit } from './edits/make-edit.js';
import { judgeEdit } from './judge-edit.js';

const folder = hasXmllint ? mkdtempSync(join(tmpdir(), 'cimbind-')) : undefined;
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

// `npm run compatibility` goes through all of them.
const SEEDS = Array.from({ length: 64 }, (_, at) => at * 7);

describe(`single edits${hasXmllint ? '' : ', without libxml2'}`, () => {
  test.each(SEEDS)('edit %d', (seed) => {
    const edit = makeEdit(seed);
    const judgements = judgeEdit(edit, folder && join(folder, String(seed)));
    expect(judgements.filter(({ outcome }) => outcome !== 'right')).toEqual([]);
  });
});
