import type { ConfigOptions, InputOptions, ProjectOptions, SharedOptions } from './options.js';
import type { ResolvedConfig, ResolvedInput, ResolvedProject } from './resolved-config.js';

/** The only place that knows defaults. */
export function resolveConfig(options: ConfigOptions, root: string, file: string): ResolvedConfig {
  const { version, projects, name, inputs, outDir, ...shared } = options;
  const single: readonly ProjectOptions[] =
    inputs === undefined || outDir === undefined
      ? []
      : [{ inputs, outDir, ...(name === undefined ? {} : { name }) }];
  return {
    version,
    root,
    file,
    projects: [...single, ...(projects ?? [])].map((project) => resolveProject(project, shared, root)),
  };
}

function resolveProject(project: ProjectOptions, shared: SharedOptions, root: string): ResolvedProject {
  const outDir = normalFolder(project.outDir);
  const emit = { ...shared.emit, ...project.emit };
  const packageFrame = emit.package ?? false;
  return {
    root,
    name: project.name ?? outDir.split('/').at(-1) ?? outDir,
    inputs: asList(project.inputs).map(resolveInput),
    outDir,
    emit: {
      types: emit.types ?? true,
      codec: emit.codec ?? true,
      messages: emit.messages ?? true,
      package: packageFrame === false ? false : { description: '', ...packageFrame },
      samples: emit.samples ?? true,
      xsd: emit.xsd ?? false,
      jsonSchema: emit.jsonSchema ?? false,
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
