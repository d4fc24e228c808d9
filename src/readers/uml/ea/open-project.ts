import {
  notAProject,
  projectDamaged,
  projectEncrypted,
  tableDamaged,
} from '../../../diagnostics/catalogue/uml-project.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../../diagnostics/diagnostic-bag.js';
import { type Database, rowReader, toldBy } from './database.js';
import { withJet } from './jet-database.js';
import { type ProjectTables, readProjectTables, REQUIRED_TABLES } from './project-tables.js';
import { isSqlite, withSqlite } from './sqlite-database.js';

/** Reads the tables of a project file, of either product. A file that is no project, or cannot be opened, has none. */
export async function openProject(
  label: string,
  bytes: Uint8Array,
): Promise<Read<ProjectTables | undefined>> {
  const diagnostics = new DiagnosticBag();
  const read = (database: Database): ProjectTables | undefined => {
    const present = new Set(database.tables.map((name) => name.toLowerCase()));
    const missing = REQUIRED_TABLES.find((table) => !present.has(table));
    if (missing !== undefined) {
      diagnostics.add(notAProject, { label, table: missing });
      return undefined;
    }
    return readProjectTables(
      rowReader(database, (table, told) => {
        diagnostics.add(tableDamaged, { label, table, told });
      }),
    );
  };
  let value: ProjectTables | undefined;
  try {
    value = await (isSqlite(bytes) ? withSqlite(bytes, read) : withJet(bytes, read));
  } catch (thrown) {
    const told = toldBy(thrown);
    if (ENCRYPTED.test(told)) diagnostics.add(projectEncrypted, { label });
    else diagnostics.add(projectDamaged, { label, told });
  }
  return { value, diagnostics: diagnostics.sorted() };
}

/** How the libraries speak of files that need a password, and of kinds of encryption that they do not know. */
const ENCRYPTED = /password|encrypt|not implemented/iu;
