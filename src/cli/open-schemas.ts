import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findConfig } from '../config/load-config.js';
import type { ResolvedProject } from '../config/resolved-config.js';
import { documentNotFound, noSchemasGiven } from '../diagnostics/catalogue/cfg.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { SourceText } from '../foundation/source-text.js';
import { expandPattern, findInputs } from '../pipeline/find-inputs.js';
import type { SourceHostRequest } from '../pipeline/ports.js';
import { inputRecord, recordingHost } from '../pipeline/recording-host.js';
import type { SourceHost } from '../readers/source/source-host.js';
import type { CommandContext } from './command-context.js';
import { openProjects } from './open-projects.js';
import { printRemarks } from './print-report.js';

/** Which schemas a command is about: named ones, or those of the configuration. */
export interface SchemaChoice {
  readonly schema: readonly string[] | undefined;
  readonly config: string | undefined;
  readonly project: readonly string[] | undefined;
  readonly catalog: readonly string[] | undefined;
  readonly allowNetwork: boolean;
}

/** Schemas, found and ready to be read. */
export interface OpenSchemas {
  readonly entries: readonly string[];
  readonly host: SourceHost;
  /** How to make such a host again, in another thread. */
  readonly hostRequest: SourceHostRequest;
  /** By URI, as far as they were read. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** Empty where the schemas were named by --schema. */
  readonly projects: readonly ResolvedProject[];
  readonly entriesOf: ReadonlyMap<ResolvedProject, readonly string[]>;
}

/** Finds the schemas. Where that fails it says why, and the result is undefined. */
export async function openSchemas(
  ctx: CommandContext,
  choice: SchemaChoice,
): Promise<OpenSchemas | undefined> {
  const found =
    choice.schema === undefined ? await ofProjects(ctx, choice) : await ofPatterns(ctx, choice.schema);
  if (found === undefined) return undefined;
  const { entries, projects } = found;
  const [project] = projects;
  const hostRequest: SourceHostRequest = {
    root: ctx.cwd,
    catalogs: choice.catalog ?? absoluteCatalogs(project),
    inputFolders: [...new Set(entries.map((uri) => dirname(fileURLToPath(uri))))],
    allowNetwork: choice.allowNetwork || project?.allowNetwork === true,
  };
  const record = inputRecord(ctx.cwd);
  const { value: host, diagnostics } = await ctx.ports.sourceHost({ ...hostRequest, onCatalog: record.note });
  await printRemarks(
    ctx,
    diagnostics.filter(({ severity }) => severity !== 'info'),
    record.sources,
  );
  return { ...found, host: recordingHost(host, record), hostRequest, sources: record.sources };
}

type Found = Pick<OpenSchemas, 'entries' | 'projects' | 'entriesOf'>;

async function ofPatterns(ctx: CommandContext, patterns: readonly string[]): Promise<Found | undefined> {
  const files = new Set<string>();
  const away = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  for (const pattern of patterns.filter((one) => !one.startsWith('!'))) {
    const expanded = await expandPattern(pattern, away, ctx.cwd);
    if (expanded.length === 0) {
      await printRemarks(ctx, diagnose(documentNotFound, { pattern }));
      return undefined;
    }
    for (const file of expanded) files.add(file);
  }
  return {
    entries: [...files].sort().map((file) => pathToFileURL(file).href),
    projects: [],
    entriesOf: new Map(),
  };
}

async function ofProjects(ctx: CommandContext, choice: SchemaChoice): Promise<Found | undefined> {
  if (choice.config === undefined && findConfig(ctx.cwd) === undefined) {
    await printRemarks(ctx, diagnose(noSchemasGiven, {}));
    return undefined;
  }
  const opened = await openProjects(ctx, choice);
  if (opened === undefined) return undefined;
  const entriesOf = new Map<ResolvedProject, readonly string[]>();
  for (const project of opened.projects) {
    const { value, diagnostics } = await findInputs(project);
    await printRemarks(ctx, diagnostics);
    if (diagnostics.length > 0) return undefined;
    entriesOf.set(project, value.entries);
  }
  return { entries: [...new Set([...entriesOf.values()].flat())], projects: opened.projects, entriesOf };
}

/** Catalogs of a project are relative to its configuration, not to the working folder. */
const absoluteCatalogs = (project: ResolvedProject | undefined): 'auto' | readonly string[] =>
  project === undefined || project.catalogs === 'auto'
    ? 'auto'
    : project.catalogs.map((place) => new URL(place, pathToFileURL(`${project.root}/`)).href);
