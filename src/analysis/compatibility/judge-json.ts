import { type ChangeEffect, gravest } from '../../diagnostics/change.js';
import type { Change } from './change.js';
import { ONLY_WORDS } from './judge-source.js';

/** Something that stands otherwise in the JSON of a message: an array for a single value, another property. */
export interface JsonBreak {
  /** Components on the old side, innermost first. */
  readonly before: readonly string[];
  readonly reason: string;
}

/** Changes of XML that JSON does not know: names without namespaces, members without order. */
const NOT_IN_JSON: ReadonlySet<string> = new Set([
  'namespace-moved',
  'element-moved',
  'type-moved',
  'type-renamed',
  'child-namespace-changed',
  'child-reordered',
]);

/** What a change means for JSON: where its shape is another one it breaks; else messages break as they do in XML. */
export function judgeJson(
  changes: readonly Change[],
  breaks: readonly JsonBreak[],
): ReadonlyMap<Change, ChangeEffect> {
  const effects = new Map<Change, ChangeEffect>();
  for (const change of changes) {
    if (ONLY_WORDS.has(change.rule)) continue;
    const shape = breaks.find(({ before }) => causes(change, before));
    const wire = NOT_IN_JSON.has(change.rule)
      ? []
      : change.effects.filter(({ category }) => category.startsWith('wire-'));
    const verdict = shape !== undefined ? 'breaking' : gravest(wire.map((one) => one.verdict));
    const worst = wire.filter((one) => one.verdict === verdict);
    const reason = shape?.reason ?? worst[0]?.reason;
    const onlyByType =
      shape === undefined && worst.length > 0 && worst.every((one) => one.onlyByType === true);
    effects.set(change, { category: 'json', verdict, reason, witness: undefined, onlyByType });
  }
  return effects;
}

const SHAPE_RULES: ReadonlySet<string> = new Set([
  'child-repeats-more',
  'child-repeats-less',
  'content-regrouped',
  'content-kind-changed',
]);

const causes = ({ ids, rule }: Change, before: readonly string[]): boolean =>
  SHAPE_RULES.has(rule) && ids.before[0] !== undefined && before.includes(ids.before[0]);
