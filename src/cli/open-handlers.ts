import { noInterfaces } from '../diagnostics/catalogue/adp.js';
import { documentNotFound } from '../diagnostics/catalogue/cfg.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { HandlerFile, InterfaceSpecification } from '../pipeline/handlers/compare-handlers.js';
import type { CommandContext } from './command-context.js';
import type { OpenProjects } from './open-projects.js';
import { printRemarks } from './print-report.js';

/** Interface specifications of the projects, and the files in which people have written handlers. */
export interface OpenHandlers {
  readonly root: string;
  readonly specifications: readonly InterfaceSpecification[];
  readonly files: readonly HandlerFile[];
}

/** Finds both. Where that fails it says why, and the result is undefined. */
export async function openHandlers(
  ctx: CommandContext,
  opened: OpenProjects,
  patterns: readonly string[],
): Promise<OpenHandlers | undefined> {
  const specifications = [
    ...new Map(
      opened.projects.flatMap(({ interfaces }) => interfaces.map((one) => [one.component, one] as const)),
    ).values(),
  ];
  if (specifications.length === 0) {
    await printRemarks(ctx, diagnose(noInterfaces, {}));
    return undefined;
  }
  const { findHandlerFiles } = await import('../pipeline/handlers/find-files.js');
  const { files, unmatched } = await findHandlerFiles(patterns, opened.projects, ctx.cwd);
  const [pattern] = unmatched;
  if (pattern !== undefined) {
    await printRemarks(ctx, diagnose(documentNotFound, { pattern }));
    return undefined;
  }
  return { root: opened.root, specifications, files };
}
