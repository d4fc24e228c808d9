import type { OpenDatabase, SqlRow, SqlValue } from './sql-database.js';
import { own } from './stale-lock.js';

/** Which library reads and writes the file. */
export type SqliteLibrary = 'better-sqlite3' | 'node-sqlite3-wasm';

/** Neither of the libraries is installed. */
export class SqliteMissingError extends Error {
  readonly code = 'sqlite-missing';
  readonly retriable = false;
  constructor(library: SqliteLibrary | undefined) {
    super(
      `a store over SQLite needs ${library ?? 'node-sqlite3-wasm or better-sqlite3'}: npm install ${library ?? 'node-sqlite3-wasm'}`,
    );
    this.name = 'SqliteMissingError';
  }
}

/** Opens a database file with the library that is installed, better-sqlite3 first. */
export async function openDatabase(file: string, library?: SqliteLibrary): Promise<OpenDatabase> {
  if (library !== 'node-sqlite3-wasm') {
    const native = await openNative(file);
    if (native !== undefined) return native;
  }
  const opened = library === 'better-sqlite3' ? undefined : await openWasm(file);
  if (opened === undefined) throw new SqliteMissingError(library);
  return opened;
}

/** What is used of better-sqlite3, which brings no types of its own. */
interface NativeDatabase {
  prepare(sql: string): {
    run(...values: readonly SqlValue[]): { readonly changes: number };
    get(...values: readonly SqlValue[]): SqlRow | undefined;
    all(...values: readonly SqlValue[]): readonly SqlRow[];
  };
  exec(sql: string): unknown;
  close(): void;
}

async function openNative(file: string): Promise<OpenDatabase | undefined> {
  // Not a literal: the compiler need not find what is there only where the user has installed it.
  const name = ['better', 'sqlite3'].join('-');
  const loaded = await load(() => import(name));
  if (loaded === undefined) return undefined;
  // The shape that its documentation promises.
  const Database = loaded['default'] as new (file: string) => NativeDatabase;
  const database = new Database(file);
  database.exec('PRAGMA busy_timeout = 10000');
  const prepared = cached((sql) => database.prepare(sql));
  return {
    run: (sql, ...values) => prepared(sql).run(...values).changes,
    get: (sql, ...values) => prepared(sql).get(...values),
    all: (sql, ...values) => prepared(sql).all(...values),
    exec: (sql) => void database.exec(sql),
    close: () => database.close(),
  };
}

async function openWasm(file: string): Promise<OpenDatabase | undefined> {
  const loaded = await load(() => import('node-sqlite3-wasm'));
  if (loaded === undefined) return undefined;
  const release = await own(file);
  try {
    const database = new loaded.default.Database(file);
    // The library has no shared memory, which a write-ahead log needs unless one program has the file to itself.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    const prepared = cached((sql) => database.prepare(sql));
    const rows = (found: unknown): readonly SqlRow[] => found as readonly SqlRow[];
    return {
      run: (sql, ...values) => Number(prepared(sql).run([...values]).changes),
      get: (sql, ...values) => rows(prepared(sql).all([...values]))[0],
      all: (sql, ...values) => rows(prepared(sql).all([...values])),
      exec: (sql) => database.exec(sql),
      close: () => {
        database.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** A module, or undefined where it is not installed. */
async function load<T>(from: () => Promise<T>): Promise<T | undefined> {
  try {
    return await from();
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Prepares each statement once, up to a number of them. */
function cached<T>(prepare: (sql: string) => T): (sql: string) => T {
  const known = new Map<string, T>();
  return (sql) => {
    const found = known.get(sql);
    if (found !== undefined) return found;
    const statement = prepare(sql);
    if (known.size < MOST_STATEMENTS) known.set(sql, statement);
    return statement;
  };
}

const MOST_STATEMENTS = 200;
