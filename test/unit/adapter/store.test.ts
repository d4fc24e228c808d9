import { memoryStore, type MessageStore } from '@cimbind/runtime/adapter';
import { sqliteStore } from '@cimbind/runtime/adapter/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { manualClock, type ManualClock } from '../../support/manual-clock.js';

const folder = mkdtempSync(join(tmpdir(), 'cimbind-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const STORES: readonly (readonly [string, (clock: ManualClock) => Promise<MessageStore>])[] = [
  ['in memory', async (clock) => memoryStore({ clock })],
  ['over SQLite', (clock) => sqliteStore({ file: join(folder, `${++files}.db`), clock })],
];

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(STORES)('a store %s', (_, open) => {
  test('keeps the first entry of a key, apart from other spaces, until it expires', async () => {
    const clock = manualClock(0);
    const store = await open(clock);
    const first = { key: 'a', value: bytes('first'), expires: 100 };
    expect(await store.add('handled', first)).toBeUndefined();
    expect(await store.add('handled', { ...first, value: bytes('second') })).toMatchObject({
      value: bytes('first'),
    });
    expect(await store.get('handled', 'a')).toEqual(first);
    expect(await store.get('nonce', 'a')).toBeUndefined();
    await clock.advance(100);
    expect(await store.get('handled', 'a')).toBeUndefined();
    expect(await store.add('handled', { ...first, expires: Infinity })).toBeUndefined();
    expect(await store.get('handled', 'a')).toMatchObject({ expires: Infinity });
    await store.close();
  });

  test('lists and counts a space in order, and removes once', async () => {
    const store = await open(manualClock(0));
    for (const key of ['c', 'a', 'b']) await store.add('dead', { key, value: bytes(key), expires: 10 });
    await store.add('pending', { key: 'x', value: bytes('x'), expires: 10 });
    expect((await store.list('dead')).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
    expect((await store.list('dead', 2)).map(({ key }) => key)).toEqual(['c', 'a']);
    expect(await store.count('dead')).toBe(3);
    expect(await Promise.all([store.remove('dead', 'a'), store.remove('dead', 'a')])).toEqual([true, false]);
    expect(await store.count('dead')).toBe(2);
    await store.close();
  });

  test('runs an effect once a key, and not at all when it fails', async () => {
    const store = await open(manualClock(0));
    let runs = 0;
    const effect = (): number => ++runs;
    expect(await Promise.all(['k', 'k', 'l'].map((key) => store.once(key, 10, effect)))).toEqual([1, 1, 2]);
    const failing = store.once('m', 10, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.once('m', 10, effect)).toBe(3);
    await store.close();
  });
});

describe('bounds of a store in memory', () => {
  const entry = (key: string, size = 1) => ({ key, value: new Uint8Array(size), expires: 1000 });

  test('answers to handled messages make room, oldest first', async () => {
    const store = memoryStore({ clock: manualClock(0), maxEntries: 4 });
    for (const key of ['1', '2', '3', '4', '5']) await store.add('handled', entry(key));
    expect((await store.list('handled')).map(({ key }) => key)).toEqual(['2', '3', '4', '5']);
  });

  test('so do they by bytes', async () => {
    const store = memoryStore({ clock: manualClock(0), maxBytes: 1000 });
    for (let index = 0; index < 100; index++) await store.add('handled', entry(String(index), 90));
    const kept = await store.list('handled');
    expect(kept.length).toBeLessThanOrEqual(11);
    expect(kept.at(-1)?.key).toBe('99');
  });

  test.each(['nonce', 'pending'] as const)('a %s is never forgotten: there is no room', async (space) => {
    const clock = manualClock(0);
    const store = memoryStore({ clock, maxEntries: 2 });
    await store.add(space, entry('1'));
    await store.add(space, entry('2'));
    await expect(store.add(space, entry('3'))).rejects.toMatchObject({ code: '5.1', retriable: true });
    await clock.advance(1000);
    await expect(store.add(space, entry('3'))).resolves.toBeUndefined();
  });
});

describe('a store over SQLite', () => {
  test('is the same after it was closed and opened', async () => {
    const file = join(folder, 'again.db');
    const clock = manualClock(0);
    const first = await sqliteStore({ file, clock });
    await first.add('handled', { key: 'a', value: bytes('answer'), expires: 10 });
    await first.close();
    const second = await sqliteStore({ file, clock });
    expect(await second.get('handled', 'a')).toMatchObject({ value: bytes('answer') });
    await second.close();
  });

  test('keeps effect and mark together', async () => {
    const store = await sqliteStore({ file: join(folder, 'effect.db'), clock: manualClock(0) });
    await store.once('schema', Infinity, (database) => database.run('CREATE TABLE reading (value TEXT)'));
    const insert = (key: string, value: string, fails = false) =>
      store.once(key, Infinity, (database) => {
        database.run('INSERT INTO reading VALUES (?)', value);
        if (fails) throw new Error('after the effect');
        return value;
      });
    const outcomes = await Promise.allSettled([
      insert('1', 'a'),
      insert('2', 'b', true),
      insert('1', 'not again'),
      insert('3', 'c'),
    ]);
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual([
      'a',
      'failed',
      'a',
      'c',
    ]);
    expect(store.database.all('SELECT value FROM reading')).toEqual([{ value: 'a' }, { value: 'c' }]);
    await store.close();
  });

  test('refuses an effect that waits', async () => {
    const store = await sqliteStore({ file: join(folder, 'waits.db'), clock: manualClock(0) });
    await expect(store.once('1', 10, async () => 1)).rejects.toThrow(TypeError);
    await store.close();
  });

  test('does not open what another program has open', async () => {
    const file = join(folder, 'shared.db');
    const store = await sqliteStore({ file, library: 'node-sqlite3-wasm' });
    await expect(sqliteStore({ file, library: 'node-sqlite3-wasm' })).rejects.toMatchObject({
      code: 'database-in-use',
    });
    await store.close();
    await (await sqliteStore({ file, library: 'node-sqlite3-wasm' })).close();
  });
});
