import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openModel } from '../open-model.js';
import { locatedFindings, printReport } from '../print-report.js';
import { configOption, formatOption, modelOption, projectOption } from '../shared-options.js';

/** `cimbind model lint`. */
export const modelLint = defineCommand({
  name: 'model lint',
  summary: 'Report defects of an information model and breaches of the rules of CIM',
  description:
    'Reports what was wrong with an information model when it was read (types that are not there, duplicate names, missing roles), and where it breaks the rules of the ' +
    'CIM modelling guide, each with the number of its rule. Ends with 1 if there is a warning or an error; remarks alone are fine.',
  examples: [
    ['$0 model lint --model cim.xmi', 'all rules'],
    ['$0 model lint --rule R058 --rule R118', 'only these'],
    ['$0 model lint --except R104 --format sarif > model.sarif', 'all but one, for a code scanner'],
  ],
  operands: undefined,
  options: {
    model: modelOption,
    rule: {
      type: 'array',
      string: true,
      requiresArg: true,
      describe: 'Only this rule (R058) or diagnostic (UML2003); may be repeated',
    },
    except: {
      type: 'array',
      string: true,
      requiresArg: true,
      describe: 'Not this rule or diagnostic; may be repeated',
    },
    format: formatOption,
    config: configOption,
    project: projectOption,
  },
  async run(ctx, options) {
    const opened = await openModel(ctx, options);
    if (opened === undefined) return ExitCode.usage;
    const isNamed = ({ rule, code }: Diagnostic, names: readonly string[]): boolean =>
      names.some((name) => [rule, code].includes(name.toUpperCase()));
    const { rule: only, except = [] } = options;
    const shown = [...opened.diagnostics, ...opened.view.lint()].filter(
      (one) => (only === undefined || isNamed(one, only)) && !isNamed(one, except),
    );
    const findings = locatedFindings(ctx, shown, opened.sources);
    await printReport(
      ctx,
      { command: 'model lint', subjects: [opened.label], findings, leftOut: 0 },
      options.format,
    );
    if (findings.length === 0) ctx.err.write(`${opened.label} keeps the rules\n`);
    return shown.some(({ severity }) => severity !== 'info') ? ExitCode.findings : ExitCode.ok;
  },
});
