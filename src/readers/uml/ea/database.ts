import type { Row, RowReader } from './project-tables.js';

/** A database of some kind, opened for reading. */
export interface Database {
  readonly tables: readonly string[];
  readonly columnsOf: (table: string) => readonly string[];
  /** Rows with the columns asked for, which the table has. */
  readonly rowsOf: (
    table: string,
    columns: readonly string[],
  ) => readonly Readonly<Record<string, unknown>>[];
}

/** Database products differ in the case of table and column names; Enterprise Architect itself has had `Value` and `VALUE`. */
const findName = (names: readonly string[], wanted: string): string | undefined =>
  names.find((name) => name === wanted) ?? names.find((name) => name.toLowerCase() === wanted.toLowerCase());

/** Reads tables of a database. What cannot be read is told to `fault`, and has no rows. */
export const rowReader =
  (database: Database, fault: (table: string, told: string) => void): RowReader =>
  <Column extends string>(wanted: string, columns: readonly Column[]): readonly Row<Column>[] => {
    const table = findName(database.tables, wanted);
    if (table === undefined) return [];
    try {
      const present = database.columnsOf(table);
      const sources = columns.map((column) => [column, findName(present, column)] as const);
      const asked = sources.flatMap(([, source]) => (source === undefined ? [] : [source]));
      return database
        .rowsOf(table, asked)
        .map((row) => rowOf(sources, (source) => (source === undefined ? '' : textOf(row[source]))));
    } catch (thrown) {
      fault(table, toldBy(thrown));
      return [];
    }
  };

/**
 * What a library has to say. They throw whatever a damaged page makes them stumble over: a number that is out of range
 * means nothing to anybody else.
 */
export const toldBy = (thrown: unknown): string =>
  thrown instanceof Error && !(thrown instanceof RangeError) && !(thrown instanceof TypeError)
    ? `${thrown.message.charAt(0).toLowerCase()}${thrown.message.slice(1)}`
    : 'a page is damaged';

function rowOf<Column extends string>(
  sources: readonly (readonly [Column, string | undefined])[],
  valueOf: (source: string | undefined) => string,
): Row<Column> {
  const row: Partial<Record<Column, string>> = {};
  for (const [column, source] of sources) row[column] = valueOf(source);
  // Every column was set.
  return row as Row<Column>;
}

/** Numbers as decimals, what is true as `1`; texts as they are. Of binary values and dates there is none that is needed. */
function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
      return String(value);
    case 'boolean':
      return value ? '1' : '0';
    default:
      return '';
  }
}
