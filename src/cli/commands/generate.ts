import type { InferredOptionTypes } from 'yargs';
import type { ResolvedProject } from '../../config/resolved-config.js';
import type { GenerateOutcome } from '../../pipeline/generate-project.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import type { OpenProjects } from '../open-projects.js';
import { openProjects } from '../open-projects.js';
import { locatedFindings, printRemarks, printReport } from '../print-report.js';
import { progressLine } from '../progress.js';
import { configOption, formatOption, projectOption } from '../shared-options.js';

const options = {
  config: configOption,
  project: projectOption,
  format: formatOption,
  watch: {
    type: 'boolean',
    default: false,
    alias: 'w',
    describe: 'Stay and generate again after each change',
  },
  'dry-run': { type: 'boolean', default: false, describe: 'Say what would be written, and write nothing' },
  force: {
    type: 'boolean',
    default: false,
    alias: 'f',
    describe: 'Overwrite files that were edited by hand or that cimbind did not write',
  },
} as const;

type GenerateOptions = InferredOptionTypes<typeof options>;

/** `cimbind generate`. */
export const generate = defineCommand({
  name: 'generate',
  summary: 'Generate TypeScript from the input models',
  description:
    'Reads the models that the configuration names and writes what it says into the output folders: all files of a project or none. ' +
    'Only files whose text changes are written; only files that cimbind wrote are removed. Where hashes tell that nothing changed since the last run, nothing is compiled.',
  examples: [
    ['$0 generate', 'all projects of the configuration'],
    ['$0 generate --project meter', 'one of them'],
    ['$0 generate --watch', 'again after each change of a model, a template or the configuration'],
    ['$0 generate --dry-run', 'only say what would change'],
  ],
  operands: undefined,
  options,
  async run(ctx, given) {
    const opened = await openProjects(ctx, given);
    if (opened === undefined && !given.watch) return ExitCode.usage;
    const code = opened === undefined ? ExitCode.usage : await generateAll(ctx, opened, given);
    if (!given.watch) return code;
    const { watchProjects } = await import('../watch-projects.js');
    await watchProjects(ctx, given, async (again) => {
      await generateAll(ctx, again, given);
    });
    return ExitCode.ok;
  },
});

async function generateAll(
  ctx: CommandContext,
  opened: OpenProjects,
  given: GenerateOptions,
): Promise<ExitCode> {
  const { generateProject } = await import('../../pipeline/generate-project.js');
  const progress = progressLine(ctx);
  const outcomes: GenerateOutcome[] = [];
  for (const project of opened.projects) {
    const start = performance.now();
    progress.show(() => `generating ${project.outDir} …`);
    const outcome = await generateProject(project, opened.pipeline, {
      force: given.force,
      dryRun: given['dry-run'],
    });
    progress.clear();
    outcomes.push(outcome);
    if (given.format === 'text') await printRemarks(ctx, outcome.diagnostics, outcome.sources);
    ctx.err.write(summaryLine(ctx, outcome, given, performance.now() - start));
  }
  if (given.format !== 'text') {
    const findings = outcomes.flatMap(({ diagnostics, sources }) =>
      locatedFindings(ctx, diagnostics, sources),
    );
    const subjects = outcomes.map(({ project }) => project.outDir);
    await printReport(ctx, { command: 'generate', subjects, findings, leftOut: 0 }, given.format);
  }
  return outcomes.some(({ status }) => status === 'failed') ? ExitCode.findings : ExitCode.ok;
}

function summaryLine(
  ctx: CommandContext,
  outcome: GenerateOutcome,
  given: GenerateOptions,
  took: number,
): string {
  const { palette } = ctx.err;
  const { project, status } = outcome;
  const time = palette.faint(`(${(took / 1000).toFixed(2)} s)`);
  const name = palette.strong(showFolder(project));
  switch (status) {
    case 'failed':
      return `${palette.error('failed')}     ${name}: nothing was written ${time}\n`;
    case 'untouched':
    case 'fresh':
      return `${palette.good('unchanged')}  ${name} ${time}\n`;
    case 'written': {
      const verb = given['dry-run'] ? 'would write' : 'generated';
      const removed = outcome.removed.length === 0 ? '' : `, ${outcome.removed.length} removed`;
      const counts = `${outcome.written.length} of ${outcome.fileCount} files written${removed}`;
      const list = given['dry-run']
        ? [
            ...outcome.written.map((path) => `  + ${path}\n`),
            ...outcome.removed.map((path) => `  - ${path}\n`),
          ].join('')
        : '';
      return `${palette.good(verb)}  ${name}: ${counts} ${time}\n${list}`;
    }
  }
}

const showFolder = (project: ResolvedProject): string =>
  project.outDir.endsWith(project.name) ? project.outDir : `${project.name} (${project.outDir})`;
