import { defineDiagnostic } from '../diagnostic.js';

interface Place {
  /** What people call the file: a path relative to the working folder. */
  readonly label: string;
}

export const projectDamaged = defineDiagnostic<Place & { readonly told: string }>({
  code: 'UML3001',
  severity: 'error',
  title: 'a project file of Enterprise Architect cannot be read',
  message: ({ label, told }) => `${label} cannot be read as a database: ${told}`,
  hint: () => 'copy the file again while nobody has it open, or let Enterprise Architect check its integrity',
});

export const projectEncrypted = defineDiagnostic<Place>({
  code: 'UML3002',
  severity: 'error',
  title: 'a project file is encrypted',
  message: ({ label }) => `${label} is encrypted, expected a project file that opens without a password`,
  hint: () => 'save it without a password, as .qea for example, or export the model as XMI',
});

export const notAProject = defineDiagnostic<Place & { readonly table: string }>({
  code: 'UML3003',
  severity: 'error',
  title: 'a database is no project of Enterprise Architect',
  message: ({ label, table }) =>
    `${label} is a database without the table ${table}, expected a project of Enterprise Architect`,
  hint: () =>
    'name a .qea, .qeax, .eap or .eapx file; a shortcut file to a server holds no model, export it as XMI',
});

export const tableDamaged = defineDiagnostic<Place & { readonly table: string; readonly told: string }>({
  code: 'UML3004',
  severity: 'error',
  title: 'a table of a project file cannot be read',
  message: ({ label, table, told }) => `the table ${table} of ${label} cannot be read: ${told}`,
  hint: () => 'copy the file again while nobody has it open, or let Enterprise Architect check its integrity',
});

/** What is wrong with project files of Enterprise Architect, before their model is looked at. */
export const UML_PROJECT = [projectDamaged, projectEncrypted, notAProject, tableDamaged] as const;
