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

export const envelopeHasNoMessages = defineDiagnostic<{ readonly name: string; readonly namespace: string }>({
  code: 'GEN1002',
  severity: 'error',
  title: 'an envelope has no messages',
  message: ({ name, namespace }) =>
    `envelope "${name}" declares no message in namespace "${namespace}": RequestMessage, ResponseMessage, EventMessage or FaultMessage expected`,
  hint: () => 'name the schema document that declares them: { envelope: { schema: "models/Message.xsd" } }',
});

export const nounIsNotDeclared = defineDiagnostic<{
  readonly noun: string;
  readonly nearest: string | undefined;
}>({
  code: 'GEN1003',
  severity: 'error',
  title: 'a noun is not declared',
  message: ({ noun }) => `there is no global element "${noun}" to make message classes of`,
  hint: ({ nearest }) =>
    nearest === undefined
      ? 'name the root element of the noun, or add its schema to the inputs'
      : `is "${nearest}" meant?`,
});

export const nounsAreMissing = defineDiagnostic<object>({
  code: 'GEN1004',
  severity: 'warning',
  title: 'there is no noun',
  message: () => 'no global element of the inputs is a noun: there are no message classes',
  hint: () => 'add the schemas of the nouns to the inputs',
});

export const GEN = [alternativesRelaxed, envelopeHasNoMessages, nounIsNotDeclared, nounsAreMissing] as const;
