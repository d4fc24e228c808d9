import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hasLibxml2 } from '../support/libxml2-verdicts.js';
import { judgePair } from './pairs/judge-pair.js';
import { makePair } from './pairs/make-pair.js';

const folder = hasLibxml2 ? mkdtempSync(join(tmpdir(), 'cimbind-')) : undefined;
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

// `npm run compatibility` goes through many more.
const SEEDS = Array.from({ length: 24 }, (_, at) => 30 + at);

describe(`random pairs of schemas${hasLibxml2 ? '' : ', without libxml2'}`, () => {
  test.each(SEEDS)('pair %d', (seed) => {
    const { wrong } = judgePair(makePair(seed), 15, folder && join(folder, String(seed)));
    expect(wrong).toEqual([]);
  });
});
