/*
 * A store over SQLite: what policies keep survives the end of the program, however it ends.
 */

export { sqliteStore, type SqliteStore, type SqliteStoreOptions } from './sqlite-store.js';
export { SqliteMissingError, type SqliteLibrary } from './open-database.js';
export { DatabaseInUseError } from './stale-lock.js';
export type { SqlDatabase, SqlRow, SqlValue } from './sql-database.js';
