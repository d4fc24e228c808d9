/** A value in a table. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** A row by the names of its columns. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A database of SQLite, as far as effects of handlers need one. All calls are synchronous. */
export interface SqlDatabase {
  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...values: readonly SqlValue[]): number;
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined;
  all(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[];
}

/** A database of SQLite that was opened by one of the libraries. */
export interface OpenDatabase extends SqlDatabase {
  /** Several statements, without values and without results. */
  exec(sql: string): void;
  close(): void;
}
