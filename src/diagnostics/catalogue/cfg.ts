import { defineDiagnostic } from '../diagnostic.js';

/** Something that the user named, and the nearest name that exists. */
interface Misspelt {
  readonly path: string;
  readonly name: string;
  readonly nearest: string | undefined;
  readonly known: readonly string[];
}

const didYouMean = (facts: { nearest: string | undefined; known: readonly string[] }): string =>
  facts.nearest === undefined ? `known names: ${facts.known.join(', ')}` : `did you mean "${facts.nearest}"?`;

export const configurationMissing = defineDiagnostic<{ searched: string }>({
  code: 'CFG1001',
  severity: 'error',
  title: 'no configuration file was found',
  message: ({ searched }) => `found no configuration: ${searched}`,
  hint: () => 'run `cimbind init` to write one, or name one with --config',
  explanation:
    'cimbind looks in the working folder, then in each folder above it, for cimbind.config.ts, .mts, .js, .mjs and .json, in this order. ' +
    'The folder that holds the file is the root for every relative path in it.',
});

export const configurationUnreadable = defineDiagnostic<{ file: string; reason: string }>({
  code: 'CFG1002',
  severity: 'error',
  title: 'the configuration file could not be loaded',
  message: ({ file, reason }) => `could not load ${file}: ${reason}`,
  hint: () =>
    'the file is a module whose default export is the configuration: export default defineConfig({ … })',
  explanation:
    'A configuration in TypeScript is transpiled, not type-checked, and runs in the process of cimbind. It may import other files by relative path, ' +
    'and packages that are installed. `import { defineConfig } from "cimbind"` always works, also where cimbind is not installed beside the file.',
});

export const unknownOption = defineDiagnostic<Misspelt>({
  code: 'CFG1003',
  severity: 'error',
  title: 'the configuration has an unknown option',
  message: ({ path, name }) => `unknown option "${name}"${path === '' ? '' : ` in ${path}`}`,
  hint: didYouMean,
  explanation: 'Unknown options are refused, so that a misspelt option cannot be silently without effect.',
});

export const wrongOptionType = defineDiagnostic<{ path: string; found: string; expected: string }>({
  code: 'CFG1004',
  severity: 'error',
  title: 'an option has a value of the wrong type',
  message: ({ path, found, expected }) =>
    `${path === '' ? 'the configuration' : path} is ${found}, expected ${expected}`,
});

export const missingOption = defineDiagnostic<{ path: string; name: string; expected: string }>({
  code: 'CFG1005',
  severity: 'error',
  title: 'a required option is missing',
  message: ({ path, name, expected }) =>
    `option "${name}" is missing${path === '' ? '' : ` in ${path}`}, expected ${expected}`,
});

export const unsupportedVersion = defineDiagnostic<{ found: string }>({
  code: 'CFG1006',
  severity: 'error',
  title: 'the configuration has a version that this generator does not know',
  message: ({ found }) => `version is ${found}, this generator knows version 1`,
  hint: () => 'write version: 1, or install the generator that the configuration was written for',
});

export const inputsMatchNothing = defineDiagnostic<{ project: string; pattern: string }>({
  code: 'CFG1007',
  severity: 'error',
  title: 'an input pattern matches no file',
  message: ({ project, pattern }) => `project "${project}": input "${pattern}" matches no file`,
  hint: () => 'patterns are relative to the folder of the configuration file, with "/" between folders',
});

export const projectsCollide = defineDiagnostic<{ what: string; value: string }>({
  code: 'CFG1008',
  severity: 'error',
  title: 'two projects share a name or an output folder',
  message: ({ what, value }) => `two projects have the ${what} "${value}", expected one each`,
  hint: () => 'give each project its own name and its own outDir',
});

export const unknownProject = defineDiagnostic<Misspelt>({
  code: 'CFG1009',
  severity: 'error',
  title: 'the named project is not in the configuration',
  message: ({ name }) => `no project is called "${name}"`,
  hint: didYouMean,
});

export const invalidOptionValue = defineDiagnostic<{ path: string; found: string; expected: string }>({
  code: 'CFG1010',
  severity: 'error',
  title: 'an option has a value that is not allowed',
  message: ({ path, found, expected }) => `${path} is ${found}, expected ${expected}`,
});

export const templateYieldsNoCode = defineDiagnostic<{ file: string; reason: string }>({
  code: 'CFG1011',
  severity: 'error',
  title: 'what a template yields is not well-formed',
  message: ({ file, reason }) => `${file} could not be formatted: ${reason}`,
  hint: () => 'correct the template of your `templates` folder that makes this file',
});

export const unknownCommand = defineDiagnostic<Misspelt>({
  code: 'CFG1101',
  severity: 'error',
  title: 'the command line names an unknown command',
  message: ({ name }) => `unknown command "${name}"`,
  hint: didYouMean,
});

export const unknownFlag = defineDiagnostic<Misspelt>({
  code: 'CFG1102',
  severity: 'error',
  title: 'the command line has an unknown option',
  message: ({ path, name }) => `unknown option "--${name}" for ${path}`,
  hint: (facts) =>
    facts.nearest === undefined
      ? `see: ${facts.path} --help`
      : `did you mean "--${facts.nearest}"? See: ${facts.path} --help`,
});

export const wrongUse = defineDiagnostic<{ command: string; reason: string }>({
  code: 'CFG1103',
  severity: 'error',
  title: 'the command line is not complete or contradicts itself',
  message: ({ reason }) => reason,
  hint: ({ command }) => `see: ${command} --help`,
});

export const nothingToExplain = defineDiagnostic<Misspelt>({
  code: 'CFG1104',
  severity: 'error',
  title: 'explain knows neither a diagnostic nor a component of this name',
  message: ({ name }) =>
    `nothing is called "${name}", neither a diagnostic code nor a component of the input models`,
  hint: didYouMean,
});

export const fileExists = defineDiagnostic<{ file: string }>({
  code: 'CFG1105',
  severity: 'error',
  title: 'init found a configuration file',
  message: ({ file }) => `${file} exists already, expected none`,
  hint: () => 'edit it, or pass --force to replace it',
});

export const noSchemasFound = defineDiagnostic<{ folder: string }>({
  code: 'CFG1106',
  severity: 'error',
  title: 'init found no schema',
  message: ({ folder }) => `found no .xsd or .wsdl file in ${folder}`,
  hint: () => 'name the folder that holds them: cimbind init path/to/schemas',
});

export const documentNotFound = defineDiagnostic<{ pattern: string }>({
  code: 'CFG1107',
  severity: 'error',
  title: 'a document to check was not found',
  message: ({ pattern }) => `"${pattern}" matches no file`,
  hint: () => 'name a file, a folder, a glob in quotes, or - for standard input',
});

export const documentUnreadable = defineDiagnostic<{ file: string; reason: string }>({
  code: 'CFG1108',
  severity: 'error',
  title: 'a document to check could not be read',
  message: ({ file, reason }) => `could not read ${file}: ${reason}`,
});

export const noSchemasGiven = defineDiagnostic({
  code: 'CFG1109',
  severity: 'error',
  title: 'there is nothing to check documents against',
  message: () => 'found neither --schema nor a configuration that names schemas',
  hint: () => 'name the schemas, as in --schema "models/*.xsd", or run in a folder with a cimbind.config.ts',
});

export const outputUnwritable = defineDiagnostic<{ file: string; reason: string }>({
  code: 'CFG1110',
  severity: 'error',
  title: 'a file could not be written',
  message: ({ file, reason }) => `could not write ${file}: ${reason}`,
  hint: () => 'name a file in a folder that may be written to',
});

export const unknownTemplate = defineDiagnostic<Misspelt>({
  code: 'CFG1112',
  severity: 'error',
  title: 'the command line names a template that there is not',
  message: ({ name }) => `no template is called "${name}"`,
  hint: didYouMean,
});

export const CFG = [
  configurationMissing,
  configurationUnreadable,
  unknownOption,
  wrongOptionType,
  missingOption,
  unsupportedVersion,
  inputsMatchNothing,
  projectsCollide,
  unknownProject,
  invalidOptionValue,
  templateYieldsNoCode,
  unknownCommand,
  unknownFlag,
  wrongUse,
  nothingToExplain,
  fileExists,
  noSchemasFound,
  documentNotFound,
  documentUnreadable,
  noSchemasGiven,
  outputUnwritable,
  unknownTemplate,
] as const;
