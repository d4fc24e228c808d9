import { loadConfig } from '../config/load-config.js';
import type { ResolvedProject } from '../config/resolved-config.js';
import { unknownProject } from '../diagnostics/catalogue/cfg.js';
import { diagnose } from '../diagnostics/diagnose.js';
import { nearestName } from '../foundation/near-miss.js';
import { cacheFolder } from '../config/cache-folder.js';
import type { PipelineContext } from '../pipeline/pipeline-context.js';
import type { CommandContext } from './command-context.js';
import { printRemarks } from './print-report.js';

/** The projects that a command is about, and the pipeline to run them through. */
export interface OpenProjects {
  /** Absolute folder of the configuration. */
  readonly root: string;
  readonly file: string;
  readonly projects: readonly ResolvedProject[];
  readonly pipeline: PipelineContext;
}

/** Loads the configuration and picks projects. Where that fails it says why, and the result is undefined. */
export async function openProjects(
  ctx: CommandContext,
  options: { readonly config: string | undefined; readonly project: readonly string[] | undefined },
): Promise<OpenProjects | undefined> {
  const { value, diagnostics, sources } = await loadConfig(ctx.cwd, options.config);
  await printRemarks(ctx, diagnostics, sources);
  if (value === undefined) return undefined;
  const known = value.projects.map(({ name }) => name);
  const wanted = options.project ?? known;
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const nearest = nearestName(unknown, known);
    await printRemarks(ctx, diagnose(unknownProject, { path: '', name: unknown, nearest, known }));
    return undefined;
  }
  return {
    root: value.root,
    file: value.file,
    projects: value.projects.filter(({ name }) => wanted.includes(name)),
    pipeline: { ports: ctx.ports, generator: ctx.generator(), cacheFolder: cacheFolder(value.root) },
  };
}
