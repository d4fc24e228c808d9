import type { ChangeCategory } from '../diagnostics/change.js';
import type { Report } from '../diagnostics/finding.js';
import type { CommandContext } from './command-context.js';
import type { SidesChoice } from './open-sides.js';
import { openSides } from './open-sides.js';
import { printRemarks } from './print-report.js';

/** How `diff` and `breaking` compare. */
export interface ComparisonChoice extends SidesChoice {
  readonly command: string;
  readonly scope: readonly ChangeCategory[];
  readonly keepsCompatible: boolean;
}

/** Compares two models. Where that fails it says why, and the result is undefined: that is never "no change". */
export async function runComparison(
  ctx: CommandContext,
  choice: ComparisonChoice,
): Promise<Report | undefined> {
  const sides = await openSides(ctx, choice);
  if (sides === undefined) return undefined;
  try {
    const { before, after, lookup } = sides;
    const { value: changes, diagnostics } = await ctx.ports.compare({ before, after });
    const problems = diagnostics.filter(({ severity }) => severity === 'error');
    if (changes === undefined) {
      const sources = new Map(
        problems
          .flatMap(({ at }) => (at === undefined ? [] : [at.source]))
          .map((uri) => [uri, lookup(uri)] as const),
      );
      const known = new Map(
        [...sources].flatMap(([uri, text]) => (text === undefined ? [] : [[uri, text] as const])),
      );
      await printRemarks(ctx, problems, known);
      return undefined;
    }
    const { changeReport } = await import('../pipeline/compare/change-report.js');
    return changeReport(
      changes,
      { command: choice.command, before: before.source.label, after: after.source.label, lookup },
      {
        scope: choice.scope,
        severity: {},
        ignore: [],
        baseline: new Set(),
        keepsCompatible: choice.keepsCompatible,
      },
    );
  } finally {
    sides.close();
  }
}
