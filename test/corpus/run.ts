// Every schema, description and message of a corpus of real models, held against libxml2 and the compiler of TypeScript:
//   npm run corpus -- ../shared/corpus [--only pattern] [--report file.json]
// The last line has the totals; the exit status says whether the targets are met.

import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from './corpus-reports.js';
import { readExpectations } from './expectations.js';
import { judge, type Finding, type Totals } from './judge.js';
import { runTasks } from './run-tasks.js';
import { tasksOf, type TaskOutcome } from './tasks.js';

/** At most this share of the verdicts may stand in the list of exceptions. */
const EXCEPTIONS_ALLOWED = 0.01;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, report: { type: 'string' } },
});
async function main(corpusFolder: string): Promise<number> {
  const started = performance.now();
  const corpus = readCorpus(corpusFolder);
  const tasks = tasksOf(corpus, new RegExp(values.only));
  const outcomes: TaskOutcome[] = [];
  await runTasks(corpusFolder, tasks, (more) => {
    outcomes.push(...more);
    process.stderr.write(`${outcomes.length} of ${tasks.length}${process.stderr.isTTY ? ' \r' : '\n'}`);
  });
  outcomes.sort((a, b) => (a.id < b.id ? -1 : 1));
  const { totals, findings } = judge(
    corpus,
    outcomes,
    readExpectations('exceptions.txt'),
    readExpectations('rejected.txt'),
  );
  const open = findings.filter(({ excepted }) => excepted === undefined);
  for (const { kind, file, told } of open) console.log(`${kind}  ${file}\n    ${told}`);
  if (values.report !== undefined)
    writeFileSync(values.report, `${JSON.stringify({ totals, findings, outcomes }, undefined, 1)}\n`);
  const seconds = Math.round((performance.now() - started) / 1000);
  const million = outcomes.reduce((sum, { characters }) => sum + characters, 0) / 1e6;
  console.log(
    `${million.toFixed(0)} million characters of code from ${outcomes.length} models in ${seconds} s`,
  );
  console.log(summary(totals));
  return isMet(totals, open) ? 0 : 1;
}

const summary = (totals: Totals): string =>
  Object.entries(TITLES)
    .map(([key, title]) => {
      const { right, total, excepted } = totals[key as keyof Totals];
      return `${title} ${right}/${total}${excepted === 0 ? '' : ` (${excepted} excepted)`}`;
    })
    .join(', ');

const TITLES: Readonly<Record<keyof Totals, string>> = {
  generated: 'generated',
  compiled: 'compiled',
  typed: 'values of the types',
  rejected: 'rejected with a true diagnosis',
  verdicts: 'verdicts of libxml2',
  roundTrips: 'round trips',
  samples: 'samples accepted',
  samplesOfLibxml2: 'samples accepted by libxml2',
  sampleRoundTrips: 'round trips of samples',
};

function isMet({ verdicts }: Totals, open: readonly Finding[]): boolean {
  return open.length === 0 && verdicts.excepted <= verdicts.total * EXCEPTIONS_ALLOWED;
}

const folder = resolve(positionals[0] ?? '../shared/corpus');
if (existsSync(join(folder, 'XSD-REPORT.tsv'))) process.exitCode = await main(folder);
else {
  console.error(`${folder} has no XSD-REPORT.tsv: name the folder of the corpus`);
  process.exitCode = 2;
}
