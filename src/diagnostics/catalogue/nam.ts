import { defineDiagnostic } from '../diagnostic.js';

interface Renamed {
  /** Id of the component. */
  readonly component: string;
  readonly wanted: string;
  readonly name: string;
}

export const nameClash = defineDiagnostic<Renamed>({
  code: 'NAM1001',
  severity: 'info',
  title: 'two components would have the same name',
  message: ({ component, wanted, name }) =>
    `${component} is called "${name}" in TypeScript, because "${wanted}" is taken`,
  hint: ({ component }) => `give it a name of your own: naming.overrides["${component}"]`,
  explanation:
    'XML names and TypeScript names have different rules, and types, elements and anonymous types share one set of names in a module. ' +
    'Which of the clashing components keeps the name depends on those components alone, so adding others later changes nothing.',
});

export const nameReserved = defineDiagnostic<Renamed>({
  code: 'NAM1002',
  severity: 'info',
  title: 'a name means something in TypeScript already',
  message: ({ component, wanted, name }) =>
    `${component} is called "${name}", because "${wanted}" means something else in TypeScript or in the runtime`,
  hint: ({ component }) => `give it a name of your own: naming.overrides["${component}"]`,
});

export const overrideUnused = defineDiagnostic<{ readonly option: string; readonly key: string }>({
  code: 'NAM1003',
  severity: 'warning',
  title: 'a configured name belongs to nothing',
  message: ({ option, key }) => `${option}["${key}"] names no component of the model`,
  hint: () => 'write the id as "cimbind explain" shows it, such as type:{http://example.org/meter#}Reading',
});

export const overrideInvalid = defineDiagnostic<{
  readonly option: string;
  readonly key: string;
  readonly name: string;
}>({
  code: 'NAM1004',
  severity: 'error',
  title: 'a configured name cannot be used',
  message: ({ option, key, name }) =>
    `${option}["${key}"] is "${name}", which cannot be used as a name there`,
  hint: () =>
    'types need an identifier that is not reserved; modules need a relative path of letters, digits, "-", "_" and "/" each',
});

export const NAM = [nameClash, nameReserved, overrideUnused, overrideInvalid] as const;
