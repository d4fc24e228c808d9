// Takes messages, and lets each take effect once, in one transaction with the mark that it did. Notes how far it is.

import { appendFileSync, writeFileSync } from 'node:fs';
import { sqliteStore } from '../../src/runtime/adapter/sqlite/index.js';
import { CHAOS_TRANSPORTS } from './transports.js';

const [transport = '', port = '', database = '', file = '', log = ''] = process.argv.slice(2);
const store = await sqliteStore({ file: database, durability: 'program' });
store.database.run('CREATE TABLE IF NOT EXISTS effect (message TEXT NOT NULL)');
const adapter = CHAOS_TRANSPORTS[transport]?.create(Number(port));
if (adapter === undefined) throw new Error(`no transport ${transport}`);

const countEffects = (): number =>
  Number(store.database.all('SELECT count(*) AS n FROM effect')[0]?.['n'] ?? 0);
let effects = countEffects();
let deliveries = 0;

await adapter.start();
await adapter.serve(
  'chaos.work',
  async ({ messageId = '' }) => {
    deliveries++;
    await store.once(messageId, Infinity, (sql) => {
      sql.run('INSERT INTO effect (message) VALUES (?)', messageId);
      effects++;
      return true;
    });
    return undefined;
  },
  { concurrency: 64 },
);
const clock = setInterval(() => {
  writeFileSync(file, String(effects));
  appendFileSync(log, `${deliveries}\n`);
  deliveries = 0;
}, 200);
process.on('SIGTERM', () => {
  clearInterval(clock);
  void (async () => {
    await adapter.drain(10_000).catch(() => undefined);
    const total = countEffects();
    const different = Number(
      store.database.all('SELECT count(DISTINCT message) AS n FROM effect')[0]?.['n'] ?? 0,
    );
    appendFileSync(log, `${deliveries}\n`);
    writeFileSync(file, JSON.stringify({ total, different }));
    await store.close();
    process.exit(0);
  })();
});
