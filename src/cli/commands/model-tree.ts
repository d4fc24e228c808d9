import { wrongUse } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { printAnswer, refuseName } from '../answer.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openModel } from '../open-model.js';
import { printRemarks } from '../print-report.js';
import { answerFormatOption, configOption, modelOption, projectOption } from '../shared-options.js';

/** `cimbind model tree`. */
export const modelTree = defineCommand({
  name: 'model tree',
  summary: 'Print the packages of an information model as a tree',
  description:
    'Prints the packages of an information model, one inside the other, with the number of classes in each. ' +
    'Packages that are informative or documentation by their names (Inf…, Doc…, DetailedDiagrams) are marked.',
  examples: [
    ['$0 model tree --model cim.xmi', 'all packages'],
    ['$0 model tree Metering --classes', 'one package, with its classes'],
    ['$0 model tree --depth 2', 'the upper two levels'],
  ],
  operands: { name: 'package', summary: 'Only this package: name or Outer::Name', least: 0, most: 1 },
  options: {
    model: modelOption,
    classes: { type: 'boolean', default: false, describe: 'List the classes too' },
    depth: {
      type: 'number',
      alias: 'd',
      requiresArg: true,
      describe: 'Levels of packages [default: all of them]',
    },
    format: answerFormatOption,
    config: configOption,
    project: projectOption,
  },
  async run(ctx, options, [name]) {
    const { depth = Infinity, classes } = options;
    if (depth !== Infinity && (!Number.isInteger(depth) || depth < 1)) {
      const reason = `--depth is ${depth}, expected a whole number from 1`;
      await printRemarks(ctx, diagnose(wrongUse, { command: 'cimbind model tree', reason }));
      return ExitCode.usage;
    }
    const opened = await openModel(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const tree = opened.view.tree(name);
    if (tree.found === undefined) return refuseName(ctx, 'package', name ?? '', tree.nearest);
    const packages = tree.found;
    const { treeText } = await import('../model-text.js');
    printAnswer(ctx, options.format, { packages }, () =>
      treeText(packages, { depth, classes }, ctx.out.palette),
    );
    return ExitCode.ok;
  },
});
