import { sqliteStore } from '@cimbind/runtime/adapter/sqlite';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'cimbind-sigkill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROGRAM = fileURLToPath(new URL('../../support/effects-until-killed.ts', import.meta.url));

test('effects and marks survive SIGKILL together, and the lock of the dead is no obstacle', async () => {
  const file = join(folder, 'effects.db');
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // It reports each hundredth effect; it is killed in the middle of the next ones.
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, 5 + round * 7));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(`${file}.lock`)).toBe(true);
  }
  const store = await sqliteStore({ file, library: 'node-sqlite3-wasm' });
  const [row] = store.database.all(
    `SELECT count(*) AS effects, count(DISTINCT number) AS numbers,
       (SELECT count(*) FROM cimbind_entry WHERE space = 'step' AND key LIKE 'effect-%') AS marks,
       (SELECT count(*) FROM cimbind_entry WHERE space = 'handled') AS handled FROM effect`,
  );
  await store.close();
  const { effects, numbers, marks, handled } = row ?? {};
  expect(effects).toBeGreaterThan(100);
  expect(numbers).toBe(effects);
  expect(marks).toBe(effects);
  expect(handled).toBeLessThanOrEqual(Number(effects));
}, 120_000);
