import type { ContentAutomaton } from '../../content-model/automaton.js';
import type { Configuration } from '../../content-model/content-walk.js';
import type { Place } from './content-words.js';
import type { Step } from './content-product.js';

/**
 * How many elements can be read at once where both models only count: as long as neither counter passes a limit, every state
 * on the way goes on like this one. Where one model counts on while the other goes elsewhere, each number matters: 1.
 */
export function runLength(
  left: ContentAutomaton,
  right: ContentAutomaton,
  state: { readonly left: Place; readonly right: readonly Place[] },
  steps: readonly Step[],
): number {
  const [other] = state.right;
  if (state.left === undefined || other === undefined || state.right.length !== 1) return 1;
  let isCounting = false;
  for (const step of steps) {
    const [reached] = step.right;
    if (step.right.length > 1) return 1;
    const stays = isRun(left, state.left, step.left);
    if (reached === undefined) {
      if (stays) return 1;
      continue;
    }
    if (stays !== isRun(right, other, reached)) return 1;
    isCounting ||= stays;
  }
  return isCounting ? Math.max(1, Math.min(stepsToLimit(left, state.left), stepsToLimit(right, other))) : 1;
}

/** The configuration after so many steps of a run, of which `to` is the first; `to` itself where it is no run. */
export function withRun(
  automaton: ContentAutomaton,
  from: Place,
  to: Configuration,
  count: number,
): Configuration {
  if (from === undefined || !isRun(automaton, from, to)) return to;
  const { node } = to.position;
  const counts = new Map(to.counts);
  counts.set(node, cap(automaton, node, (from.counts.get(node) ?? 0) + count));
  return { ...to, counts };
}

/** Whether only the counter of the leaf goes on. */
export function isRun(automaton: ContentAutomaton, from: Configuration, to: Configuration): boolean {
  if (from.position !== to.position || from.seen.size !== to.seen.size) return false;
  const { node } = from.position;
  if (automaton.nodes[node]?.max === 1) return false;
  for (const [index, count] of to.counts)
    if (index !== node && from.counts.get(index) !== count) return false;
  const before = from.counts.get(node) ?? 0;
  return to.counts.get(node) === cap(automaton, node, before + 1);
}

const cap = (automaton: ContentAutomaton, index: number, count: number): number => {
  const node = automaton.nodes[index];
  return node?.max === 'unbounded' ? Math.min(count, Math.max(1, node.min)) : count;
};

/** Steps to the state in which the leaf may end, or may not go on. */
function stepsToLimit(automaton: ContentAutomaton, { position, counts }: Configuration): number {
  const node = automaton.nodes[position.node];
  const count = counts.get(position.node) ?? 0;
  if (node === undefined) return 1;
  if (count < node.min) return node.min - count;
  return node.max === 'unbounded' ? Infinity : node.max - count;
}
