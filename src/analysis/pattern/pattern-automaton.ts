import { classSet } from './class-set.js';
import { type CodePointSet, contains } from './code-point-set.js';
import type { PatternNode } from './pattern-syntax.js';

/** A pattern as an automaton: from each state, where some characters lead and where nothing leads. */
export interface PatternAutomaton {
  readonly edges: readonly (readonly PatternEdge[])[];
  readonly free: readonly (readonly number[])[];
  readonly accept: number;
}

export interface PatternEdge {
  readonly characters: CodePointSet;
  readonly to: number;
}

/** Larger ones are given up: repetitions are written out. */
const MAX_STATES = 20_000;

const known = new WeakMap<PatternNode, PatternAutomaton | false>();

/** The automaton of a pattern; its first state is 0. Undefined where it would grow too large. */
export function patternAutomaton(node: PatternNode): PatternAutomaton | undefined {
  let automaton = known.get(node);
  if (automaton === undefined) {
    automaton = build(node) ?? false;
    known.set(node, automaton);
  }
  return automaton === false ? undefined : automaton;
}

function build(root: PatternNode): PatternAutomaton | undefined {
  const edges: PatternEdge[][] = [];
  const free: number[][] = [];
  const state = (): number => {
    free.push([]);
    return edges.push([]) - 1;
  };
  const link = (from: number, to: number): void => void free[from]?.push(to);
  /** Adds a node behind a state; returns the state behind it. */
  const add = (node: PatternNode, from: number): number => {
    if (edges.length > MAX_STATES) return from;
    switch (node.kind) {
      case 'characters': {
        const to = state();
        edges[from]?.push({ characters: classSet(node.characters), to });
        return to;
      }
      case 'sequence':
        return node.parts.reduce((at, part) => add(part, at), from);
      case 'choice': {
        const to = state();
        for (const branch of node.branches) {
          const start = state();
          link(from, start);
          link(add(branch, start), to);
        }
        return to;
      }
      case 'repeat': {
        let at = from;
        for (let turn = 0; turn < node.min && edges.length <= MAX_STATES; turn++) at = add(node.body, at);
        if (node.max === Infinity) return addLoop(node.body, at);
        const to = state();
        for (let turn = node.min; turn < node.max && edges.length <= MAX_STATES; turn++) {
          link(at, to);
          at = add(node.body, at);
        }
        link(at, to);
        return to;
      }
    }
  };
  const addLoop = (body: PatternNode, from: number): number => {
    const start = state();
    link(from, start);
    link(add(body, start), start);
    const to = state();
    link(start, to);
    return to;
  };
  const accept = add(root, state());
  return edges.length > MAX_STATES ? undefined : { edges, free, accept };
}

/** Where an automaton can be: states, ascending. */
export type PatternPlace = readonly number[];

/** The place before any character. */
export const firstPlace = (automaton: PatternAutomaton): PatternPlace => closure(automaton, [0]);

/** The place after one more character. */
export const nextPlace = (automaton: PatternAutomaton, at: PatternPlace, code: number): PatternPlace =>
  closure(
    automaton,
    at.flatMap((state) =>
      (automaton.edges[state] ?? [])
        .filter(({ characters }) => contains(characters, code))
        .map(({ to }) => to),
    ),
  );

function closure({ free }: PatternAutomaton, states: readonly number[]): PatternPlace {
  const reached = new Set(states);
  const waiting = [...reached];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const to of free[state] ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return [...reached].sort((a, b) => a - b);
}
