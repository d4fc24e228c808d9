import type { Report } from '../../diagnostics/finding.js';
import { CI_STEPS } from '../ci-steps.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { printReport } from '../print-report.js';
import {
  againstOption,
  baselineOption,
  catalogOption,
  configOption,
  formatOption,
  projectOption,
} from '../shared-options.js';

/** `cimbind ci`. */
export const ci = defineCommand({
  name: 'ci',
  summary: 'Everything that a build should insist on, with one report',
  description:
    'Tells whether the generated files are fresh (as check does), whether the models break anybody since a revision (as breaking does), and whether handlers keep to their interfaces (as adapter check does), in one report. ' +
    'Without --against and without compatibility.against in the configuration the comparison is left out, and that is said. docs/ci.md has workflows for GitHub and GitLab. ' +
    'Ends with 1 if an error is found, with 2 if something could not be checked.',
  examples: [
    ['$0 ci --against git#branch=origin/main', 'before a merge'],
    ['$0 ci --against git#branch=origin/main --format github', 'as annotations of a pull request'],
    ['$0 ci --format gitlab > gl-code-quality-report.json', 'for a merge request of GitLab'],
  ],
  operands: undefined,
  options: {
    against: againstOption,
    baseline: baselineOption,
    format: formatOption,
    config: configOption,
    project: projectOption,
    catalog: catalogOption,
  },
  async run(ctx, options) {
    const { palette } = ctx.err;
    const reports: Report[] = [];
    const lines: string[] = [];
    let isComplete = true;
    for (const { title, run } of CI_STEPS) {
      const outcome = await run(ctx, options);
      if (outcome === undefined) {
        isComplete = false;
        lines.push(`${palette.error('failed')}   ${title}: could not be checked\n`);
      } else if ('skipped' in outcome) {
        lines.push(`${palette.warning('left out')} ${title}: ${outcome.skipped}\n`);
      } else {
        reports.push(outcome);
        const errors = outcome.findings.filter(({ severity }) => severity === 'error').length;
        const word = errors === 0 ? palette.good('good') : palette.error('bad ');
        lines.push(
          `${word}     ${title}${errors === 0 ? '' : `: ${errors === 1 ? '1 error' : `${errors} errors`}`}\n`,
        );
      }
    }
    await printReport(ctx, merged(reports), options.format);
    ctx.err.write(lines.join(''));
    if (!isComplete) return ExitCode.usage;
    const hasErrors = reports.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
    return hasErrors ? ExitCode.findings : ExitCode.ok;
  },
});

/** Several reports as one. At most one of them is a comparison. */
function merged(reports: readonly Report[]): Report {
  const comparison = reports.find((one) => one.comparison !== undefined)?.comparison;
  return {
    command: 'ci',
    subjects: [...new Set(reports.flatMap(({ subjects }) => subjects))],
    findings: reports.flatMap(({ findings }) => findings),
    leftOut: reports.reduce((sum, { leftOut }) => sum + leftOut, 0),
    ...(comparison === undefined ? {} : { comparison }),
  };
}
