import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startJudges, type Judges } from './judge/judges.js';
import { compileXerces, hasXerces } from './judge/xerces.js';
import { hasXmllint } from './judge/xmllint.js';
import { FEATURES } from './make/scope.js';
import { makeSchema, writeSchema } from './make/make-schema.js';
import { runSchema } from './run-schema.js';

const hasPeers = hasXmllint() && hasXerces();

describe.skipIf(!hasPeers)('fuzzed schemas and documents, judged by libxml2 and Xerces, too', () => {
  const classes = mkdtempSync(join(tmpdir(), 'fuzz-classes-'));
  let judges: Judges;
  beforeAll(() => {
    compileXerces(classes);
    judges = startJudges(classes);
  }, 60_000);
  afterAll(() => {
    judges.close();
    rmSync(classes, { recursive: true });
  });

  test.each(FEATURES.map((only, number) => ({ only, number })))('$only', async ({ only, number }) => {
    let pairs = 0;
    for (const seed of [1, 2, 3]) {
      const outcome = await runSchema(judges, { seed, number, instances: 20, only, known: [] });
      expect(outcome.findings).toEqual([]);
      expect(outcome.crashes).toBe(0);
      pairs += outcome.pairs;
    }
    expect(pairs).toBeGreaterThanOrEqual(3);
  });
});

test('the same seed makes the same schema', () => {
  for (const feature of FEATURES)
    expect(writeSchema(makeSchema(7, feature))).toEqual(writeSchema(makeSchema(7, feature)));
});
