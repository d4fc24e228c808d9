import { CHANGE_CATEGORIES, type ChangeCategory } from '../diagnostics/change.js';
import type { InterfaceSpecification } from '../model/service/index.js';
import type { InterfaceOptions } from './interface/interface-options.js';
import type {
  CompatibilityOptions,
  ConfigOptions,
  ContractsOptions,
  InputOptions,
  MessageClassOptions,
  ProjectOptions,
  SharedOptions,
} from './options.js';
import type {
  ResolvedConfig,
  ResolvedEmit,
  ResolvedInput,
  ResolvedMessageClasses,
  ResolvedProject,
} from './resolved-config.js';

/** The interface specification that an entry of `interfaces` stands for; undefined where it has errors. */
export type InterfaceLookup = (entry: string | InterfaceOptions) => InterfaceSpecification | undefined;

/** The only place that knows defaults. */
export function resolveConfig(
  options: ConfigOptions,
  root: string,
  file: string,
  interfaceOf: InterfaceLookup = () => undefined,
): ResolvedConfig {
  const { version, projects, name, inputs, outDir, interfaces, bridges, compatibility, ...shared } = options;
  const single: readonly ProjectOptions[] =
    inputs === undefined || outDir === undefined
      ? []
      : [
          {
            inputs,
            outDir,
            ...(name === undefined ? {} : { name }),
            ...(interfaces === undefined ? {} : { interfaces }),
            ...(bridges === undefined ? {} : { bridges }),
          },
        ];
  const given = [...single, ...(projects ?? [])];
  const resolved = given.map((project) => resolveProject(project, shared, root, interfaceOf));
  return {
    version,
    root,
    file,
    projects: resolved.map((project, index) => ({
      ...project,
      bridges: (given[index]?.bridges ?? []).flatMap((other) => resolved.filter((one) => one.name === other)),
    })),
    compatibility: resolveCompatibility(compatibility ?? {}),
  };
}

/** Words alone break nobody. */
export const DEFAULT_SCOPE: readonly ChangeCategory[] = CHANGE_CATEGORIES.filter(
  (category) => category !== 'documentation',
);

/** The weights that hold where no configuration says otherwise. */
export const resolveCompatibility = (given: CompatibilityOptions): Required<CompatibilityOptions> => ({
  against: given.against ?? false,
  scope: given.scope ?? DEFAULT_SCOPE,
  severity: given.severity ?? {},
  ignore: given.ignore ?? [],
  baseline: given.baseline ?? false,
});

function resolveProject(
  project: ProjectOptions,
  shared: SharedOptions,
  root: string,
  interfaceOf: InterfaceLookup,
): ResolvedProject {
  const outDir = normalFolder(project.outDir);
  const emit = { ...shared.emit, ...project.emit };
  const packageFrame = emit.package ?? false;
  return {
    root,
    name: project.name ?? outDir.split('/').at(-1) ?? outDir,
    inputs: asList(project.inputs).map(resolveInput),
    outDir,
    bridges: [],
    interfaces: (project.interfaces ?? []).flatMap((entry) => interfaceOf(entry) ?? []),
    emit: {
      types: emit.types ?? true,
      codec: emit.codec ?? true,
      messages: emit.messages ?? true,
      package: packageFrame === false ? false : { description: '', ...packageFrame },
      samples: emit.samples ?? true,
      xsd: emit.xsd ?? false,
      jsonSchema: emit.jsonSchema ?? false,
      contracts: resolveContracts(emit.contracts ?? false),
      messageClasses: resolveMessageClasses(emit.messageClasses ?? emit.adapters ?? false),
      adapters: emit.adapters ?? false,
    },
    runtime: project.runtime ?? shared.runtime ?? '@cimbind/runtime',
    numbers: project.numbers ?? shared.numbers ?? 'lexical',
    applyDefaults: project.applyDefaults ?? shared.applyDefaults ?? true,
    records: project.records ?? shared.records ?? 'auto',
    namespaces: { ...shared.namespaces, ...project.namespaces },
    naming: { overrides: { ...shared.naming?.overrides, ...project.naming?.overrides } },
    prefixes: { ...shared.prefixes, ...project.prefixes },
    catalogs: project.catalogs ?? shared.catalogs ?? 'auto',
    allowNetwork: project.allowNetwork ?? shared.allowNetwork ?? false,
    templates: project.templates ?? shared.templates ?? false,
    header: project.header ?? shared.header ?? '',
  };
}

const resolveContracts = (options: ContractsOptions | false): ResolvedEmit['contracts'] =>
  options !== false && {
    wsdl: options.wsdl ?? 'strong',
    openApi: options.openApi ?? true,
    asyncApi: options.asyncApi ?? true,
    namespaceBase: options.namespaceBase ?? 'http://iec.ch/TC57/2011',
    soapVersion: options.soapVersion ?? '1.1',
    address: options.address ?? 'http://localhost:8080',
  };

function resolveMessageClasses(options: MessageClassOptions | boolean): ResolvedMessageClasses | false {
  if (options === false) return false;
  const { envelope = 'ed1', nouns = 'auto', verbs, revision = '' } = options === true ? {} : options;
  return {
    envelope: asList(envelope).map((one) =>
      typeof one === 'string'
        ? one
        : {
            schema: one.schema,
            name: one.name ?? (one.schema.split('/').at(-1) ?? '').replace(/\.xsd$/i, ''),
          },
    ),
    nouns,
    verbs: verbs ?? ['create', 'change', 'cancel', 'close', 'delete', 'get'],
    revision,
  };
}

function resolveInput(input: string | InputOptions): ResolvedInput {
  const { files, name } = typeof input === 'string' ? { files: input, name: undefined } : input;
  const patterns = typeof files === 'string' ? [files] : files;
  return { files: patterns, name: name ?? patterns[0] ?? '' };
}

const asList = <T extends string | object>(value: T | readonly T[]): readonly T[] =>
  isList(value) ? value : [value];

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);

/** `./generated//meter/` and `generated/meter` are one folder. */
const normalFolder = (folder: string): string =>
  folder
    .split('/')
    .filter((part, index) => part !== '.' && (part !== '' || index === 0))
    .join('/') || '.';
