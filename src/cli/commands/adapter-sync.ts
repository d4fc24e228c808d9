import { writeFileSync } from 'node:fs';
import { labelOfPath } from '../../pipeline/find-inputs.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { openHandlers } from '../open-handlers.js';
import { openProjects } from '../open-projects.js';
import { locatedFindings, printReport } from '../print-report.js';
import { configOption, formatOption, projectOption } from '../shared-options.js';

/** `cimbind adapter sync`. */
export const adapterSync = defineCommand({
  name: 'adapter sync',
  summary: 'Add stubs of missing handlers to the files that people wrote, and touch nothing else',
  description:
    'Adds a stub for each message that has no handler, at the end of the class or object that implements the generated interface. Everything else stays as it is, byte for byte: ' +
    'comments, decorators, formatting, line ends. What is stale is left alone: `adapter check` tells of it.',
  examples: [
    ['$0 adapter sync', 'all handlers beside the configuration'],
    ['$0 adapter sync src/head-end.ts --dry-run', 'only say what would be added'],
  ],
  operands: {
    name: 'files',
    summary: 'Files with handlers: paths, folders or globs',
    least: 0,
    most: Infinity,
  },
  options: {
    config: configOption,
    project: projectOption,
    format: formatOption,
    'dry-run': { type: 'boolean', default: false, describe: 'Say what would be added, and write nothing' },
  },
  async run(ctx, options, patterns) {
    const projects = await openProjects(ctx, options);
    const opened = projects && (await openHandlers(ctx, projects, patterns));
    if (opened === undefined) return ExitCode.usage;
    const { specifications, files, root } = opened;
    const { compareHandlers } = await import('../../pipeline/handlers/compare-handlers.js');
    const comparison = await compareHandlers(specifications, files, { root, sync: true });
    const sources = new Map(files.map(({ source }) => [source.uri, source]));
    const findings = locatedFindings(ctx, comparison.diagnostics, sources);
    const subjects = specifications.map(({ component }) => component);
    await printReport(ctx, { command: 'adapter sync', subjects, findings, leftOut: 0 }, options.format);
    const verb = options['dry-run'] ? 'would add' : 'added';
    for (const [path, text] of comparison.synchronised) {
      if (!options['dry-run']) writeFileSync(path, text);
      ctx.err.write(`${ctx.err.palette.good(verb)}  stubs to ${labelOfPath(path, ctx.cwd)}\n`);
    }
    for (const method of comparison.added) ctx.err.write(`  + ${method}\n`);
    if (comparison.added.length === 0 && findings.length === 0)
      ctx.err.write('every message has its handler: nothing to add\n');
    return findings.some(({ severity }) => severity === 'error') ? ExitCode.findings : ExitCode.ok;
  },
});
