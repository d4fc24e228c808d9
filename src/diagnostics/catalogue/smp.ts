import { defineDiagnostic } from '../diagnostic.js';

export const noLiteral = defineDiagnostic<{ readonly type: string }>({
  code: 'SMP1001',
  severity: 'error',
  title: 'no value of a simple type was found',
  message: ({ type }) => `no value of ${type} was found that satisfies all its facets`,
  hint: () =>
    'see whether the facets contradict each other; if they do not, add an enumeration or simplify the pattern',
  explanation:
    'Samples need a value for every required simple type. Values are made from the built-in type, the bounds, the lengths and the patterns, and each is ' +
    'checked against all facets. Patterns of several derivation steps that hardly overlap may have values that are not found in a bounded number of tries. ' +
    'The sample has an empty text in place of the value.',
});

export const noDocument = defineDiagnostic<{ readonly element: string }>({
  code: 'SMP1002',
  severity: 'error',
  title: 'no document of an element can be valid',
  message: ({ element }) => `no document with the element ${element} can be valid`,
  hint: () =>
    'look for an element that requires itself, or for an abstract element or type that nothing replaces',
  explanation:
    'Every valid document is finite. An element that requires itself, directly or through others, an abstract element without members in its substitution ' +
    'group, an abstract type without derived types, or a simple type without values leave no valid document.',
});

export const noConsistentReferences = defineDiagnostic<{ readonly element: string; readonly rule: string }>({
  code: 'SMP1003',
  severity: 'warning',
  title: 'a sample breaks an identity constraint or has a dangling reference',
  message: ({ element, rule }) => `no sample of ${element} was found that satisfies ${rule}`,
  hint: () => 'try another seed or another extent',
  explanation:
    'Values of keys are made different from each other, references are given values of keys, and optional parts that cannot be made to fit are left out. ' +
    'Where this does not lead to a consistent document in a few tries, the last one is given, and this warning.',
});

export const unknownElement = defineDiagnostic<{
  readonly element: string;
  readonly known: readonly string[];
}>({
  code: 'SMP1004',
  severity: 'error',
  title: 'the element to make samples of is not declared',
  message: ({ element }) => `the schemas declare no global element ${element}`,
  hint: ({ known }) =>
    known.length === 0 ? 'the schemas declare no global element at all' : `declared are ${listed(known)}`,
});

export const elementNotNamed = defineDiagnostic<{ readonly known: readonly string[] }>({
  code: 'SMP1005',
  severity: 'error',
  title: 'several elements could be meant',
  message: ({ known }) =>
    known.length === 0
      ? 'the schemas declare no global element'
      : `the schemas declare ${known.length} global elements, expected the name of one`,
  hint: ({ known }) =>
    known.length === 0 ? 'name a schema with global elements' : `name one of ${listed(known)}`,
});

export const fewInvalidSamples = defineDiagnostic<{
  readonly element: string;
  readonly wanted: number;
  readonly made: number;
}>({
  code: 'SMP1006',
  severity: 'info',
  title: 'fewer invalid samples than asked for',
  message: ({ element, wanted, made }) =>
    `${wanted} invalid samples of ${element} were asked for, ${made} were made`,
  hint: () => 'a small schema can be broken in few ways; another seed may find others',
});

const listed = (names: readonly string[]): string =>
  names.slice(0, 12).join(', ') + (names.length > 12 ? ` and ${names.length - 12} more` : '');

export const SMP = [
  noLiteral,
  noDocument,
  noConsistentReferences,
  unknownElement,
  elementNotNamed,
  fewInvalidSamples,
] as const;
