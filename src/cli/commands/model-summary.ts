import { printAnswer } from '../answer.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openModel } from '../open-model.js';
import { answerFormatOption, configOption, modelOption, projectOption } from '../shared-options.js';

/** `cimbind model summary`. */
export const modelSummary = defineCommand({
  name: 'model summary',
  summary: 'Count what an information model has',
  description:
    'Counts packages, classes of every kind, attributes, associations and values, and lists the top packages, stereotypes and versions of an information model.',
  examples: [
    ['$0 model summary --model cim.xmi', 'of a file'],
    ['$0 model summary --model cim.qea --format json', 'for a program'],
  ],
  operands: undefined,
  options: { model: modelOption, format: answerFormatOption, config: configOption, project: projectOption },
  async run(ctx, options) {
    const opened = await openModel(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const summary = opened.view.summary();
    const { summaryText } = await import('../model-text.js');
    const remarks = opened.diagnostics.filter(({ severity }) => severity !== 'info').length;
    printAnswer(ctx, options.format, { summary, remarks }, () =>
      summaryText(summary, opened.label, ctx.out.palette),
    );
    if (remarks > 0) ctx.err.write(`${remarks} remarks about the model: cimbind model lint\n`);
    return ExitCode.ok;
  },
});
