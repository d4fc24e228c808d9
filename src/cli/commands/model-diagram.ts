import { wrongUse } from '../../diagnostics/catalogue/cfg.js';
import { diagramCut } from '../../diagnostics/catalogue/uml-view.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { refuseName } from '../answer.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openModel } from '../open-model.js';
import { printRemarks } from '../print-report.js';
import { configOption, modelOption, projectOption } from '../shared-options.js';
import { writeOut } from '../write-out.js';

/** `cimbind model diagram`. */
export const modelDiagram = defineCommand({
  name: 'model diagram',
  summary: 'Draw a class with its neighbours, or the classes of a package',
  description:
    'Draws a class diagram, as SVG or for Mermaid: a class with what it inherits from, what inherits from it and what it is associated with, as many steps away as --depth says; ' +
    'or the classes of a package. The same model gives the same picture, to the last byte.',
  examples: [
    ['$0 model diagram UsagePoint --model cim.ecore --out usage-point.svg', 'a class and its neighbours'],
    ['$0 model diagram Reading --depth 2 --format mermaid', 'two steps, for a page in Markdown'],
    ['$0 model diagram Metering --no-attributes', 'the classes of a package, names only'],
  ],
  operands: { name: 'name', summary: 'Class, or else package', least: 1, most: 1 },
  options: {
    model: modelOption,
    depth: { type: 'number', alias: 'd', default: 1, requiresArg: true, describe: 'Steps from the class' },
    format: {
      choices: ['svg', 'mermaid'],
      default: 'svg',
      requiresArg: true,
      describe: 'How the diagram is written',
    },
    attributes: { type: 'boolean', default: true, describe: 'List attributes and values' },
    limit: { type: 'number', default: 60, requiresArg: true, describe: 'Classes at most' },
    out: {
      type: 'string',
      alias: 'o',
      requiresArg: true,
      describe: 'File to write to [default: standard output]',
    },
    config: configOption,
    project: projectOption,
  },
  async run(ctx, options, [name = '']) {
    const { depth, limit, format, attributes, out } = options;
    for (const [flag, number, least] of [
      ['--depth', depth, 0],
      ['--limit', limit, 1],
    ] as const) {
      if (Number.isInteger(number) && number >= least) continue;
      const reason = `${flag} is ${number}, expected a whole number from ${least}`;
      await printRemarks(ctx, diagnose(wrongUse, { command: 'cimbind model diagram', reason }));
      return ExitCode.usage;
    }
    const opened = await openModel(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const sought = await opened.view.diagram({ name, format, depth, limit, attributes });
    if (sought.found === undefined) return refuseName(ctx, 'class or package', name, sought.nearest);
    const { text, shown, left } = sought.found;
    if (left > 0) await printRemarks(ctx, diagnose(diagramCut, { shown, left }));
    if (out === undefined) ctx.out.write(text);
    else {
      if (!(await writeOut(ctx, out, text))) return ExitCode.usage;
      ctx.err.write(`${shown} classes drawn to ${out}\n`);
    }
    return ExitCode.ok;
  },
});
