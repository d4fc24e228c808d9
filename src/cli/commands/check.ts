import { finding } from '../../diagnostics/finding.js';
import type { Finding } from '../../diagnostics/finding.js';
import type { CheckOutcome } from '../../pipeline/check-project.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openProjects } from '../open-projects.js';
import { locatedFindings, printReport } from '../print-report.js';
import { progressLine } from '../progress.js';
import { configOption, formatOption, projectOption } from '../shared-options.js';

/** `cimbind check`. */
export const check = defineCommand({
  name: 'check',
  summary: 'Compare the generated files with what the input models yield',
  description:
    'Generates in memory, writes nothing, and compares. For each file that is not as it would be generated it says why: the model changed, the configuration or ' +
    'the templates changed, the generator changed, somebody edited the file, or it is missing or foreign; with a diff and the command that repairs it. ' +
    'Ends with 1 if there is any such file, so that a build can insist on fresh output.',
  examples: [
    ['$0 check', 'all projects of the configuration'],
    ['$0 check --format github', 'as annotations of a pull request'],
    ['$0 check --project meter --format json', 'one project, for a program'],
  ],
  operands: undefined,
  options: { config: configOption, project: projectOption, format: formatOption },
  async run(ctx, options) {
    const opened = await openProjects(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const { checkProject } = await import('../../pipeline/check-project.js');
    const progress = progressLine(ctx);
    const outcomes: CheckOutcome[] = [];
    for (const project of opened.projects) {
      progress.show(() => `checking ${project.outDir} …`);
      outcomes.push(await checkProject(project, opened.pipeline));
    }
    progress.clear();
    const findings = outcomes.flatMap((outcome) => findingsOfCheck(ctx, outcome));
    const subjects = outcomes.map(({ project }) => project.outDir);
    await printReport(ctx, { command: 'check', subjects, findings, leftOut: 0 }, options.format);
    for (const outcome of outcomes) ctx.err.write(verdictLine(ctx, outcome));
    return findings.some(({ severity }) => severity === 'error') ? ExitCode.findings : ExitCode.ok;
  },
});

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

function verdictLine(ctx: CommandContext, { project, drift, diagnostics }: CheckOutcome): string {
  const { palette } = ctx.err;
  const name = palette.strong(project.outDir);
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    return `${palette.error('broken')}  ${name}: the models have errors, nothing was compared\n`;
  }
  if (drift.length === 0) return `${palette.good('fresh')}   ${name}\n`;
  const files = drift.length === 1 ? '1 file is' : `${drift.length} files are`;
  return `${palette.error('drift')}   ${name}: ${files} not as generated\n`;
}
