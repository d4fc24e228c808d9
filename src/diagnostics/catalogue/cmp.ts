import { defineDiagnostic } from '../diagnostic.js';

export const unknownChangeRule = defineDiagnostic<{
  readonly name: string;
  readonly nearest: string | undefined;
}>({
  code: 'CMP1001',
  severity: 'error',
  title: 'a severity is given for a rule or category that does not exist',
  message: ({ name }) => `there is no rule and no category "${name}" of changes`,
  hint: ({ nearest }) =>
    nearest === undefined ? 'reports name the rule of each change' : `did you mean "${nearest}"?`,
});

export const baselineUnreadable = defineDiagnostic<{ readonly file: string; readonly reason: string }>({
  code: 'CMP1002',
  severity: 'error',
  title: 'the baseline cannot be read',
  message: ({ file, reason }) => `the baseline ${file} cannot be read: ${reason}`,
  hint: () => 'restore it from version control, or write it anew with --write-baseline',
});

export const nothingToCompareWith = defineDiagnostic({
  code: 'CMP1003',
  severity: 'error',
  title: 'it is not said what to compare with',
  message: () => 'found neither two models nor --against, nor compatibility.against in the configuration',
  hint: () => 'name both models, or say --against git#branch=main',
});

export const baselineWriteFailed = defineDiagnostic<{ readonly file: string; readonly reason: string }>({
  code: 'CMP1004',
  severity: 'error',
  title: 'the baseline cannot be written',
  message: ({ file, reason }) => `the baseline ${file} cannot be written: ${reason}`,
  hint: () => 'check that the folder is there and may be written to',
});

export const CMP = [
  unknownChangeRule,
  baselineUnreadable,
  nothingToCompareWith,
  baselineWriteFailed,
] as const;
