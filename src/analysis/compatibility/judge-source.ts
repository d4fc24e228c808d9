import type { ChangeEffect } from '../../diagnostics/change.js';
import type { Change } from './change.js';
import type { ApiBreak } from './source/api-break.js';

/** What the changes mean for programs over the SDK, and the breaks that no change explains. */
export interface SourceJudgement {
  readonly effects: ReadonlyMap<Change, ChangeEffect>;
  readonly unexplained: readonly ApiBreak[];
}

/** Joins what the compiler refuses to the changes that cause it: by component, the innermost first. */
export function judgeSource(changes: readonly Change[], breaks: readonly ApiBreak[]): SourceJudgement {
  const reasons = new Map<Change, string[]>();
  const unexplained: ApiBreak[] = [];
  for (const one of breaks) {
    const causes = causesOf(changes, one);
    if (causes.length === 0) unexplained.push(one);
    for (const cause of causes) reasons.set(cause, [...(reasons.get(cause) ?? []), one.reason]);
  }
  const effects = new Map<Change, ChangeEffect>();
  for (const change of changes) {
    if (ONLY_WORDS.has(change.rule)) continue;
    const said = reasons.get(change);
    effects.set(change, {
      category: 'source',
      verdict: said === undefined ? 'compatible' : 'breaking',
      reason: said?.slice(0, MOST_REASONS).join('; '),
      witness: undefined,
    });
  }
  return { effects, unexplained };
}

const MOST_REASONS = 3;

/** Changes that no declaration shows. */
export const ONLY_WORDS: ReadonlySet<string> = new Set(['documentation-changed', 'model-reference-changed']);

function causesOf(changes: readonly Change[], { before, after, namespace }: ApiBreak): readonly Change[] {
  const candidates = changes.filter(({ rule }) => !ONLY_WORDS.has(rule));
  if (namespace !== undefined)
    return candidates.filter(({ ids }) => ids.before.includes(`namespace:${namespace}`));
  const depth = Math.max(before.length, after.length);
  for (let at = 0; at < depth; at++) {
    // The thing itself: a property, else the declaration that it is in.
    const [old, now] = [before[before.length - depth + at], after[after.length - depth + at]];
    const isOf = (ids: readonly string[], id: string | undefined): boolean =>
      id !== undefined && ids[0] === id;
    const own = candidates.filter(({ ids }) => isOf(ids.before, old) || isOf(ids.after, now));
    if (own.length > 0) return own;
  }
  const [old, now] = [before.at(-1), after.at(-1)];
  return candidates.filter(
    ({ ids }) =>
      (old !== undefined && ids.before.includes(old)) || (now !== undefined && ids.after.includes(now)),
  );
}
