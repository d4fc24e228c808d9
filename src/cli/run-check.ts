import { finding } from '../diagnostics/finding.js';
import type { Finding, Report } from '../diagnostics/finding.js';
import type { CheckOutcome } from '../pipeline/check-project.js';
import type { CommandContext } from './command-context.js';
import { openProjects } from './open-projects.js';
import { locatedFindings } from './print-report.js';
import { progressLine } from './progress.js';

/** Whether the generated files are fresh: the report, and what became of each project. */
export interface CheckRun {
  readonly report: Report;
  readonly outcomes: readonly CheckOutcome[];
}

/** Generates in memory and compares. Where the configuration cannot be used it says why, and the result is undefined. */
export async function runCheck(
  ctx: CommandContext,
  options: { readonly config: string | undefined; readonly project: readonly string[] | undefined },
): Promise<CheckRun | undefined> {
  const opened = await openProjects(ctx, options);
  if (opened === undefined) return undefined;
  const { checkProject } = await import('../pipeline/check-project.js');
  const progress = progressLine(ctx);
  const outcomes: CheckOutcome[] = [];
  for (const project of opened.projects) {
    progress.show(() => `checking ${project.outDir} …`);
    outcomes.push(await checkProject(project, opened.pipeline));
  }
  progress.clear();
  const findings = outcomes.flatMap((outcome) => findingsOfCheck(ctx, outcome));
  const subjects = outcomes.map(({ project }) => project.outDir);
  return { report: { command: 'check', subjects, findings, leftOut: 0 }, outcomes };
}

const findingsOfCheck = (
  ctx: CommandContext,
  { diagnostics, sources, drift }: CheckOutcome,
): readonly Finding[] => [
  ...locatedFindings(ctx, diagnostics, sources),
  ...drift.map(({ diagnostic, file, diff }) =>
    finding({
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: diagnostic.message,
      hint: diagnostic.hint,
      subject: file,
      diff: diff === '' ? undefined : diff,
    }),
  ),
];
