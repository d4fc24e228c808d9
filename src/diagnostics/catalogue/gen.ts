import { defineDiagnostic } from '../diagnostic.js';

export const alternativesRelaxed = defineDiagnostic<{ readonly component: string; readonly count: number }>({
  code: 'GEN1001',
  severity: 'info',
  title: 'a type allows more than the content model',
  message: ({ component, count }) =>
    `${component} has more alternatives than TypeScript can bear: ${count} properties are optional in its type`,
  hint: () =>
    'nothing has to be done: values are still checked exactly when they are decoded, encoded or validated',
  explanation:
    'A choice becomes a union in which every branch names the properties of all other branches as absent. Choices beside each other multiply. ' +
    'Above a limit the properties of a choice are optional instead.',
});

export const GEN = [alternativesRelaxed] as const;
