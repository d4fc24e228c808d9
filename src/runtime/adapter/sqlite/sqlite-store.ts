import type { Clock } from '../policy/clock.js';
import { systemClock } from '../policy/clock.js';
import type { MessageStore, StoreSpace, StoredEntry } from '../store/message-store.js';
import { jsonBytes, jsonOf, StoreFullError } from '../store/message-store.js';
import type { SqliteLibrary } from './open-database.js';
import { openDatabase } from './open-database.js';
import type { OpenDatabase, SqlDatabase, SqlRow } from './sql-database.js';

/** How a store over SQLite is opened. */
export interface SqliteStoreOptions {
  /** Path of the database file. Effects of handlers may have tables of their own in it. */
  readonly file: string;
  /** Default: better-sqlite3 where it is installed, node-sqlite3-wasm otherwise. */
  readonly library?: SqliteLibrary;
  /**
   * `power`: what was kept is there after the machine lost its power. `program`: after the program was killed; several
   * times faster on slow disks. Default `power`.
   */
  readonly durability?: 'power' | 'program';
  readonly clock?: Clock;
  /** Entries of a space that must not be forgotten (nonces, awaited replies) at most. Default 1,000,000. */
  readonly maxEntries?: number;
}

/** A store over SQLite, and the database for reading what effects have written. */
export interface SqliteStore extends MessageStore<SqlDatabase> {
  readonly database: SqlDatabase;
}

/**
 * Opens a store over SQLite. What handlers do by `once` is in one transaction with the mark that it was done. Calls that
 * come close together are committed together.
 */
export async function sqliteStore(options: SqliteStoreOptions): Promise<SqliteStore> {
  const { file, library, durability = 'power', clock = systemClock, maxEntries = 1_000_000 } = options;
  const database = await openDatabase(file, library);
  try {
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(`PRAGMA synchronous = ${durability === 'power' ? 'FULL' : 'NORMAL'}`);
    database.exec(TABLES);
  } catch (error) {
    database.close();
    throw error;
  }
  return storeOver(database, new GroupCommit(database), clock, maxEntries);
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS cimbind_entry (
    space TEXT NOT NULL,
    key TEXT NOT NULL,
    value BLOB NOT NULL,
    expires REAL NOT NULL,
    PRIMARY KEY (space, key)
  );
  CREATE INDEX IF NOT EXISTS cimbind_entry_expires ON cimbind_entry (expires);
`;

/** Expired entries are cleared away once in so many that are added. */
const SWEEP_EVERY = 1000;

function storeOver(
  database: OpenDatabase,
  commits: GroupCommit,
  clock: Clock,
  maxEntries: number,
): SqliteStore {
  let added = 0;
  const find = (space: StoreSpace, key: string): StoredEntry | undefined =>
    entryOf(
      database.get(
        'SELECT key, value, expires FROM cimbind_entry WHERE space = ? AND key = ? AND expires > ?',
        space,
        key,
        clock.now(),
      ),
    );
  const count = (space: StoreSpace): number =>
    Number(
      database.get(
        'SELECT count(*) AS entries FROM cimbind_entry WHERE space = ? AND expires > ?',
        space,
        clock.now(),
      )?.['entries'] ?? 0,
    );
  const keep = (space: StoreSpace, { key, value, expires }: StoredEntry): void => {
    if (++added % SWEEP_EVERY === 0) {
      database.run('DELETE FROM cimbind_entry WHERE expires <= ?', clock.now());
      if ((space === 'nonce' || space === 'pending') && count(space) >= maxEntries)
        throw new StoreFullError(space, `${maxEntries} entries`);
    }
    database.run(
      'INSERT OR REPLACE INTO cimbind_entry (space, key, value, expires) VALUES (?, ?, ?, ?)',
      space,
      key,
      value,
      Math.min(expires, Number.MAX_SAFE_INTEGER),
    );
  };
  return {
    isDurable: true,
    database,
    get: async (space, key) => find(space, key),
    add: (space, entry) =>
      commits.run(() => {
        const known = find(space, entry.key);
        if (known === undefined) keep(space, entry);
        return known;
      }),
    remove: (space, key) =>
      commits.run(
        () => database.run('DELETE FROM cimbind_entry WHERE space = ? AND key = ?', space, key) > 0,
      ),
    list: async (space, limit = -1) =>
      database
        .all(
          'SELECT key, value, expires FROM cimbind_entry WHERE space = ? AND expires > ? ORDER BY rowid LIMIT ?',
          space,
          clock.now(),
          limit,
        )
        .map(entryOf)
        .filter((entry) => entry !== undefined),
    count: async (space) => count(space),
    once: <T>(key: string, expires: number, effect: (transaction: SqlDatabase) => T): Promise<T> =>
      commits.run(() => {
        const known = find('step', key);
        // The cast is what the contract says: a key stands for one effect, so what is kept under it is of its type.
        if (known !== undefined) return jsonOf(known.value) as T;
        const result = effect(database);
        if (result instanceof Promise)
          throw new TypeError(
            'an effect in a transaction must not be asynchronous: everything else would wait for it',
          );
        keep('step', { key, value: jsonBytes(result), expires });
        return result;
      }),
    async close() {
      await commits.run(() => undefined);
      database.close();
    },
  };
}

function entryOf(row: SqlRow | undefined): StoredEntry | undefined {
  if (row === undefined) return undefined;
  const { key, value, expires } = row;
  if (typeof key !== 'string' || !(value instanceof Uint8Array)) return undefined;
  return {
    key,
    value,
    expires: Number(expires) >= Number.MAX_SAFE_INTEGER ? Infinity : Number(expires),
  };
}

/** One transaction for all calls that come before it begins: each waits for the disk once, together. */
class GroupCommit {
  private queue: Task[] = [];

  constructor(private readonly database: OpenDatabase) {}

  /** Runs a task in a transaction of its own or with others; its failure takes back what it did, and nothing else. */
  run<T>(task: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.queue.push({
        run: () => {
          const result = task();
          return () => resolve(result);
        },
        reject,
      });
      if (this.queue.length === 1) setTimeout(() => this.flush(), 0);
    });
  }

  private flush(): void {
    const tasks = this.queue;
    this.queue = [];
    const settled: (() => void)[] = [];
    try {
      this.database.exec('BEGIN IMMEDIATE');
      for (const { run, reject } of tasks) {
        this.database.exec('SAVEPOINT task');
        try {
          const resolve = run();
          this.database.exec('RELEASE task');
          settled.push(resolve);
        } catch (error) {
          this.database.exec('ROLLBACK TO task');
          this.database.exec('RELEASE task');
          settled.push(() => reject(error));
        }
      }
      this.database.exec('COMMIT');
    } catch (error) {
      this.rollBack();
      for (const { reject } of tasks) reject(error);
      return;
    }
    for (const settle of settled) settle();
  }

  private rollBack(): void {
    try {
      this.database.exec('ROLLBACK');
    } catch {
      // There is no transaction: it never began, or SQLite has ended it.
    }
  }
}

interface Task {
  readonly run: () => () => void;
  readonly reject: (error: unknown) => void;
}
