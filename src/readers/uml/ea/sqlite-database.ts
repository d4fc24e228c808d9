import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from './database.js';

/** How a file of SQLite begins. */
const MAGIC = 'SQLite format 3\0';

export const isSqlite = (bytes: Uint8Array): boolean =>
  MAGIC.length <= bytes.length && [...MAGIC].every((character, at) => character.charCodeAt(0) === bytes[at]);

/**
 * Opens the bytes of a SQLite file (`.qea`, `.qeax`), hands the database to `use`, and closes it. What the library cannot
 * read it throws.
 *
 * The library opens files only, and puts a lock beside the one that it opens. So it gets a copy in a folder of its own,
 * which is gone before this function ends.
 */
export async function withSqlite<T>(bytes: Uint8Array, use: (database: Database) => T): Promise<T> {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-'));
  try {
    const file = join(folder, 'project.qea');
    writeFileSync(file, withoutJournal(bytes), { mode: 0o600 });
    const opened = new sqlite.Database(file, { readOnly: true });
    try {
      const all = (sql: string): readonly Readonly<Record<string, unknown>>[] => opened.all(sql);
      return use({
        tables: all(`SELECT name FROM sqlite_schema WHERE type = 'table'`).map(({ name }) => String(name)),
        columnsOf: (table) => all(`PRAGMA table_info(${quoted(table)})`).map(({ name }) => String(name)),
        rowsOf: (table, columns) => all(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`),
      });
    } finally {
      opened.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Where the header says whether the file was last written with a write-ahead log (2) or without (1). */
const WRITE_VERSION = 18;
const READ_VERSION = 19;

/** What a write-ahead log holds is not in the file; what is in the file can be read without it, once it says so. */
function withoutJournal(bytes: Uint8Array): Uint8Array {
  if (bytes[READ_VERSION] !== 2) return bytes;
  const copy = Uint8Array.from(bytes);
  copy[WRITE_VERSION] = 1;
  copy[READ_VERSION] = 1;
  return copy;
}
