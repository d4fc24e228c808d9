import type { Database } from './database.js';

/** How a file of Jet or of its successor begins, behind four bytes. */
const MAGICS = ['Standard Jet DB\0', 'Standard ACE DB\0'];
const MAGIC_AT = 4;

export const isJet = (bytes: Uint8Array): boolean =>
  MAGICS.some((magic) =>
    [...magic].every((character, at) => character.charCodeAt(0) === bytes[MAGIC_AT + at]),
  );

/** Opens the bytes of a Jet file (`.eap`, `.eapx`) and hands the database to `use`. What the library cannot read it throws. */
export async function withJet<T>(bytes: Uint8Array, use: (database: Database) => T): Promise<T> {
  const { default: MDBReader } = await import('mdb-reader');
  const opened = new MDBReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return use({
    // Damaged catalogues have names that are none.
    tables: opened.getTableNames().filter((name: unknown) => typeof name === 'string'),
    columnsOf: (table) => opened.getTable(table).getColumnNames(),
    rowsOf: (table, columns) => opened.getTable(table).getData({ columns: [...columns] }),
  });
}
