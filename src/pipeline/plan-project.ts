import type { ResolvedProject } from '../config/resolved-config.js';
import { planLeavesFolder } from '../diagnostics/catalogue/drf.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { compareText } from '../foundation/expanded-name.js';
import { canonicalJson, sha256 } from '../foundation/hash.js';
import type { SourceText } from '../foundation/source-text.js';
import type { SourceHost } from '../readers/source/source-host.js';
import type { FilePlan } from './file-plan.js';
import { findInputs, labelOfUri } from './find-inputs.js';
import type { BridgedProject } from './ports.js';
import type { Inputs } from './find-inputs.js';
import { formatCacheFile, formatPlans } from './format-plans.js';
import type { Manifest } from './manifest.js';
import { MANIFEST_FILE, isInsideFolder } from './manifest.js';
import type { PipelineContext } from './pipeline-context.js';
import { outputFolder } from './output-folder.js';
import { readTemplates } from './read-templates.js';
import type { InputRecord } from './recording-host.js';
import { inputRecord, recordingHost } from './recording-host.js';

/** What an output folder should hold. */
export interface ProjectPlan {
  /** Path to final text, the manifest left out. */
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

/** A plan, or why there is none, and the documents that diagnostics point into. */
export interface PlanRead {
  /** Undefined where an error was found. */
  readonly value: ProjectPlan | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Inputs of a project and where they come from; recording begins with the catalogs. */
export interface OpenedProject {
  readonly inputs: Inputs;
  readonly bridges: readonly BridgedProject[];
  readonly host: SourceHost;
  readonly record: InputRecord;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the inputs and opens a recording host over them. */
export async function openProject(project: ResolvedProject, ctx: PipelineContext): Promise<OpenedProject> {
  const record = inputRecord(project.root);
  const inputs = await findInputs(project);
  const others = await Promise.all(project.bridges.map(findInputs));
  const bridges = project.bridges.map((one, index) => ({
    project: one,
    entries: others[index]?.value.entries ?? [],
  }));
  const host = await ctx.ports.sourceHost({
    root: project.root,
    catalogs: project.catalogs,
    inputFolders: [...inputs.value.folders, ...others.flatMap(({ value }) => value.folders)],
    allowNetwork: project.allowNetwork,
    onCatalog: record.note,
  });
  return {
    inputs: inputs.value,
    bridges,
    host: recordingHost(host.value, record),
    record,
    diagnostics: [
      ...inputs.diagnostics,
      ...others.flatMap(({ diagnostics }) => diagnostics),
      ...host.diagnostics,
    ],
  };
}

/** Read, link, analyse, emit, print: everything but the file system of the output. */
export async function planProject(
  project: ResolvedProject,
  ctx: PipelineContext,
  opened?: OpenedProject,
): Promise<PlanRead> {
  const { inputs, bridges, host, record, diagnostics: opening } = opened ?? (await openProject(project, ctx));
  const diagnostics = new DiagnosticBag();
  diagnostics.push(...opening);
  const failed = (): PlanRead => ({
    value: undefined,
    diagnostics: diagnostics.sorted(),
    sources: record.sources,
  });
  if (diagnostics.hasErrors) return failed();

  const templates = await readTemplates(project);
  const compiled = await ctx.ports.compile({
    project,
    entries: inputs.entries,
    bridges,
    host,
    templates: templates.texts,
  });
  diagnostics.push(...compiled.diagnostics);
  checkPaths(compiled.value, diagnostics);
  if (diagnostics.hasErrors) return failed();

  const cacheFile = formatCacheFile(ctx.cacheFolder, outputFolder(project));
  const formatted = await formatPlans(compiled.value, cacheFile);
  diagnostics.push(...formatted.diagnostics);
  if (diagnostics.hasErrors) return failed();

  const manifest: Manifest = {
    format: 1,
    generator: { name: 'cimbind', version: ctx.generator.version },
    config: configHash(project),
    templates: templates.hash,
    entries: entryLabels(project, { inputs, bridges }),
    inputs: Object.fromEntries(record.hashes),
    files: Object.fromEntries([...formatted.value].map(([path, text]) => [path, sha256(text)])),
  };
  return {
    value: { files: formatted.value, manifest },
    diagnostics: diagnostics.sorted(),
    sources: record.sources,
  };
}

/** Labels of the documents that a project and its bridges start from. */
export const entryLabels = (
  { root }: ResolvedProject,
  { inputs, bridges }: Pick<OpenedProject, 'inputs' | 'bridges'>,
): readonly string[] =>
  [...inputs.entries, ...bridges.flatMap(({ entries }) => entries)].map((uri) => labelOfUri(uri, root));

/** Hash of everything in the configuration that can change the output; place and name of the project cannot, nor the order of its inputs. */
export function configHash(project: ResolvedProject): string {
  const { root: _root, name: _name, inputs, bridges, ...rest } = project;
  const patterns = inputs.flatMap(({ files }) => [...files].sort(compareText).join('\n')).sort(compareText);
  const others = bridges.length === 0 ? {} : { bridges: bridges.map((one) => [one.name, configHash(one)]) };
  return sha256(canonicalJson({ ...rest, inputs: patterns, ...others }));
}

function checkPaths(plans: readonly FilePlan[], diagnostics: DiagnosticBag): void {
  // Two paths that differ in case only are one file on many systems.
  const taken = new Map<string, string>([[MANIFEST_FILE, MANIFEST_FILE]]);
  for (const { path } of plans) {
    if (!isInsideFolder(path)) {
      diagnostics.add(planLeavesFolder, { file: path, reason: 'lies outside the output folder' });
    }
    const other = taken.get(path.toLowerCase());
    if (other !== undefined) {
      diagnostics.add(planLeavesFolder, {
        file: path,
        reason: `would be written to the same place as ${other}`,
      });
    }
    taken.set(path.toLowerCase(), path);
  }
}
