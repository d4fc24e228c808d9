// Runs the same messages from the first to the last again and again, until it is killed: what a broker does to an
// adapter whose acknowledgements are lost.

import { DuplicateFilter, systemClock } from '../../src/runtime/adapter/index.js';
import { sqliteStore } from '../../src/runtime/adapter/sqlite/index.js';

const store = await sqliteStore({ file: process.argv[2] ?? '', library: 'node-sqlite3-wasm' });
await store.once('table', Infinity, (database) =>
  database.run('CREATE TABLE IF NOT EXISTS effect (number INTEGER)'),
);
const duplicates = new DuplicateFilter({ store, clock: systemClock, keep: 600_000 });
for (let first = 0; ; first += 20) {
  await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const number = first + index;
      const reservation = await duplicates.reserve(`message-${number}`);
      if (reservation.state !== 'reserved') return;
      await store.once(`effect-${number}`, Infinity, (database) =>
        database.run('INSERT INTO effect VALUES (?)', number),
      );
      await duplicates.commit(`message-${number}`, new TextEncoder().encode('OK'));
      if (number % 100 === 99) process.stdout.write('.');
    }),
  );
}
