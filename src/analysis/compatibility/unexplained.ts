import { apiDiffers, messagesDiffer } from '../../diagnostics/catalogue/cmp-unexplained.js';
import type { ChangeEffect, ChangeWitness } from '../../diagnostics/change.js';
import type { Change } from './change.js';
import type { WireDirection } from './judge-wire.js';
import type { ChangeDefinition } from './rules/rule.js';
import type { ApiBreak } from './source/api-break.js';
import { WIRE_DOUBT_REASONS, WIRE_RULES, type WireDoubt, type WireFinding } from './wire/index.js';

/** What the proof found, and no change of a component explains, as a change of its own: nothing found is left out. */
export function unexplainedWire(
  one: WireFinding | WireDoubt,
  direction: WireDirection,
  witnessOf: (finding: WireFinding) => ChangeWitness | undefined,
): Change {
  const [old, now] = direction === 'wire-backward' ? [one.from, one.to] : [one.to, one.from];
  const isFinding = 'witness' in one;
  const effect: ChangeEffect = {
    category: direction,
    verdict: isFinding ? 'breaking' : 'undecided',
    reason: isFinding ? undefined : WIRE_DOUBT_REASONS[one.reason],
    witness: isFinding ? witnessOf(one) : undefined,
  };
  const change = bare(messagesDiffer, one.detail.subject, one.detail.before, WIRE_RULES[one.rule]);
  return {
    ...change,
    wire: 'both',
    ids: { before: [old.component], after: [now.component] },
    spans: { before: old.span, after: now.span },
    effects: [effect],
  };
}

/** What the compiler refuses, and no change of a component explains. */
export const unexplainedApi = (one: ApiBreak): Change => ({
  ...bare(apiDiffers, one.name, undefined, one.reason),
  ids: { before: one.before, after: one.after },
  effects: [{ category: 'source', verdict: 'breaking', reason: undefined, witness: undefined }],
});

function bare(
  definition: ChangeDefinition,
  subject: string,
  before: string | undefined,
  after: string,
): Omit<Change, 'effects' | 'ids'> & { readonly effects: readonly []; readonly ids: Change['ids'] } {
  return {
    code: definition.code,
    rule: definition.rule,
    message: definition.message({ subject, before: before ?? '', after }),
    hint: undefined,
    subject,
    group: subject.split('.')[0] ?? subject,
    before,
    after,
    wire: 'none',
    ids: { before: [], after: [] },
    spans: { before: undefined, after: undefined },
    effects: [],
  };
}
