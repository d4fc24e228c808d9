import type { ResolvedProject } from '../config/resolved-config.js';
import { writeFailed } from '../diagnostics/catalogue/drf.js';
import { DiagnosticBag } from '../diagnostics/diagnostic-bag.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../foundation/source-text.js';
import { compareFolder } from './compare-folder.js';
import type { FileState } from './compare-folder.js';
import { driftDiagnostic } from './drift.js';
import { isUntouched, recordBuild } from './is-untouched.js';
import { outputFolder } from './output-folder.js';
import type { PipelineContext } from './pipeline-context.js';
import { openProject, planProject } from './plan-project.js';
import { writeFolder } from './write-folder.js';

/** How `generate` is to go about it. */
export interface GenerateOptions {
  /** Overwrite files that were edited by hand or are foreign, and compile also where hashes say that nothing changed. */
  readonly force: boolean;
  /** Everything but the writing. */
  readonly dryRun: boolean;
}

/** What `generate` did to one project. */
export interface GenerateOutcome {
  readonly project: ResolvedProject;
  /** `untouched`: hashes said that there is nothing to do. `failed`: nothing was written. */
  readonly status: 'untouched' | 'fresh' | 'written' | 'failed';
  /** Paths relative to the output folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files the output folder has now. */
  readonly fileCount: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

const REFUSED: readonly FileState['state'][] = ['edited', 'obsolete-edited', 'in-the-way'];

/** Generates one project: all of its files or none. */
export async function generateProject(
  project: ResolvedProject,
  ctx: PipelineContext,
  options: GenerateOptions,
): Promise<GenerateOutcome> {
  const opened = await openProject(project, ctx);
  const outcome = (
    status: GenerateOutcome['status'],
    rest: Partial<Omit<GenerateOutcome, 'project' | 'status'>> = {},
  ): GenerateOutcome => ({
    project,
    status,
    written: [],
    removed: [],
    fileCount: 0,
    diagnostics: [],
    sources: opened.record.sources,
    ...rest,
  });
  if (!options.force && (await isUntouched(project, ctx, opened))) return outcome('untouched');

  const plan = await planProject(project, ctx, opened);
  const diagnostics = new DiagnosticBag();
  diagnostics.push(...plan.diagnostics);
  if (plan.value === undefined) return outcome('failed', { diagnostics: diagnostics.sorted() });

  const comparison = compareFolder(project, plan.value);
  const { states } = comparison;
  if (!options.force) {
    for (const file of states.filter(({ state }) => REFUSED.includes(state))) {
      const refusal = driftDiagnostic(file, project, comparison, plan.value.manifest);
      if (refusal !== undefined) diagnostics.push(refusal);
    }
    if (diagnostics.hasErrors) return outcome('failed', { diagnostics: diagnostics.sorted() });
  }

  const write = new Map<string, string>();
  for (const { path, state, expected } of states) {
    if (expected !== undefined && state !== 'fresh') write.set(path, expected);
  }
  const remove = states.filter(({ state }) => state.startsWith('obsolete')).map(({ path }) => path);
  const isFresh = write.size === 0 && remove.length === 0;
  const failure =
    isFresh || options.dryRun ? undefined : writeFolder(outputFolder(project), { write, remove });
  if (failure !== undefined) {
    diagnostics.add(writeFailed, { file: project.outDir, reason: failure.failure });
    return outcome('failed', { diagnostics: diagnostics.sorted() });
  }
  if (!options.dryRun) recordBuild(ctx, outputFolder(project));
  return outcome(isFresh ? 'fresh' : 'written', {
    written: [...write.keys()],
    removed: remove,
    fileCount: plan.value.files.size + 1,
    diagnostics: diagnostics.sorted(),
  });
}
