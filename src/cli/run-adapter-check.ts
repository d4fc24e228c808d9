import type { Report } from '../diagnostics/finding.js';
import type { CommandContext } from './command-context.js';
import type { OpenHandlers } from './open-handlers.js';
import { locatedFindings } from './print-report.js';

/** Compares handlers that people wrote with the interfaces of their components. */
export async function runAdapterCheck(
  ctx: CommandContext,
  { specifications, files, root }: OpenHandlers,
): Promise<Report> {
  const { compareHandlers } = await import('../pipeline/handlers/compare-handlers.js');
  const comparison = await compareHandlers(specifications, files, { root, sync: false });
  const sources = new Map(files.map(({ source }) => [source.uri, source]));
  return {
    command: 'adapter check',
    subjects: specifications.map(({ component }) => component),
    findings: locatedFindings(ctx, comparison.diagnostics, sources),
    leftOut: 0,
  };
}
