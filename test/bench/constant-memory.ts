import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { meterReadingsChunks } from '../support/make-metering-document.js';
import { row } from './measure.js';
import { INTERVAL_READING, meteringCodec } from './metering-codec.js';

const MEGABYTES = 1000;
const LIMIT = 150;

/** Streams a gigabyte in a process of its own and reports the most memory that it held. */
export async function constantMemory(): Promise<Readonly<Record<string, number>>> {
  const report = await new Promise<{
    readonly records: number;
    readonly rss: number;
    readonly seconds: number;
  }>((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--child'], {
      execArgv: [...process.execArgv.filter((arg) => arg !== '--expose-gc'), '--max-semi-space-size=4'],
    });
    child.on('message', (message) => resolve(message as never));
    child.on('exit', (code) => reject(new Error(`the streaming process ended with ${code}`)));
  });
  console.log(`\nConstant memory, a stream of ${MEGABYTES} MB`);
  row(
    'most resident memory',
    `${report.rss.toFixed(0)} MB`,
    `target ${LIMIT}`,
    report.rss < LIMIT ? 'met' : 'MISSED',
  );
  row('records', String(report.records), `${(MEGABYTES / report.seconds).toFixed(0)} MB/s`, 'made and read');
  return { 'streaming 1 GB, MB resident': report.rss };
}

async function child(): Promise<void> {
  const message = meteringCodec();
  const begun = performance.now();
  let records = 0;
  async function* source(): AsyncGenerator<Uint8Array> {
    for (const chunk of meterReadingsChunks(MEGABYTES)) {
      yield chunk;
      await undefined;
    }
  }
  await message.stream(source(), { record: INTERVAL_READING }).forEach(() => {
    records++;
  });
  // Peak of the whole life of the process, in kilobytes.
  const rss = process.resourceUsage().maxRSS / 1000;
  process.send?.({ records, rss, seconds: (performance.now() - begun) / 1000 });
  process.disconnect();
}

if (process.argv.includes('--child')) await child();
