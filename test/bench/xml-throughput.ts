import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { smallMeterReadings, writeMeterReadings } from '../support/make-metering-document.js';
import { inTurn, isInstalled, row, timeCommand, type Contender } from './measure.js';

const MEGABYTES = 60;
const ROUNDS = 5;
const WARM_UP = 3;
const SMALL = 10_000;
const SCRIPT = fileURLToPath(new URL('./contender.js', import.meta.url));
const SCHEMA = fileURLToPath(new URL('../../input-models/metering/MeterReadings.xsd', import.meta.url));

/** Streaming, whole trees, encoding and small messages, side by side with peers over one document. */
export async function xmlThroughput(): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-bench-'));
  const processes: ChildProcess[] = [];
  try {
    return await measure(folder, processes);
  } finally {
    for (const child of processes) child.kill();
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string, processes: ChildProcess[]): Promise<Readonly<Record<string, number>>> {
  const file = join(folder, 'metering.xml');
  writeMeterReadings(file, MEGABYTES);
  const megabytes = readFileSync(file).length / 1e6;
  const smallFile = join(folder, 'small.xml');
  writeFileSync(smallFile, smallMeterReadings());
  const smallBytes = readFileSync(smallFile).length;

  const contenders: Contender[] = [];
  const add = async (name: string, kind: string, document: string, warmUp: number): Promise<void> => {
    const child = fork(SCRIPT, [kind, document], { execArgv: [] });
    processes.push(child);
    await answerOf(child);
    const run = (): Promise<number> => {
      child.send('run');
      return answerOf(child);
    };
    for (let round = 0; round < warmUp; round++) await run();
    contenders.push({ name, run });
  };
  await add('cimbind stream', 'stream', file, WARM_UP);
  await add('cimbind stream, in 256 KB chunks', 'chunks', file, WARM_UP);
  await add('cimbind decode', 'decode', file, WARM_UP);
  await add('cimbind encode', 'encode', file, WARM_UP);
  await add('fast-xml-parser', 'fast-xml-parser', file, 1);
  await add('small messages', 'small', smallFile, WARM_UP);
  const start = timeCommand('xmllint', ['--version']) ?? 0;
  const xmllint = (name: string, ...args: string[]): Contender => ({
    name,
    run: () => (timeCommand('xmllint', [...args, file]) ?? 0) - start,
  });
  if (isInstalled('xmllint', '--version'))
    contenders.push(
      xmllint('xmllint --stream', '--stream'),
      xmllint('xmllint --stream --schema', '--noout', '--stream', '--schema', SCHEMA),
      xmllint('xmllint --schema', '--noout', '--schema', SCHEMA),
    );
  const seconds = await inTurn(contenders, ROUNDS);

  const rate = (name: string): number => megabytes / (seconds.get(name) ?? Infinity);
  console.log(`\nXML throughput, MeterReadings of ${megabytes.toFixed(0)} MB, medians of ${ROUNDS}, in turn`);
  for (const { name } of contenders)
    if (name !== 'small messages') row(name, `${rate(name).toFixed(0)} MB/s`);
  const ratios: Record<string, number> = {};
  const compare = (own: string, peer: string, target: number): void => {
    if (!seconds.has(peer)) return;
    const ratio = rate(own) / rate(peer);
    ratios[`${own} / ${peer}`] = ratio;
    row(`${own} / ${peer}`, ratio.toFixed(2), `target ${target}`, ratio >= target ? 'met' : 'MISSED');
  };
  compare('cimbind stream', 'xmllint --stream', 1.5);
  compare('cimbind stream', 'xmllint --stream --schema', 2);
  compare('cimbind decode', 'xmllint --schema', 1.3);
  compare('cimbind decode', 'fast-xml-parser', 10);
  compare('cimbind encode', 'cimbind decode', 1);
  const perSecond = SMALL / (seconds.get('small messages') ?? Infinity);
  ratios['small messages a second'] = perSecond;
  row(
    `decode of ${(smallBytes / 1000).toFixed(1)} KB messages`,
    `${perSecond.toFixed(0)}/s`,
    'target 20000',
    perSecond >= 20_000 ? 'met' : 'MISSED',
  );
  return ratios;
}

const answerOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a contender ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(Number(answer));
    });
  });
