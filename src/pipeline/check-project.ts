import type { ResolvedProject } from '../config/resolved-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceText } from '../foundation/source-text.js';
import { compareFolder } from './compare-folder.js';
import type { FileState } from './compare-folder.js';
import { driftDiagnostic } from './drift.js';
import type { PipelineContext } from './pipeline-context.js';
import { planProject } from './plan-project.js';
import { unifiedDiff } from './unified-diff.js';

/** One file of an output folder that is not what would be generated. */
export interface Drift {
  /** Relative to the folder of the configuration. */
  readonly file: string;
  readonly state: Exclude<FileState['state'], 'fresh'>;
  readonly diagnostic: Diagnostic;
  /** From what is to what would be generated; '' for foreign files, and where there is nothing to compare. */
  readonly diff: string;
}

/** What `check` found in one project. */
export interface CheckOutcome {
  readonly project: ResolvedProject;
  readonly drift: readonly Drift[];
  /** What reading the models said. With an error among it nothing was compared. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** A longer diff says no more than that everything changed. */
const MOST_DIFF_LINES = 400;

/** Generates one project in memory and compares: `generate` without the last step. */
export async function checkProject(project: ResolvedProject, ctx: PipelineContext): Promise<CheckOutcome> {
  const plan = await planProject(project, ctx);
  const { diagnostics, sources } = plan;
  if (plan.value === undefined) return { project, drift: [], diagnostics, sources };
  const { manifest } = plan.value;
  const comparison = compareFolder(project, plan.value);
  const drift = comparison.states.flatMap((file): readonly Drift[] => {
    const diagnostic = driftDiagnostic(file, project, comparison, manifest);
    if (diagnostic === undefined || file.state === 'fresh') return [];
    const name = project.outDir === '.' ? file.path : `${project.outDir}/${file.path}`;
    const isCompared = file.state !== 'foreign' && file.state !== 'missing' && file.state !== 'obsolete';
    const diff = isCompared ? unifiedDiff(file.actual ?? '', file.expected ?? '', name, MOST_DIFF_LINES) : '';
    return [{ file: name, state: file.state, diagnostic, diff }];
  });
  return { project, drift, diagnostics, sources };
}
