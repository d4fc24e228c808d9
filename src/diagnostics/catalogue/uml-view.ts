import { defineDiagnostic } from '../diagnostic.js';

export const noModelGiven = defineDiagnostic({
  code: 'UML4001',
  severity: 'error',
  title: 'there is no information model to look at',
  message: () => 'found neither --model nor a configuration that names an information model',
  hint: () =>
    'name the model, as in --model models/cim.xmi; XMI, .uml, .ecore, .qea, .eap, RDFS and OWL are read',
});

export const severalModelsGiven = defineDiagnostic<{ readonly models: readonly string[] }>({
  code: 'UML4002',
  severity: 'error',
  title: 'there are several information models to look at',
  message: ({ models }) => `found ${models.length} information models, expected one: ${models.join(', ')}`,
  hint: ({ models }) => `name one of them: --model ${models[0] ?? ''}`,
});

export const unknownModelElement = defineDiagnostic<{
  readonly what: string;
  readonly name: string;
  readonly nearest: string | undefined;
}>({
  code: 'UML4003',
  severity: 'error',
  title: 'the information model has no element of a name',
  message: ({ what, name }) => `the model has no ${what} "${name}"`,
  hint: ({ name, nearest }) =>
    nearest === undefined
      ? `look for parts of names: cimbind model find ${name}`
      : `did you mean "${nearest}"?`,
});

export const diagramCut = defineDiagnostic<{ readonly shown: number; readonly left: number }>({
  code: 'UML4004',
  severity: 'warning',
  title: 'a class diagram does not show everything',
  message: ({ shown, left }) =>
    `the diagram shows ${shown} classes and leaves out ${left} that are farther away`,
  hint: () => 'show more with --limit, or less with --depth',
});

/** Diagnostics of the commands that look at an information model. */
export const UML_VIEW = [noModelGiven, severalModelsGiven, unknownModelElement, diagramCut] as const;
