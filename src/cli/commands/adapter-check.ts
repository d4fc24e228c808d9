import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openHandlers } from '../open-handlers.js';
import { openProjects } from '../open-projects.js';
import { printReport } from '../print-report.js';
import { runAdapterCheck } from '../run-adapter-check.js';
import { configOption, formatOption, projectOption } from '../shared-options.js';

/** `cimbind adapter check`. */
export const adapterCheck = defineCommand({
  name: 'adapter check',
  summary: 'Tell which handlers are missing, stale or have another signature than their interface',
  description:
    'Looks for classes that implement the generated `<Component>Handlers` and for objects of that type, and compares them with the interface specifications: messages without a handler, ' +
    'handlers of messages that the component does not accept, and signatures that the compiler does not accept. Ends with 1 if there is an error.',
  examples: [
    ['$0 adapter check', 'all handlers beside the configuration'],
    ['$0 adapter check src/head-end.ts', 'one file'],
    ['$0 adapter check --format github', 'as annotations of a pull request'],
  ],
  operands: {
    name: 'files',
    summary: 'Files with handlers: paths, folders or globs',
    least: 0,
    most: Infinity,
  },
  options: { config: configOption, project: projectOption, format: formatOption },
  async run(ctx, options, patterns) {
    const projects = await openProjects(ctx, options);
    const opened = projects && (await openHandlers(ctx, projects, patterns));
    if (opened === undefined) return ExitCode.usage;
    const report = await runAdapterCheck(ctx, opened);
    const { findings, subjects } = report;
    await printReport(ctx, report, options.format);
    if (findings.length === 0 && options.format === 'text')
      ctx.err.write(`${subjects.join(', ')}: every message has its handler\n`);
    return findings.some(({ severity }) => severity === 'error') ? ExitCode.findings : ExitCode.ok;
  },
});
