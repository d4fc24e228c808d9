import {
  areDisjoint,
  arePairwiseDisjoint,
  type CodePointSet,
  NO_CODE_POINTS,
  union,
  unionOf,
} from './code-point-set.js';
import { classSet } from './class-set.js';
import type { PatternNode } from './pattern-syntax.js';
import { isNullable } from './simplify-pattern.js';

/**
 * Whether at every point of a text at most one character of the pattern can come next, and in one way only: strong
 * determinism, told from the positions of the pattern as Glushkov numbers them. A backtracking engine then never has more than
 * one way that goes on, so it is linear. Takes a simplified pattern.
 */
export function matchesInOneWay(node: PatternNode): boolean {
  const expanded = expandRepetitions(node, MAX_POSITIONS) ?? node;
  const positions: Position[] = [];
  return walk(expanded, positions) !== undefined;
}

const MAX_POSITIONS = 300;

/** One character of the pattern, and everything that may follow it so far. */
interface Position {
  readonly set: CodePointSet;
  follow: CodePointSet;
}

/** What a part may begin and end with. */
interface Edges {
  readonly first: readonly Position[];
  readonly last: readonly Position[];
}

/** Undefined as soon as two ways are found. */
function walk(node: PatternNode, positions: Position[]): Edges | undefined {
  switch (node.kind) {
    case 'characters': {
      const position = { set: classSet(node.characters), follow: NO_CODE_POINTS };
      positions.push(position);
      return { first: [position], last: [position] };
    }
    case 'sequence': {
      let first: readonly Position[] = [];
      let last: readonly Position[] = [];
      let isEmptySoFar = true;
      for (const part of node.parts) {
        const edges = walk(part, positions);
        if (edges === undefined || !connect(last, edges.first)) return undefined;
        if (isEmptySoFar) first = [...first, ...edges.first];
        last = isNullable(part) ? [...last, ...edges.last] : edges.last;
        isEmptySoFar &&= isNullable(part);
      }
      return areDistinct(first) ? { first, last } : undefined;
    }
    case 'choice': {
      // Two branches that may be empty are two ways to read nothing.
      if (node.branches.filter(isNullable).length > 1) return undefined;
      const all: Edges[] = [];
      for (const branch of node.branches) {
        const edges = walk(branch, positions);
        if (edges === undefined) return undefined;
        all.push(edges);
      }
      const first = all.flatMap((edges) => edges.first);
      return areDistinct(first) ? { first, last: all.flatMap((edges) => edges.last) } : undefined;
    }
    case 'repeat': {
      if (isNullable(node.body)) return undefined;
      const edges = walk(node.body, positions);
      if (edges === undefined || (node.max > 1 && !connect(edges.last, edges.first))) return undefined;
      return edges;
    }
  }
}

function connect(from: readonly Position[], to: readonly Position[]): boolean {
  // What `to` holds is distinct already, so that it can be looked at as one.
  const set = unionOf(to.map((position) => position.set));
  for (const position of from) {
    if (!areDisjoint(position.follow, set)) return false;
    position.follow = union(position.follow, set);
  }
  return true;
}

const areDistinct = (positions: readonly Position[]): boolean =>
  arePairwiseDisjoint(positions.map(({ set }) => set));

/** How many characters a pattern has when its repetitions are written out. */
export function expandedSize(node: PatternNode): number {
  switch (node.kind) {
    case 'characters':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + expandedSize(part), 0);
    case 'choice':
      return node.branches.reduce((sum, branch) => sum + expandedSize(branch), 0);
    case 'repeat':
      return expandedSize(node.body) * Math.max(1, node.max === Infinity ? node.min : node.max);
  }
}

/**
 * `a{2,4}` as `aa(a(a)?)?`: where counting decides what comes next, a loop would seem to have two ways. Undefined if that
 * is too large; the loop then stands for all its repetitions, which errs on the safe side.
 */
function expandRepetitions(node: PatternNode, limit: number): PatternNode | undefined {
  return expandedSize(node) > limit ? undefined : expand(node);
}

function expand(node: PatternNode): PatternNode {
  switch (node.kind) {
    case 'characters':
      return node;
    case 'sequence':
      return { kind: 'sequence', parts: node.parts.map(expand) };
    case 'choice':
      return { kind: 'choice', branches: node.branches.map(expand) };
    case 'repeat': {
      const { min, max } = node;
      const body = expand(node.body);
      let tail: PatternNode[] = [];
      if (max === Infinity) tail = [{ kind: 'repeat', body, min: 0, max }];
      else
        for (let count = min; count < max; count++)
          tail = [{ kind: 'repeat', body: { kind: 'sequence', parts: [body, ...tail] }, min: 0, max: 1 }];
      return { kind: 'sequence', parts: [...Array.from({ length: min }, () => body), ...tail] };
    }
  }
}
