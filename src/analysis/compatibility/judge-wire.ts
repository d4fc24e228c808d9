import type { ChangeEffect, ChangeWitness } from '../../diagnostics/change.js';
import type { Change } from './change.js';
import { ONLY_WORDS } from './judge-source.js';
import type { WireDoubt, WireFinding, WireVerdict } from './wire/index.js';
import { WIRE_DOUBT_REASONS, WIRE_RULES } from './wire/index.js';

/** In which direction messages go. `wire-backward`: old messages to new readers. */
export type WireDirection = 'wire-backward' | 'wire-forward';

/** What the changes mean for messages in one direction, and what no change explains. */
export interface WireJudgement {
  readonly effects: ReadonlyMap<Change, ChangeEffect>;
  readonly unexplained: readonly (WireFinding | WireDoubt)[];
}

/**
 * Joins what was proved about messages to the changes that cause it. A change without a finding breaks nothing in this
 * direction: the proof looked at everything that a message can hold.
 */
export function judgeWire(
  changes: readonly Change[],
  verdict: WireVerdict,
  direction: WireDirection,
  witnessOf: (finding: WireFinding) => ChangeWitness | undefined,
): WireJudgement {
  const found = verdict.verdict === 'breaking' ? verdict.findings : [];
  const doubts = verdict.verdict === 'compatible' ? [] : verdict.doubts;
  const said = new Map<Change, { findings: WireFinding[]; doubts: WireDoubt[] }>();
  const unexplained: (WireFinding | WireDoubt)[] = [];
  const join = (
    one: WireFinding | WireDoubt,
    note: (list: { findings: WireFinding[]; doubts: WireDoubt[] }) => void,
  ): void => {
    const causes = causesOf(changes, one, direction);
    if (causes.length === 0) unexplained.push(one);
    for (const cause of causes) {
      const list = said.get(cause) ?? { findings: [], doubts: [] };
      note(list);
      said.set(cause, list);
    }
  };
  for (const one of found) join(one, ({ findings }) => findings.push(one));
  for (const one of doubts) join(one, (list) => list.doubts.push(one));

  const effects = new Map<Change, ChangeEffect>();
  for (const change of changes) {
    if (ONLY_WORDS.has(change.rule)) continue;
    effects.set(change, effectOf(change, said.get(change), direction, witnessOf));
  }
  return { effects, unexplained };
}

function effectOf(
  change: Change,
  said: { readonly findings: readonly WireFinding[]; readonly doubts: readonly WireDoubt[] } | undefined,
  category: WireDirection,
  witnessOf: (finding: WireFinding) => ChangeWitness | undefined,
): ChangeEffect {
  // Every document names its namespace: nothing has to be proved.
  if (change.rule === 'namespace-moved')
    return { category, verdict: 'breaking', reason: 'every message names its namespace', witness: undefined };
  const plain = said?.findings.find(({ rule }) => !rule.startsWith('xsi-type.'));
  const finding = plain ?? said?.findings[0];
  const [doubt] = said?.doubts ?? [];
  if (finding !== undefined) {
    const witness = witnessOf(finding);
    const onlyByType = plain === undefined;
    return { category, verdict: 'breaking', reason: WIRE_RULES[finding.rule], witness, onlyByType };
  }
  if (doubt !== undefined)
    return { category, verdict: 'undecided', reason: WIRE_DOUBT_REASONS[doubt.reason], witness: undefined };
  return { category, verdict: 'compatible', reason: undefined, witness: undefined };
}

/** The changes that are nearest to what was found: those that can have this effect, by component and by name. */
function causesOf(
  changes: readonly Change[],
  { from, to, detail, path }: WireFinding | WireDoubt,
  direction: WireDirection,
): readonly Change[] {
  const [old, now] = direction === 'wire-backward' ? [from, to] : [to, from];
  const narrowing = direction === 'wire-backward' ? 'narrows' : 'widens';
  const names = path.split('/').map((name) => name.replace(/^@/u, ''));
  let best = 0;
  let causes: Change[] = [];
  for (const change of changes) {
    if (ONLY_WORDS.has(change.rule) || change.rule === 'namespace-moved') continue;
    const { before, after } = change.ids;
    const isTarget = before[0] === old.component || after[0] === now.component;
    const isOwner = before.includes(old.component) || after.includes(now.component);
    const name = lastName(change.subject);
    const isNamed = name === detail.subject || change.before === detail.subject;
    const canBe = change.wire === 'both' || change.wire === narrowing;
    // A type that xsi:type names can be a built-in one: then the way to the element says which one is meant.
    // What came or went with its whole namespace is said of the namespace.
    const isOfNamespace = canBe && [before[0], after[0]].some((id) => isIn(id, old.component, now.component));
    const isOnTheWay = canBe && names.at(-1) === name;
    if (!isTarget && !isOwner && !isOnTheWay && !isOfNamespace) continue;
    const score =
      (canBe ? 8 : 0) + (isTarget ? 3 : isOwner ? 1 : 0) + (isNamed ? 4 : 0) + (isOfNamespace ? 5 : 0);
    if (score > best) [best, causes] = [score, [change]];
    else if (score === best) causes.push(change);
  }
  return causes;
}

/** Whether one of some components is in the namespace that an id stands for. */
const isIn = (id: string | undefined, ...components: readonly string[]): boolean =>
  id?.startsWith('namespace:') === true &&
  components.some((one) => one.includes(`:{${id.slice('namespace:'.length)}}`));

const lastName = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1).replace(/^@/u, '');
