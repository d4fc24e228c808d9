// npm run conformance -- [packed files] [--report file.json] [--only pattern] [--version 1.0] [--slow] [--all]

import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareWithExpected, nameOf } from './expected-failures.js';
import { readPacked } from './packed-group.js';
import { runSuite } from './run-suite.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    report: { type: 'string' },
    only: { type: 'string', default: '' },
    version: { type: 'string', default: '1.0' },
    slow: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
});

const DEFAULT = fileURLToPath(new URL('../../../shared/xsts/xsts-1.0-dev.jsonl.gz', import.meta.url));

const files = positionals.length === 0 ? [DEFAULT] : positionals;
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.error(`not there: ${missing.join(', ')}`);
  process.exit(2);
}
const only = new RegExp(values.only);
const groups = files.flatMap(readPacked).filter(({ id }) => only.test(id));
const begun = performance.now();
const results = await runSuite(groups, {
  version: values.version,
  timeLimit: 20,
  onGroup(done, milliseconds, { id }) {
    if (values.slow && milliseconds > 2000) console.error(`slow: ${id} ${Math.round(milliseconds)} ms`);
    if (process.stderr.isTTY && done % 50 === 0) process.stderr.write(`\r${done}/${groups.length} groups`);
  },
});
if (process.stderr.isTTY) process.stderr.write('\r');

const count = (kind: string, contributor?: string) => {
  const of = results.filter(
    (result) => result.kind === kind && (contributor === undefined || result.contributor === contributor),
  );
  return { right: of.filter(({ right }) => right).length, total: of.length };
};
const show = ({ right, total }: { right: number; total: number }): string =>
  `${right}/${total}${total === 0 ? '' : ` (${((100 * right) / total).toFixed(2)} %)`}`;
const withoutNist = (kind: string) => {
  const all = count(kind);
  const nist = count(kind, 'nist');
  return { right: all.right - nist.right, total: all.total - nist.total };
};

const { surprising, passing } = compareWithExpected(results);
for (const result of values.all ? results.filter(({ right }) => !right) : surprising)
  console.log(
    `${nameOf(result)}: expected ${result.expected}, found ${result.outcome}\n${result.problems.map((problem) => `    ${problem}`).join('\n')}`,
  );
for (const name of passing) console.log(`listed as an expected failure, but right: ${name}`);

for (const contributor of [...new Set(results.map((result) => result.contributor))].sort())
  console.log(
    `${contributor}: schema ${show(count('schema', contributor))}, instance ${show(count('instance', contributor))}`,
  );
console.log(`without nist: schema ${show(withoutNist('schema'))}, instance ${show(withoutNist('instance'))}`);
const crashed = results.filter(({ outcome }) => outcome === 'crashed').length;
const timedOut = results.filter(({ outcome }) => outcome === 'timed-out').length;
console.log(
  `all: schema ${show(count('schema'))}, instance ${show(count('instance'))}, crashed ${crashed}, timed out ${timedOut}, ${Math.round((performance.now() - begun) / 1000)} s`,
);
if (values.report !== undefined)
  writeFileSync(
    values.report,
    JSON.stringify(
      { totals: { schema: count('schema'), instance: count('instance'), crashed, timedOut }, tests: results },
      null,
      1,
    ),
  );
process.exitCode = surprising.length + passing.length + crashed + timedOut > 0 ? 1 : 0;
