import { CHANGE_CATEGORIES } from '../diagnostics/change.js';
import { interfaceShape } from './interface/interface-shape.js';
import type {
  CompatibilityOptions,
  ConfigOptions,
  ContractsOptions,
  EmitOptions,
  EnvelopeSchemaOptions,
  InputOptions,
  MessageClassOptions,
  NamingOptions,
  OwnOptions,
  PackageOptions,
  ProjectOptions,
  SharedOptions,
} from './options.js';
import type { OptionShapes } from './shape.js';
import { either, flag, listOf, literal, objectOf, recordOf, text, textThat } from './shape.js';

const filledText = textThat('a text', (value) => value.trim() !== '');

const folder = textThat(
  'a path relative to the folder of the configuration, with "/" between folders',
  (value) => value !== '' && !value.startsWith('/') && !/^[a-z]:/iu.test(value) && !value.includes('\\'),
);

const modulePath = textThat(
  'a module path without extension, such as "meter" or "iec/meter"',
  (value) => /^[\w@-][\w@.-]*(?:\/[\w@-][\w@.-]*)*$/u.test(value) && !/\.[cm]?[jt]s$/u.test(value),
);

const prefix = textThat(
  'a namespace prefix, or "" for the default namespace',
  (value) => value === '' || (/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(value) && !/^xml/iu.test(value)),
);

const identifier = textThat('a TypeScript identifier', (value) =>
  /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(value),
);

const packageName = textThat('a package name in lower case, such as "@grid/messages"', (value) =>
  /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/u.test(value),
);

const packageVersion = textThat('a version such as "1.0.0"', (value) =>
  /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/u.test(value),
);

const packageOptions = objectOf<PackageOptions>(
  'an object with name and version',
  { name: packageName, version: packageVersion, description: text },
  ['name', 'version'],
);

const contracts = objectOf<ContractsOptions>(
  'an object that says which contracts to write',
  {
    wsdl: literal<'strong' | 'generic' | false>('strong', 'generic', false),
    openApi: flag,
    asyncApi: flag,
    namespaceBase: filledText,
    soapVersion: literal('1.1', '1.2'),
    address: filledText,
  },
  [],
);

const envelope = either(
  literal('ed1', 'ed2', '2010', '2008'),
  objectOf<EnvelopeSchemaOptions>('an object with schema', { schema: filledText, name: filledText }, [
    'schema',
  ]),
);

const messageClasses = objectOf<MessageClassOptions>(
  'an object that says which message classes to generate',
  {
    envelope: either(envelope, listOf(envelope)),
    nouns: either(literal('auto'), listOf(filledText)),
    verbs: listOf(literal('create', 'change', 'cancel', 'close', 'delete', 'execute', 'get')),
    revision: either(text, recordOf(text)),
  },
  [],
);

const emit = objectOf<EmitOptions>(
  'an object that says what to generate',
  {
    types: flag,
    codec: flag,
    messages: flag,
    package: either(packageOptions, literal(false)),
    samples: flag,
    xsd: flag,
    jsonSchema: flag,
    contracts: either(contracts, literal(false)),
    messageClasses: either(messageClasses, flag),
    adapters: flag,
  },
  [],
);

const naming = objectOf<NamingOptions>('an object', { overrides: recordOf(identifier) }, []);

const patterns = either(filledText, listOf(filledText));

const input = objectOf<InputOptions>('an object with files', { files: patterns, name: filledText }, [
  'files',
]);

const shared: OptionShapes<SharedOptions> = {
  emit,
  runtime: filledText,
  numbers: literal('lexical', 'native'),
  applyDefaults: flag,
  records: either(literal('auto'), listOf(filledText)),
  namespaces: recordOf(modulePath),
  naming,
  prefixes: recordOf(prefix),
  catalogs: either(literal('auto'), listOf(filledText)),
  allowNetwork: flag,
  templates: either(filledText, literal(false)),
  header: text,
};

const own: OptionShapes<OwnOptions> = {
  name: filledText,
  inputs: either(either(filledText, input), listOf(either(filledText, input))),
  outDir: folder,
  interfaces: listOf(either(filledText, interfaceShape)),
  bridges: listOf(filledText),
};

const project = objectOf<ProjectOptions>(
  'a project: an object with inputs and outDir',
  { ...own, ...shared },
  ['inputs', 'outDir'],
);

const compatibility = objectOf<CompatibilityOptions>(
  'an object that says how changes are weighed',
  {
    against: either(filledText, literal(false)),
    scope: listOf(literal(...CHANGE_CATEGORIES)),
    severity: recordOf(literal('error', 'warning', 'info', 'off')),
    ignore: listOf(filledText),
    baseline: either(filledText, literal(false)),
  },
  [],
);

/** What a configuration may hold. */
export const configShape = objectOf<ConfigOptions>(
  'an object: defineConfig({ version: 1, … })',
  { version: literal(1), projects: listOf(project), compatibility, ...own, ...shared },
  ['version'],
);
