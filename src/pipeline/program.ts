import type { ConfigOptions } from '../config/options.js';
import type { ResolvedProject } from '../config/resolved-config.js';
import type { Read } from '../diagnostics/diagnostic.js';
import type { CheckOutcome } from './check-project.js';
import type { GenerateOptions, GenerateOutcome } from './generate-project.js';
import type { PipelineContext } from './pipeline-context.js';

/** Generates what a configuration says, as `cimbind generate` does. Paths are relative to `root`. */
export async function generate(
  config: ConfigOptions,
  root: string,
  options: Partial<GenerateOptions> = {},
): Promise<Read<readonly GenerateOutcome[]>> {
  const { generateProject } = await import('./generate-project.js');
  return eachProject(config, root, (project, ctx) =>
    generateProject(project, ctx, { force: false, dryRun: false, ...options }),
  );
}

/** Compares the output folders with what a configuration yields, as `cimbind check` does. */
export async function check(config: ConfigOptions, root: string): Promise<Read<readonly CheckOutcome[]>> {
  const { checkProject } = await import('./check-project.js');
  return eachProject(config, root, checkProject);
}

async function eachProject<T>(
  config: ConfigOptions,
  root: string,
  run: (project: ResolvedProject, ctx: PipelineContext) => Promise<T>,
): Promise<Read<readonly T[]>> {
  // Loaded late, so that a configuration file can import `cimbind` at no cost.
  const [{ readConfig }, { cacheFolder }, { generatorIdentity }, { PORTS }] = await Promise.all([
    import('../config/load-config.js'),
    import('../config/cache-folder.js'),
    import('./generator-identity.js'),
    import('./wiring.js'),
  ]);
  const { value, diagnostics } = await readConfig(config, root);
  const ctx = { ports: PORTS, generator: generatorIdentity(), cacheFolder: cacheFolder(root) };
  const outcomes: T[] = [];
  for (const project of value?.projects ?? []) outcomes.push(await run(project, ctx));
  return { value: outcomes, diagnostics };
}
