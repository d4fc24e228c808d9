import type { PatternTree } from './pattern-tree.js';

/** Matches whole texts in time linear in their length, whatever the pattern. */
export interface LinearMatcher {
  test(text: string): boolean;
  /** The same for ASCII bytes. */
  scan(bytes: Uint8Array, start: number, end: number): boolean;
}

/** A pattern over classes of characters: sources of regular expressions (flag u) that match one character each. */
export interface PatternAutomaton {
  readonly classes: readonly string[];
  readonly tree: PatternTree;
}

/**
 * A matcher for a pattern that a backtracking engine might take too long for. States of the deterministic automaton are made
 * when they are met.
 */
export function patternMatcher(pattern: PatternAutomaton): LinearMatcher {
  let machine: Machine | undefined;
  return {
    test(text) {
      machine ??= makeMachine(pattern);
      let state = machine.start;
      for (let at = 0; at < text.length; at++) {
        if (!state.isAlive) return false;
        let code = text.charCodeAt(at);
        if ((code & 0xfc00) === 0xd800) {
          code = text.codePointAt(at) as number;
          if (code > 0xffff) at++;
        }
        state = step(machine, state, code);
      }
      return state.isAccepting;
    },
    scan(bytes, start, end) {
      machine ??= makeMachine(pattern);
      let state = machine.start;
      for (let at = start; at < end; at++) {
        if (!state.isAlive) return false;
        state = step(machine, state, bytes[at] as number);
      }
      return state.isAccepting;
    },
  };
}

/** A state of the deterministic automaton: a set of nodes. */
interface State {
  readonly nodes: readonly number[];
  readonly isAccepting: boolean;
  readonly isAlive: boolean;
  /** The state behind each symbol, as far as known. */
  readonly next: State[];
}

/**
 * Nodes of the non-deterministic automaton, by index: what it reads (a class, or FORK or ACCEPT) and where it goes. Characters
 * that are in the same classes are one symbol.
 */
interface Machine {
  readonly classes: readonly RegExp[];
  readonly reads: readonly number[];
  readonly to: readonly number[];
  /** FORK: the other way. */
  readonly or: readonly number[];
  readonly start: State;
  readonly states: Map<string, State>;
  /** How many nodes the states hold together. */
  weight: number;
  readonly symbolOfAscii: number[];
  readonly symbolOf: Map<number, number>;
  readonly symbols: Map<string, number>;
  /** Of each symbol: whether it is in a class. */
  readonly members: (readonly boolean[])[];
}

const FORK = -1;
const ACCEPT = -2;
/** Beyond this the states are forgotten and made anew: memory stays bounded. */
const MAX_WEIGHT = 1_000_000;
const MAX_SYMBOLS_KNOWN = 10_000;

function step(machine: Machine, state: State, code: number): State {
  const symbol =
    (code < 128 ? machine.symbolOfAscii[code] : machine.symbolOf.get(code)) ?? symbolOf(machine, code);
  return state.next[symbol] ?? advance(machine, state, symbol);
}

function symbolOf(machine: Machine, code: number): number {
  const character = String.fromCodePoint(code);
  const members = machine.classes.map((expression) => expression.test(character));
  const key = members.map(Number).join('');
  let symbol = machine.symbols.get(key);
  if (symbol === undefined) {
    symbol = machine.members.length;
    machine.symbols.set(key, symbol);
    machine.members.push(members);
  }
  if (code < 128) machine.symbolOfAscii[code] = symbol;
  else {
    if (machine.symbolOf.size >= MAX_SYMBOLS_KNOWN) machine.symbolOf.clear();
    machine.symbolOf.set(code, symbol);
  }
  return symbol;
}

function advance(machine: Machine, state: State, symbol: number): State {
  const members = machine.members[symbol] as readonly boolean[];
  const targets: number[] = [];
  for (const node of state.nodes)
    if (members[machine.reads[node] as number] === true) targets.push(machine.to[node] as number);
  const next = stateOf(machine, targets);
  state.next[symbol] = next;
  return next;
}

/** The state of all nodes that can be reached without reading. */
function stateOf(machine: Omit<Machine, 'start'>, from: number[]): State {
  const seen = new Set<number>();
  const nodes: number[] = [];
  let isAccepting = false;
  for (let node = from.pop(); node !== undefined; node = from.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const reads = machine.reads[node] as number;
    if (reads === FORK) from.push(machine.to[node] as number, machine.or[node] as number);
    else if (reads === ACCEPT) isAccepting = true;
    else nodes.push(node);
  }
  nodes.sort((a, b) => a - b);
  const key = `${isAccepting ? '!' : ''}${nodes.join()}`;
  const known = machine.states.get(key);
  if (known !== undefined) return known;
  machine.weight += nodes.length + 8;
  if (machine.weight > MAX_WEIGHT) {
    for (const state of machine.states.values()) state.next.length = 0;
    machine.states.clear();
    machine.weight = nodes.length + 8;
  }
  const state: State = { nodes, isAccepting, isAlive: nodes.length > 0, next: [] };
  machine.states.set(key, state);
  return state;
}

function makeMachine({ classes: sources, tree }: PatternAutomaton): Machine {
  const classes = sources.map((source) => new RegExp(`^(?:${source})$`, 'u'));
  const literals = new Map<string, number>();
  const reads = [ACCEPT];
  const to = [0];
  const or = [0];
  const add = (what: number, target: number, other = 0): number => {
    reads.push(what);
    to.push(target);
    or.push(other);
    return reads.length - 1;
  };
  const literal = (character: string): number => {
    let index = literals.get(character);
    if (index === undefined) {
      index = classes.length;
      literals.set(character, index);
      classes.push(new RegExp(`^\\u{${(character.codePointAt(0) as number).toString(16)}}$`, 'u'));
    }
    return index;
  };
  /** The node from which `part` and then `target` is read: an automaton is made from its end. */
  const make = (part: PatternTree, target: number): number => {
    if (typeof part === 'number') return add(part, target);
    if (typeof part === 'string')
      return [...part].reduceRight<number>((next, character) => add(literal(character), next), target);
    if ('sequence' in part)
      return part.sequence.reduceRight<number>((next, inner) => make(inner, next), target);
    if ('choice' in part) {
      const ways = part.choice.map((inner) => make(inner, target));
      return ways.reduceRight((other, way) => add(FORK, way, other));
    }
    const { repeat, min, max } = part;
    let next = target;
    if (max === undefined) {
      next = add(FORK, target, target);
      to[next] = make(repeat, next);
    } else {
      for (let count = min; count < max; count++) next = add(FORK, make(repeat, next), target);
    }
    for (let count = 0; count < min; count++) next = make(repeat, next);
    return next;
  };
  const first = make(tree, 0);
  const machine = {
    classes,
    reads,
    to,
    or,
    states: new Map<string, State>(),
    weight: 0,
    symbolOfAscii: [],
    symbolOf: new Map<number, number>(),
    symbols: new Map<string, number>(),
    members: [],
  };
  return { ...machine, start: stateOf(machine, [first]) };
}
