import { defineDiagnostic, type DiagnosticDefinition, type Severity } from '../diagnostic.js';

/** What the runtime says of something: the words are its own. */
export interface Said {
  readonly message: string;
}

/** An issue that the runtime reports in its own words; the catalogue has its title and explains it. */
export const runtimeIssue = (
  code: string,
  severity: Severity,
  title: string,
  explanation: string,
): DiagnosticDefinition<Said> =>
  defineDiagnostic<Said>({ code, severity, title, message: ({ message }) => message, explanation });
