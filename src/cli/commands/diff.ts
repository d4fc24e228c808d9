import { CHANGE_CATEGORIES } from '../../diagnostics/change.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { printReport } from '../print-report.js';
import { openWeights, runComparison, scopeOf } from '../run-comparison.js';
import {
  catalogOption,
  categoryOption,
  configOption,
  formatOption,
  projectOption,
} from '../shared-options.js';

/** `cimbind diff`. */
export const diff = defineCommand({
  name: 'diff',
  summary: 'Say what changed between two models',
  description:
    'Compares two models component by component: what was added, removed, renamed, moved, widened and narrowed, and what that means for messages, programs and readers. ' +
    'A model is a file, a folder or a glob (XSD, WSDL, UML, RDFS, OWL, profiles), a git revision (git#ref=v1.2:models), an installed npm package, or the manifest.json of generated code. ' +
    'Without a second model, the inputs of the configuration are compared. Order and formatting of files do not count. ' +
    'Ends with 0 if nothing changed, with 1 if something did, with 2 if the models could not be compared.',
  examples: [
    ['$0 diff models/2023 models/2024', 'two folders'],
    ['$0 diff git#ref=v1.2:models models', 'a tag of this repository with the working tree'],
    ['$0 diff git#branch=main', 'the inputs of the configuration, with how they are on main'],
    [
      '$0 diff @grid/models models --format markdown',
      'an installed package, for a pull request or a change log',
    ],
  ],
  operands: { name: 'models', summary: 'The old model, and the new one', least: 1, most: 2 },
  options: {
    category: categoryOption,
    format: formatOption,
    config: configOption,
    project: projectOption,
    catalog: catalogOption,
  },
  async run(ctx, options, [before = '', after]) {
    const weights = await openWeights(ctx, options.config);
    if (weights === undefined) return ExitCode.usage;
    const scope = scopeOf(options.category, CHANGE_CATEGORIES);
    const report = await runComparison(ctx, {
      ...options,
      command: 'diff',
      before,
      after,
      scope,
      // What is known is a change all the same.
      weights: { ...weights, baseline: false },
      baseline: undefined,
      keepsCompatible: true,
    });
    if (report === undefined) return ExitCode.usage;
    await printReport(ctx, report, options.format);
    return report.findings.length === 0 ? ExitCode.ok : ExitCode.findings;
  },
});
