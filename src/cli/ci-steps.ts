import type { Report } from '../diagnostics/finding.js';
import type { CommandContext } from './command-context.js';
import { openHandlers } from './open-handlers.js';
import { openProjects } from './open-projects.js';
import { runAdapterCheck } from './run-adapter-check.js';
import { runCheck } from './run-check.js';
import { openWeights, runComparison } from './run-comparison.js';

/** What `cimbind ci` is told. */
export interface CiChoice {
  readonly config: string | undefined;
  readonly project: readonly string[] | undefined;
  readonly against: string | undefined;
  readonly baseline: string | undefined;
  readonly catalog: readonly string[] | undefined;
}

/** One thing that a build insists on. `skipped` says why there was nothing to do; undefined: it could not be done, and it was said why. */
export interface CiStep {
  readonly title: string;
  run(ctx: CommandContext, choice: CiChoice): Promise<Report | { readonly skipped: string } | undefined>;
}

const fresh: CiStep = {
  title: 'generated files are fresh',
  run: async (ctx, choice) => (await runCheck(ctx, choice))?.report,
};

const unbroken: CiStep = {
  title: 'the models break nobody',
  async run(ctx, choice) {
    const weights = await openWeights(ctx, choice.config);
    if (weights === undefined) return undefined;
    const before = choice.against ?? weights.against;
    if (before === false)
      return {
        skipped:
          'say what to compare with: --against git#branch=main, or compatibility.against in the configuration',
      };
    return runComparison(ctx, {
      ...choice,
      command: 'breaking',
      before,
      after: undefined,
      scope: undefined,
      weights,
      keepsCompatible: false,
    });
  },
};

const handled: CiStep = {
  title: 'handlers keep to their interfaces',
  async run(ctx, choice) {
    const projects = await openProjects(ctx, choice);
    if (projects === undefined) return undefined;
    if (projects.projects.every(({ interfaces }) => interfaces.length === 0))
      return { skipped: 'no project has `interfaces`' };
    const opened = await openHandlers(ctx, projects, []);
    return opened && runAdapterCheck(ctx, opened);
  },
};

/** What `cimbind ci` does, in this order. A check that joins it is one more entry here. */
export const CI_STEPS: readonly CiStep[] = [fresh, unbroken, handled];
