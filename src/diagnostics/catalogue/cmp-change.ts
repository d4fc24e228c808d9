import { defineDiagnostic, type DiagnosticDefinition } from '../diagnostic.js';

/** What a message about a change knows: what changed, and how it was and is. */
export interface ChangeWords {
  /** In the words of the model: `MeterReading.valuesInterval`. */
  readonly subject: string;
  readonly before: string;
  readonly after: string;
}

/** Defines a kind of change. How severe one is depends on what it breaks, so that is not said here. */
export const defineChange = (
  definition: Omit<DiagnosticDefinition<ChangeWords>, 'severity'> & { readonly rule: string },
): DiagnosticDefinition<ChangeWords> & { readonly rule: string } => ({
  ...defineDiagnostic<ChangeWords>({ severity: 'info', ...definition }),
  rule: definition.rule,
});
