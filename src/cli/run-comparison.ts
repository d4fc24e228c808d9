import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CompatibilityOptions } from '../config/options.js';
import { findConfig, loadConfig } from '../config/load-config.js';
import { resolveCompatibility } from '../config/resolve-config.js';
import { baselineUnreadable, unknownChangeRule } from '../diagnostics/catalogue/cmp.js';
import { CHANGE_CATEGORIES, type ChangeCategory } from '../diagnostics/change.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Report } from '../diagnostics/finding.js';
import { nearestName } from '../foundation/near-miss.js';
import type { CommandContext } from './command-context.js';
import type { SidesChoice } from './open-sides.js';
import { openSides } from './open-sides.js';
import { printRemarks } from './print-report.js';

/** How `diff`, `breaking` and `ci` compare. */
export interface ComparisonChoice extends SidesChoice {
  readonly command: string;
  /** Undefined: as the configuration says. */
  readonly scope: readonly ChangeCategory[] | undefined;
  readonly baseline: string | undefined;
  readonly weights: Required<CompatibilityOptions>;
  /** What breaks nothing is a finding, too. */
  readonly keepsCompatible: boolean;
}

/** The weights of the configuration around the working folder, or those that hold without one. */
export async function openWeights(
  ctx: CommandContext,
  config: string | undefined,
): Promise<Required<CompatibilityOptions> | undefined> {
  if (config === undefined && findConfig(ctx.cwd) === undefined) return resolveCompatibility({});
  const { value, diagnostics, sources } = await loadConfig(ctx.cwd, config);
  if (value === undefined) {
    await printRemarks(ctx, diagnostics, sources);
    return undefined;
  }
  const { compatibility } = value;
  const baseline = compatibility.baseline === false ? false : resolve(value.root, compatibility.baseline);
  return { ...compatibility, baseline };
}

/** Compares two models. Where that fails it says why, and the result is undefined: that is never "no change". */
export async function runComparison(
  ctx: CommandContext,
  choice: ComparisonChoice,
): Promise<Report | undefined> {
  const { weights } = choice;
  const isRight = await checkRules(ctx, Object.keys(weights.severity));
  const baseline = isRight ? await readBaseline(ctx, choice) : undefined;
  if (baseline === undefined) return undefined;
  const sides = await openSides(ctx, choice);
  if (sides === undefined) return undefined;
  try {
    const { before, after, kind, lookup } = sides;
    const scope = choice.scope ?? weights.scope;
    const { value: changes, diagnostics } = await ctx.ports.compare({ before, after, kind, scope });
    if (changes === undefined) {
      const problems = diagnostics.filter(({ severity }) => severity === 'error');
      const known = problems.flatMap(({ at }) => (at === undefined ? [] : (lookup(at.source) ?? [])));
      await printRemarks(ctx, problems, new Map(known.map((text) => [text.uri, text])));
      return undefined;
    }
    const { changeReport } = await import('../pipeline/compare/change-report.js');
    return changeReport(
      changes,
      { command: choice.command, before: before.source.label, after: after.source.label, lookup },
      {
        scope,
        severity: weights.severity,
        ignore: weights.ignore,
        baseline,
        keepsCompatible: choice.keepsCompatible,
      },
    );
  } finally {
    sides.close();
  }
}

/** `--category` as a scope. */
export const scopeOf = (
  categories: readonly string[] | undefined,
  otherwise: readonly ChangeCategory[] | undefined,
): readonly ChangeCategory[] | undefined =>
  categories === undefined ? otherwise : CHANGE_CATEGORIES.filter((one) => categories.includes(one));

/** A misspelt rule must not be silently without effect. */
async function checkRules(ctx: CommandContext, names: readonly string[]): Promise<boolean> {
  if (names.length === 0) return true;
  const { CHANGE_RULES } = await import('../diagnostics/catalogue/change-rules.js');
  const known = [...CHANGE_CATEGORIES, ...CHANGE_RULES];
  const wrong = names.find((name) => !known.includes(name));
  if (wrong === undefined) return true;
  await printRemarks(ctx, diagnose(unknownChangeRule, { name: wrong, nearest: nearestName(wrong, known) }));
  return false;
}

async function readBaseline(
  ctx: CommandContext,
  { baseline, weights }: ComparisonChoice,
): Promise<ReadonlySet<string> | undefined> {
  const file = baseline ?? (weights.baseline === false ? undefined : weights.baseline);
  if (file === undefined) return new Set();
  const { parseBaseline } = await import('../pipeline/compare/baseline.js');
  let text: string;
  try {
    text = readFileSync(resolve(ctx.cwd, file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await printRemarks(ctx, diagnose(baselineUnreadable, { file, reason }));
    return undefined;
  }
  const read = parseBaseline(text);
  if ('fingerprints' in read) return read.fingerprints;
  await printRemarks(ctx, diagnose(baselineUnreadable, { file, reason: read.failure }));
  return undefined;
}
