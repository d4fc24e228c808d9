import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareWithExpected } from './expected-failures.js';
import { readPacked } from './packed-group.js';
import { runSuite } from './run-suite.js';

const FILE = fileURLToPath(new URL('../../../shared/xsts/xsts-1.0-dev.jsonl.gz', import.meta.url));

// Every fifth group of the suite; `npm run conformance` runs all of them.
const EVERY = 5;

test.skipIf(!existsSync(FILE))(
  'W3C XML Schema suite: every fifth group',
  async () => {
    const groups = readPacked(FILE).filter((_, index) => index % EVERY === 0);
    expect(groups.length).toBeGreaterThan(1500);
    const results = await runSuite(groups, { version: '1.0', timeLimit: 20 });
    const { surprising, passing } = compareWithExpected(results);
    expect(
      surprising.map(({ kind, group, test: name, outcome }) => `${kind} ${group} ${name}: ${outcome}`),
    ).toEqual([]);
    expect(passing).toEqual([]);
    const instances = results.filter(({ kind }) => kind === 'instance');
    expect(instances.filter(({ right }) => right).length / instances.length).toBeGreaterThan(0.998);
  },
  600_000,
);
