import type { ExpandedName } from '../../foundation/expanded-name.js';
import { sameName } from '../../foundation/expanded-name.js';
import type { Schema } from '../../model/schema/index.js';
import { allowsNamespace } from '../../model/schema/index.js';
import type { ContentAutomaton, ContentNode, Position, Transition } from './automaton.js';
import { endingAt, firstPositions, transitionsFrom } from './automaton.js';
import { instantiableMembers } from './substitution-group.js';

/** Where a walk through a content model can be after some elements. */
export interface Configuration {
  readonly position: Position;
  /** Occurrences so far of the nodes that are open, by node index. */
  readonly counts: ReadonlyMap<number, number>;
  /** Children that an open xs:all has had, by node index. */
  readonly seen: ReadonlySet<number>;
}

/** Whether a sequence of child elements is accepted. For tests and samples: documents are validated by generated code. */
export function matches(
  schema: Schema,
  automaton: ContentAutomaton,
  names: readonly ExpandedName[],
): boolean {
  const [first, ...others] = names;
  if (first === undefined) return automaton.isEmptiable;
  let at = startWith(schema, automaton, first);
  for (const name of others) at = stepAll(schema, automaton, at, name);
  return at.some((configuration) => canEnd(automaton, configuration));
}

/** The configurations after a first element. */
export const startWith = (
  schema: Schema,
  automaton: ContentAutomaton,
  name: ExpandedName,
): readonly Configuration[] =>
  firstConfigurations(automaton).filter(({ position }) => accepts(schema, position, name));

/** The configurations after a first element, whatever its name is. */
export const firstConfigurations = (automaton: ContentAutomaton): readonly Configuration[] =>
  firstPositions(automaton).map((position) => enter(automaton, undefined, position));

/** The configurations after one more element, whatever its name is. */
export const nextConfigurations = (
  automaton: ContentAutomaton,
  from: Configuration,
): readonly Configuration[] =>
  transitionsFrom(automaton, from.position)
    .filter((way) => isOpen(automaton, from, way))
    .map((way) => follow(automaton, from, way));

/** The configurations after one more element, from wherever the walk can be. */
export const stepAll = (
  schema: Schema,
  automaton: ContentAutomaton,
  from: readonly Configuration[],
  name: ExpandedName,
): readonly Configuration[] =>
  distinct(from.flatMap((configuration) => step(schema, automaton, configuration, name)));

/** The configurations after one more element. */
export function step(
  schema: Schema,
  automaton: ContentAutomaton,
  from: Configuration,
  name: ExpandedName,
): readonly Configuration[] {
  return transitionsFrom(automaton, from.position)
    .filter((way) => accepts(schema, way.to, name) && isOpen(automaton, from, way))
    .map((way) => follow(automaton, from, way));
}

/** Whether the content may end here. */
export function canEnd(automaton: ContentAutomaton, at: Configuration): boolean {
  const leaves = endingAt(automaton, at.position);
  return leaves !== undefined && leaves.every((index) => isSatisfied(automaton, at, index));
}

/** Whether a position matches an element of this name, directly, as a member of a substitution group or by wildcard. */
export function accepts(schema: Schema, position: Position, name: ExpandedName): boolean {
  const { term } = position;
  if (term.kind === 'wildcard') return allowsNamespace(term.namespaceConstraint, name.namespace);
  return instantiableMembers(schema, term.element).some((element) => sameName(element.name, name));
}

function isOpen(automaton: ContentAutomaton, from: Configuration, way: Transition): boolean {
  if (!way.leaves.every((index) => isSatisfied(automaton, from, index))) return false;
  if (way.repeats !== undefined) {
    const node = automaton.nodes[way.repeats];
    if (node === undefined) return false;
    if (isAllOpen(automaton, from, node)) return false;
    return node.max === 'unbounded' || (from.counts.get(node.index) ?? 0) < node.max;
  }
  const sibling = branchUnder(automaton, way);
  const parent = sibling?.parent === undefined ? undefined : automaton.nodes[sibling.parent];
  return sibling === undefined || parent?.kind !== 'all' || !from.seen.has(sibling.index);
}

/** The child of the innermost node that stays open, on the way to the target. */
function branchUnder(automaton: ContentAutomaton, way: Transition): ContentNode | undefined {
  const last = way.leaves.at(-1);
  const stays = last === undefined ? undefined : automaton.nodes[last]?.parent;
  let node = automaton.nodes[way.to.node];
  while (node !== undefined && node.parent !== stays) {
    node = node.parent === undefined ? undefined : automaton.nodes[node.parent];
  }
  return node;
}

function isSatisfied(automaton: ContentAutomaton, at: Configuration, index: number): boolean {
  const node = automaton.nodes[index];
  if (node === undefined || isAllOpen(automaton, at, node)) return false;
  return node.isBodyEmptiable || (at.counts.get(index) ?? 0) >= node.min;
}

/** An xs:all that still misses a required child. */
function isAllOpen(automaton: ContentAutomaton, at: Configuration, node: ContentNode): boolean {
  if (node.kind !== 'all') return false;
  return node.children.some((index) => automaton.nodes[index]?.isEmptiable === false && !at.seen.has(index));
}

function follow(automaton: ContentAutomaton, from: Configuration, way: Transition): Configuration {
  const counts = new Map(from.counts);
  const seen = new Set(from.seen);
  const left = [...way.leaves, ...(way.repeats === undefined ? [] : [way.repeats])];
  for (const index of left) {
    for (const child of automaton.nodes[index]?.children ?? []) seen.delete(child);
  }
  for (const index of way.leaves) counts.delete(index);
  if (way.repeats !== undefined) {
    const count = (counts.get(way.repeats) ?? 0) + 1;
    const node = automaton.nodes[way.repeats];
    // Without a limit, nobody asks how far beyond its minimum a count is.
    counts.set(way.repeats, node?.max === 'unbounded' ? Math.min(count, Math.max(1, node.min)) : count);
  }
  return enter(automaton, { position: way.to, counts, seen }, way.to);
}

/** Opens every node around a position that is not open yet. */
function enter(
  automaton: ContentAutomaton,
  from: Configuration | undefined,
  position: Position,
): Configuration {
  const counts = new Map(from?.counts);
  const seen = new Set(from?.seen);
  let node = automaton.nodes[position.node];
  while (node !== undefined) {
    if (!counts.has(node.index)) counts.set(node.index, 1);
    const parent: ContentNode | undefined =
      node.parent === undefined ? undefined : automaton.nodes[node.parent];
    if (parent?.kind === 'all') seen.add(node.index);
    node = parent;
  }
  return { position, counts, seen };
}

/** Nested counters can reach the same configuration on several ways: one is enough. */
function distinct(all: readonly Configuration[]): readonly Configuration[] {
  return [...new Map(all.map((at) => [configurationKey(at), at])).values()];
}

/** Equal for equal configurations of one automaton. */
export function configurationKey(at: Configuration): string {
  const counts = [...at.counts].sort(([a], [b]) => a - b).map(([node, count]) => `${node}=${count}`);
  return `${at.position.index};${counts.join(',')};${[...at.seen].sort((a, b) => a - b).join(',')}`;
}

/** The configuration that enters a position, whatever stands before it; what is open around it stays open. */
export function enterAt(
  automaton: ContentAutomaton,
  from: Configuration | undefined,
  position: Position,
): Configuration {
  const counts = new Map<number, number>();
  let node = automaton.nodes[position.node];
  while (node !== undefined) {
    const count = from?.counts.get(node.index);
    if (count !== undefined && node.index !== position.node) counts.set(node.index, count);
    node = node.parent === undefined ? undefined : automaton.nodes[node.parent];
  }
  return enter(automaton, { position, counts, seen: new Set(from?.seen) }, position);
}
