import { printAnswer, refuseName } from '../answer.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openModel } from '../open-model.js';
import { answerFormatOption, configOption, modelOption, projectOption } from '../shared-options.js';

/** `cimbind model show`. */
export const modelShow = defineCommand({
  name: 'model show',
  summary: 'Show a class: attributes, associations both ways, what it inherits, who uses it',
  description:
    'Shows all that an information model says about a class: its notes, its attributes and associations with those that it inherits, how the classes at the other ends ' +
    'see it, the classes that inherit from it, and the attributes that have it as their type. Where several classes have the name, all of them.',
  examples: [
    ['$0 model show UsagePoint --model cim.ecore', 'a class'],
    ['$0 model show Metering::Reading', 'of several with one name, that of a package'],
    ['$0 model show ReadingReasonKind --format json', 'an enumeration, for a program'],
  ],
  operands: { name: 'class', summary: 'Name of the class, or Package::Name', least: 1, most: 1 },
  options: { model: modelOption, format: answerFormatOption, config: configOption, project: projectOption },
  async run(ctx, options, [name = '']) {
    const opened = await openModel(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const sought = opened.view.show(name);
    if (sought.found === undefined) return refuseName(ctx, 'class', name, sought.nearest);
    const classes = sought.found;
    const { sheetText } = await import('../model-text.js');
    printAnswer(ctx, options.format, { classes }, () =>
      classes.map((one) => sheetText(one, ctx.out.palette)).join('\n'),
    );
    return ExitCode.ok;
  },
});
