import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { baselineWriteFailed, nothingToCompareWith } from '../../diagnostics/catalogue/cmp.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Report } from '../../diagnostics/finding.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { printRemarks, printReport } from '../print-report.js';
import { openWeights, runComparison, scopeOf } from '../run-comparison.js';
import {
  againstOption,
  baselineOption,
  catalogOption,
  categoryOption,
  configOption,
  formatOption,
  projectOption,
} from '../shared-options.js';

/** `cimbind breaking`. */
export const breaking = defineCommand({
  name: 'breaking',
  summary: 'Say what the change of a model breaks, with a message that proves it',
  description:
    'Compares two models and reports only what breaks somebody: whoever reads old messages with the new model (wire-backward), whoever reads new messages with the old one ' +
    '(wire-forward), the same in JSON (json), and programs over the generated SDK (source). A break of XML is shown with a message that one model accepts and the other rejects. ' +
    'Compatible means proved; what cannot be proved either way is said to be undecided, with the reason. Breaks that are known go into a baseline file, so that only new ones fail. ' +
    'Ends with 1 if an error is found, with 2 if the models could not be compared.',
  examples: [
    ['$0 breaking models/2023 models/2024', 'two folders'],
    ['$0 breaking --against git#branch=main', 'the inputs of the configuration, before a merge'],
    ['$0 breaking --against git#tag=v1.2 --format github', 'as annotations of a pull request'],
    ['$0 breaking old new --category wire-backward', 'only: do new readers take old messages?'],
    ['$0 breaking old new --write-baseline known-breaks.json', 'accept what breaks now'],
    ['$0 breaking old new --baseline known-breaks.json', 'only what is not in the baseline fails'],
  ],
  operands: {
    name: 'models',
    summary: 'The old model and the new one; with --against only the new one, or none',
    least: 0,
    most: 2,
  },
  options: {
    against: againstOption,
    category: categoryOption,
    baseline: baselineOption,
    'write-baseline': {
      type: 'string',
      requiresArg: true,
      describe: 'Write all that breaks now to a baseline file, and end with 0',
    },
    format: formatOption,
    config: configOption,
    project: projectOption,
    catalog: catalogOption,
  },
  async run(ctx, options, words) {
    const weights = await openWeights(ctx, options.config);
    if (weights === undefined) return ExitCode.usage;
    const against = options.against ?? (words.length === 2 ? undefined : weights.against || undefined);
    const [before, after] = against === undefined ? words : [against, words[0]];
    const isWrong =
      before === undefined ||
      (against === undefined && after === undefined) ||
      (against !== undefined && words.length > 1);
    if (isWrong) {
      await printRemarks(ctx, diagnose(nothingToCompareWith, {}));
      return ExitCode.usage;
    }
    const report = await runComparison(ctx, {
      ...options,
      command: 'breaking',
      before,
      after,
      weights,
      scope: scopeOf(options.category, weights.scope),
      keepsCompatible: false,
    });
    if (report === undefined) return ExitCode.usage;
    const file = options['write-baseline'];
    if (file !== undefined) return writeBaseline(ctx, report, file);
    await printReport(ctx, report, options.format);
    return report.findings.some(({ severity }) => severity === 'error') ? ExitCode.findings : ExitCode.ok;
  },
});

async function writeBaseline(ctx: CommandContext, report: Report, file: string): Promise<ExitCode> {
  const { baselineText } = await import('../../pipeline/compare/baseline.js');
  try {
    writeFileSync(resolve(ctx.cwd, file), baselineText(report.findings));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await printRemarks(ctx, diagnose(baselineWriteFailed, { file, reason }));
    return ExitCode.usage;
  }
  const count = report.findings.length;
  ctx.err.write(`${file}: ${count === 1 ? '1 break' : `${count} breaks`} written\n`);
  return ExitCode.ok;
}
