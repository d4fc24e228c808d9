// Sends messages first to last, and notes what the broker has confirmed. Killed and started again, it goes on from there.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { CHAOS_TRANSPORTS } from './transports.js';

const [transport = '', port = '', count = '', file = ''] = process.argv.slice(2);
const total = Number(count);
const WINDOW = 64;

const adapter = CHAOS_TRANSPORTS[transport]?.create(Number(port));
if (adapter === undefined) throw new Error(`no transport ${transport}`);
await adapter.start();

/** All before this one are confirmed. */
let confirmed = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
let next = confirmed;
/** Whole or not at all: who is killed in the middle of writing must not begin anew. */
const note = (): void => {
  writeFileSync(`${file}.new`, String(confirmed));
  renameSync(`${file}.new`, file);
};
const beyond = new Set<number>();

const sendOne = async (): Promise<void> => {
  while (next < total) {
    const index = next++;
    const body = new TextEncoder().encode(`<reading index="${index}">${'x'.repeat(400)}</reading>`);
    await adapter.send('chaos.work', {
      body,
      contentType: 'application/xml',
      properties: { verb: 'created', noun: 'MeterReadings' },
      messageId: `m-${index}`,
    });
    beyond.add(index);
    while (beyond.delete(confirmed)) confirmed++;
    if (index % 16 === 0) note();
  }
};
await Promise.all(Array.from({ length: WINDOW }, sendOne));
note();
await adapter.drain(5000);
process.exit(0);
