import { defineDiagnostic } from '../diagnostic.js';

/** A noun with a verb, as users say it. */
interface Exchanged {
  readonly verb: string;
  readonly noun: string;
}

export const interfaceMissing = defineDiagnostic<{ file: string }>({
  code: 'IFC1001',
  severity: 'error',
  title: 'an interface specification does not exist',
  message: ({ file }) => `found no interface specification ${file}`,
  hint: () => 'the option `interfaces` names files relative to the folder of the configuration',
});

export const unknownVerb = defineDiagnostic<{
  verb: string;
  known: readonly string[];
  nearest: string | undefined;
}>({
  code: 'IFC2001',
  severity: 'warning',
  title: 'a verb is none of IEC 61968-100',
  message: ({ verb, known }) => `"${verb}" is none of the verbs ${known.join(', ')}`,
  hint: ({ nearest }) =>
    nearest === undefined
      ? 'partners will only understand it where you agreed on it'
      : `did you mean "${nearest}"?`,
});

export const wrongPattern = defineDiagnostic<
  Exchanged & { readonly pattern: string; readonly fitting: string }
>({
  code: 'IFC2002',
  severity: 'error',
  title: 'a verb does not go with the pattern of its exchange',
  message: ({ verb, noun, pattern, fitting }) =>
    `"${verb}" ${noun} is exchanged by ${pattern}, expected ${fitting}`,
  explanation:
    'A query has an answer, so it needs request-reply or async-reply. What is published tells that something happened, so its verb stands in the past: created, changed, canceled, closed, deleted, executed.',
});

export const exchangeRepeated = defineDiagnostic<Exchanged & { readonly list: string }>({
  code: 'IFC2003',
  severity: 'error',
  title: 'an interface specification names an exchange twice',
  message: ({ verb, noun, list }) => `${list} has "${verb}" ${noun} already, expected it once`,
});

export const nothingExchanged = defineDiagnostic<{ component: string }>({
  code: 'IFC2004',
  severity: 'error',
  title: 'a component exchanges nothing',
  message: ({ component }) => `${component} accepts nothing and sends nothing, expected one message at least`,
  hint: () => "write, for example: accepts: [{ noun: 'MeterReadings', verbs: ['get'] }]",
});

export const unknownNoun = defineDiagnostic<{
  noun: string;
  nearest: string | undefined;
  known: readonly string[];
}>({
  code: 'IFC2005',
  severity: 'error',
  title: 'a noun has no message in the models of the project',
  message: ({ noun }) => `no input model declares the element ${noun}`,
  hint: ({ nearest, known }) =>
    nearest !== undefined
      ? `did you mean "${nearest}"?`
      : `declared are: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}`,
});

export const envelopeMissing = defineDiagnostic({
  code: 'IFC2006',
  severity: 'error',
  title: 'contracts were asked for, and no input model declares the envelope',
  message: () => 'no input model declares the element RequestMessage, expected the schema of the envelope',
  hint: () => 'add Message.xsd of IEC 61968-100 to the inputs of the project',
});

export const IFC = [
  interfaceMissing,
  unknownVerb,
  wrongPattern,
  exchangeRepeated,
  nothingExchanged,
  unknownNoun,
  envelopeMissing,
] as const;
