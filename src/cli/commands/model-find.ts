import { printAnswer } from '../answer.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openModel } from '../open-model.js';
import { answerFormatOption, configOption, modelOption, projectOption } from '../shared-options.js';

/** `cimbind model find`. */
export const modelFind = defineCommand({
  name: 'model find',
  summary: 'Find packages, classes, attributes, roles and values by name',
  description:
    'Finds elements of an information model whose names hold a text, in any case. * stands for anything, and then the whole name must match. ' +
    'With a dot the class counts too, as in Reading.value. Exact matches come first.',
  examples: [
    ['$0 model find serialNumber --model cim.xmi', 'anything with this in its name'],
    ["$0 model find '*Kind' --kind class", 'all classes that end with Kind'],
    ['$0 model find interval --notes', 'in the notes too'],
  ],
  operands: { name: 'text', summary: 'Part of a name, or a name with *', least: 1, most: 1 },
  options: {
    model: modelOption,
    kind: {
      type: 'array',
      choices: ['package', 'class', 'attribute', 'association', 'literal'],
      alias: 'k',
      requiresArg: true,
      describe: 'Only elements of this kind; may be repeated',
    },
    notes: { type: 'boolean', default: false, describe: 'Look in the notes too' },
    format: answerFormatOption,
    config: configOption,
    project: projectOption,
  },
  async run(ctx, options, [text = '']) {
    const opened = await openModel(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const found = opened.view.find(text, { notes: options.notes, kinds: options.kind });
    const { foundText } = await import('../model-text.js');
    printAnswer(ctx, options.format, { found }, () => foundText(found, ctx.out.palette));
    if (found.length === 0) ctx.err.write(`nothing has "${text}" in its name\n`);
    return ExitCode.ok;
  },
});
