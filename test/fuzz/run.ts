// npm run fuzz -- [--minutes N] [--seed S] [--pairs N] [--only feature] [--instances N] [--workers N] [--report folder] [--schema N]

import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileXerces, hasXerces } from './judge/xerces.js';
import { hasXmllint } from './judge/xmllint.js';
import { FEATURES, type Feature } from './make/scope.js';
import type { Finding, SchemaOutcome, SchemaTask } from './run-schema.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    pairs: { type: 'string', default: '100000' },
    only: { type: 'string' },
    instances: { type: 'string', default: '40' },
    workers: { type: 'string', default: '2' },
    report: { type: 'string' },
    schema: { type: 'string' },
  },
});

const only = FEATURES.find((feature): feature is Feature => feature === values.only);
if (values.only !== undefined && only === undefined) {
  console.error(`no feature "${values.only}"; there are ${FEATURES.join(', ')}`);
  process.exit(2);
}
if (!hasXmllint() || !hasXerces()) {
  console.error('libxml2-utils, libxerces2-java and a Java compiler must be installed');
  process.exit(2);
}

const TIME_LIMIT = 300_000;
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
/** Differences of one signature that are minimised. */
const MOST_ALIKE = 3;

const begun = performance.now();
const seconds = (): number => (performance.now() - begun) / 1000;
const classes = mkdtempSync(join(tmpdir(), 'fuzz-classes-'));
compileXerces(classes);
const total = { schemas: 0, accepted: 0, pairs: 0, valid: 0, agreements: 0, silent: 0, crashes: 0 };
const explained = new Map<string, number>();
const unexplained = new Map<string, number>();
const reported = new Map<string, number>();
const findings: Finding[] = [];
const mostPairs = Number(values.pairs);
const deadline = Number(values.minutes) * 60;
let next = values.schema === undefined ? 0 : Number(values.schema);
const end = values.schema === undefined ? Infinity : next + 1;

await Promise.all(Array.from({ length: Number(values.workers) }, lane));
rmSync(classes, { recursive: true });
if (process.stderr.isTTY) process.stderr.write('\n');
summarise();

async function lane(): Promise<void> {
  let worker = startWorker();
  while (total.pairs < mostPairs && seconds() < deadline && next < end) {
    const known = [...reported].filter(([, count]) => count >= MOST_ALIKE).map(([signature]) => signature);
    const number = next++;
    const task: SchemaTask = {
      seed: Number(values.seed),
      number,
      instances: Number(values.instances),
      only,
      known,
    };
    const outcome = await ask(worker, task);
    if (outcome === undefined) {
      worker.kill('SIGKILL');
      worker = startWorker();
      total.crashes++;
      add(unexplained, `hangs or ends: --seed ${values.seed} --schema ${String(number)}`, 1);
    } else note(outcome);
    progress();
  }
  worker.disconnect();
}

function startWorker(): ChildProcess {
  const worker = fork(WORKER, [], {
    execArgv: ['--import', 'tsx', '--max-old-space-size=2048'],
    serialization: 'advanced',
  });
  worker.send({ classes });
  return worker;
}

function ask(worker: ChildProcess, task: SchemaTask): Promise<SchemaOutcome | undefined> {
  return new Promise((resolve) => {
    const finish = (outcome: SchemaOutcome | undefined): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (outcome: unknown): void => finish(outcome as SchemaOutcome);
    const onExit = (): void => finish(undefined);
    const timer = setTimeout(onExit, TIME_LIMIT);
    worker.on('message', onMessage);
    worker.on('exit', onExit);
    worker.send(task);
  });
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function note(outcome: SchemaOutcome): void {
  total.schemas++;
  for (const key of ['accepted', 'pairs', 'valid', 'agreements', 'silent', 'crashes'] as const)
    total[key] += outcome[key];
  for (const [name, count] of Object.entries(outcome.explained)) add(explained, name, count);
  for (const [signature, count] of Object.entries(outcome.unexplained)) add(unexplained, signature, count);
  for (const finding of outcome.findings) {
    add(reported, finding.signature, 1);
    findings.push(finding);
    report(finding, findings.length);
  }
}

function report(finding: Finding, number: number): void {
  const { schema, instance, ...rest } = finding;
  const { ours, libxml2, xerces } = finding.verdicts ?? {};
  const text = [
    `seed ${String(rest.seed)}, ${rest.feature}`,
    rest.signature,
    ...(rest.crash === '' ? [] : [rest.crash]),
    `ours     ${ours?.message ?? ''}`,
    `libxml2  ${libxml2?.message ?? ''}`,
    `xerces   ${xerces?.message ?? ''}`,
  ].join('\n');
  if (values.report === undefined) {
    console.log(`\n${text}`);
    for (const [file, content] of Object.entries(schema)) console.log(`${file}:\n${content}`);
    console.log(instance);
    return;
  }
  const folder = join(values.report, String(number).padStart(3, '0'));
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries(schema)) writeFileSync(join(folder, file), content);
  if (instance !== '') writeFileSync(join(folder, 'instance.xml'), instance);
  writeFileSync(join(folder, 'verdicts.txt'), `${text}\n`);
}

function progress(): void {
  if (!process.stderr.isTTY && total.schemas % 100 !== 0) return;
  const line = `${String(total.pairs)} pairs of ${String(total.schemas)} schemas, ${String(findings.length)} findings, ${seconds().toFixed(0)} s`;
  process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`);
}

function summarise(): void {
  const sorted = (counts: ReadonlyMap<string, number>): [string, number][] =>
    [...counts].sort(([, left], [, right]) => right - left);
  const sum = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((all, count) => all + count, 0);
  for (const [name, count] of sorted(explained)) console.log(`explained ${String(count)}: ${name}`);
  for (const [signature, count] of sorted(unexplained))
    console.log(`unexplained ${String(count)}: ${signature}`);
  console.log(
    `${String(total.pairs)} pairs (${String(total.schemas)} schemas, ${String(total.accepted)} accepted; ${String(total.valid)} documents valid), ` +
      `${String(total.agreements)} agreements, ${String(sum(explained))} explained, ${String(sum(unexplained))} unexplained, ` +
      `${String(total.crashes)} crashes, ${String(total.silent)} without an opinion of a peer, ${seconds().toFixed(0)} s`,
  );
  process.exitCode = sum(unexplained) + total.crashes > 0 ? 1 : 0;
}
