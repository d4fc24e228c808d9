import type { ElementDeclarationRef, ModelGroup, Particle, Wildcard } from '../../model/schema/index.js';

/**
 * The position automaton of a content model (Glushkov's construction with counters kept): its size is that of the
 * particle tree, whatever the occurrence ranges are. Particles that can never occur are left out.
 */
export interface ContentAutomaton {
  /** Parents before children; the first is the root. Empty for empty content. */
  readonly nodes: readonly ContentNode[];
  /** The leaves, in the order of the schema. */
  readonly positions: readonly Position[];
  readonly isEmptiable: boolean;
}

export interface ContentNode {
  readonly index: number;
  readonly kind: 'leaf' | ModelGroup['compositor'];
  readonly particle: Particle;
  readonly min: number;
  readonly max: number | 'unbounded';
  /** Index of the node around it; undefined for the root. */
  readonly parent: number | undefined;
  /** Place among the parent's children. */
  readonly rank: number;
  readonly children: readonly number[];
  /** It may match nothing: its minimum is 0, or a single occurrence is emptiable. */
  readonly isEmptiable: boolean;
  /** One occurrence may match nothing, so that every minimum is reached at once. */
  readonly isBodyEmptiable: boolean;
  /** The number of occurrences must be counted: the range is none of ?, 1, * and +. */
  readonly isCounted: boolean;
}

/** A leaf: the only thing that consumes an element. */
export interface Position {
  readonly index: number;
  readonly node: number;
  readonly particle: Particle;
  readonly term: ElementDeclarationRef | Wildcard;
}

/** One way from a position to a next one. */
export interface Transition {
  readonly to: Position;
  /** Nodes that end here: each must have reached its minimum. Inner before outer. */
  readonly leaves: readonly number[];
  /** The node that occurs once more: it must be below its maximum. Undefined where the way only goes forward. */
  readonly repeats: number | undefined;
}

export function contentAutomaton(particle: Particle | undefined): ContentAutomaton {
  const nodes: ContentNode[] = [];
  const positions: Position[] = [];
  const add = (at: Particle, parent: number | undefined, rank: number): number => {
    const index = nodes.length;
    const { term } = at;
    const children: number[] = [];
    const body: Particle = { ...at, minOccurs: 1, maxOccurs: 1 };
    nodes.push({
      index,
      kind: term.kind === 'model-group' ? term.compositor : 'leaf',
      particle: at,
      min: at.minOccurs,
      max: at.maxOccurs,
      parent,
      rank,
      children,
      isEmptiable: matchesNone(at),
      isBodyEmptiable: matchesNone(body),
      isCounted: at.minOccurs > 1 || (at.maxOccurs !== 'unbounded' && at.maxOccurs > 1),
    });
    if (term.kind === 'model-group') {
      const possible = term.particles.filter((child) => child.maxOccurs !== 0);
      possible.forEach((child, place) => children.push(add(child, index, place)));
    } else {
      positions.push({ index: positions.length, node: index, particle: at, term });
    }
    return index;
  };
  if (particle !== undefined && particle.maxOccurs !== 0) add(particle, undefined, 0);
  return { nodes, positions, isEmptiable: particle === undefined || matchesNone(particle) };
}

/**
 * Whether the empty sequence is valid (cvc-particle, 3.9.4). Unlike for Particle Emptiable, a choice without branches
 * must occur and cannot: nothing is valid, not even nothing.
 */
function matchesNone({ minOccurs, maxOccurs, term }: Particle): boolean {
  if (minOccurs === 0 || maxOccurs === 0) return true;
  if (term.kind !== 'model-group') return false;
  const possible = term.particles.filter((child) => child.maxOccurs !== 0);
  return term.compositor === 'choice' ? possible.some(matchesNone) : possible.every(matchesNone);
}

/** The positions that can match the first element. */
export function firstPositions(automaton: ContentAutomaton): readonly Position[] {
  const root = automaton.nodes[0];
  return root === undefined ? [] : firstOf(automaton, root);
}

/** The positions that can match the last element. */
export function lastPositions(automaton: ContentAutomaton): readonly Position[] {
  return automaton.positions.filter((position) => endingAt(automaton, position) !== undefined);
}

/** What can come after a position, in the order of the schema; repetitions of inner nodes before outer ones. */
export function transitionsFrom(automaton: ContentAutomaton, from: Position): readonly Transition[] {
  let known = transitions.get(automaton);
  if (known === undefined) transitions.set(automaton, (known = new Map<Position, readonly Transition[]>()));
  let found = known.get(from);
  if (found === undefined) known.set(from, (found = findTransitions(automaton, from)));
  return found;
}

const transitions = new WeakMap<ContentAutomaton, Map<Position, readonly Transition[]>>();

function findTransitions(automaton: ContentAutomaton, from: Position): readonly Transition[] {
  const found: Transition[] = [];
  climb(automaton, from, {
    repeat: (node, leaves) => {
      for (const to of firstOf(automaton, node)) found.push({ to, leaves, repeats: node.index });
    },
    forward: (sibling, leaves) => {
      for (const to of firstOf(automaton, sibling)) found.push({ to, leaves, repeats: undefined });
    },
  });
  return found;
}

/** The nodes that end when the content ends after a position; undefined where it cannot end there. */
export function endingAt(automaton: ContentAutomaton, from: Position): readonly number[] | undefined {
  return climb(automaton, from, { repeat: () => undefined, forward: () => undefined });
}

interface Steps {
  readonly repeat: (node: ContentNode, leaves: readonly number[]) => void;
  readonly forward: (sibling: ContentNode, leaves: readonly number[]) => void;
}

/** Goes from a leaf outwards, over everything that can end with it. */
function climb(automaton: ContentAutomaton, from: Position, steps: Steps): readonly number[] | undefined {
  let node = automaton.nodes[from.node];
  let leaves: readonly number[] = [];
  while (node !== undefined) {
    if (node.max !== 1) steps.repeat(node, leaves);
    leaves = [...leaves, node.index];
    if (node.parent === undefined) return leaves;
    const parent: ContentNode | undefined = automaton.nodes[node.parent];
    if (parent === undefined) return leaves;
    if (parent.kind === 'sequence') {
      for (const rank of parent.children.slice(node.rank + 1)) {
        const sibling = automaton.nodes[rank];
        if (sibling === undefined) continue;
        steps.forward(sibling, leaves);
        if (!sibling.isEmptiable) return undefined;
      }
    } else if (parent.kind === 'all') {
      for (const rank of parent.children) {
        const sibling = automaton.nodes[rank];
        if (sibling !== undefined && sibling !== node) steps.forward(sibling, leaves);
      }
    }
    node = parent;
  }
  return leaves;
}

function firstOf(automaton: ContentAutomaton, node: ContentNode): readonly Position[] {
  const found: Position[] = [];
  collectFirst(automaton, node, positionsByNode(automaton), found);
  return found;
}

function collectFirst(
  automaton: ContentAutomaton,
  node: ContentNode,
  byNode: ReadonlyMap<number, Position>,
  found: Position[],
): void {
  const position = byNode.get(node.index);
  if (position !== undefined) found.push(position);
  for (const index of node.children) {
    const child = automaton.nodes[index];
    if (child === undefined) continue;
    collectFirst(automaton, child, byNode, found);
    if (node.kind === 'sequence' && !child.isEmptiable) return;
  }
}

const byNodeOf = new WeakMap<ContentAutomaton, ReadonlyMap<number, Position>>();

function positionsByNode(automaton: ContentAutomaton): ReadonlyMap<number, Position> {
  const known = byNodeOf.get(automaton);
  if (known !== undefined) return known;
  const made = new Map(automaton.positions.map((position) => [position.node, position]));
  byNodeOf.set(automaton, made);
  return made;
}
