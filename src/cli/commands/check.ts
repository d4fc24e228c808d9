import type { CheckOutcome } from '../../pipeline/check-project.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { printReport } from '../print-report.js';
import { runCheck } from '../run-check.js';
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
    const checked = await runCheck(ctx, options);
    if (checked === undefined) return ExitCode.usage;
    const { report, outcomes } = checked;
    await printReport(ctx, report, options.format);
    for (const outcome of outcomes) ctx.err.write(verdictLine(ctx, outcome));
    return report.findings.some(({ severity }) => severity === 'error') ? ExitCode.findings : ExitCode.ok;
  },
});

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
