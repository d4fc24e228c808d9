import {
  type CodePointSet,
  firstPlace,
  intersection,
  nextPlace,
  type PatternAutomaton,
  patternAutomaton,
  type PatternPlace,
  type PatternNode,
} from '../../analysis/pattern/index.js';
import type { Random } from '../random.js';
import { type LengthRange, plausiblePart, sampleCode } from './sample-pattern.js';

/** Places that one search may look at. */
const MAX_PLACES = 4_000;
/** Longest texts that are looked for, one after the other: short ones are found sooner and read better. */
const LENGTHS = [4, 8, 12, 20, 32, 48, 80, 200, 1000];

/**
 * A text that matches several patterns at once: a walk through all their automata together, which turns back where no common
 * way leads on. Undefined where none was found within bounds.
 */
export function sampleIntersection(
  nodes: readonly PatternNode[],
  random: Random,
  range: LengthRange,
): string | undefined {
  const automata = nodes.map(patternAutomaton);
  const all = automata.filter((automaton) => automaton !== undefined);
  if (all.length < automata.length) return undefined;
  for (const longest of [
    ...LENGTHS.filter((length) => length >= range.min && length < range.max),
    Math.min(range.max, 2000),
  ]) {
    const search: Search = {
      automata: all,
      random,
      least: range.min,
      longest,
      dead: new Set(),
      left: MAX_PLACES,
    };
    const found = walk(search, all.map(firstPlace), 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Search {
  readonly automata: readonly PatternAutomaton[];
  readonly random: Random;
  readonly least: number;
  readonly longest: number;
  /** Places, with the length so far, from which nothing leads to an end. */
  readonly dead: Set<string>;
  left: number;
}

function walk(search: Search, at: readonly PatternPlace[], length: number): string | undefined {
  const { automata, random, least, longest, dead } = search;
  const isEnd = length >= least && automata.every(({ accept }, index) => at[index]?.includes(accept));
  if (isEnd && (length === longest || random.chance(40))) return '';
  const key = `${length} ${at.map((place) => place.join(',')).join(' ')}`;
  if (length < longest && search.left-- > 0 && !dead.has(key)) {
    for (const characters of random.shuffled(waysOn(automata, at))) {
      const code = sampleCode(characters, random);
      const next = automata.map((automaton, index) => nextPlace(automaton, at[index] ?? [], code));
      const rest = walk(search, next, length + 1);
      if (rest !== undefined) return String.fromCodePoint(code) + rest;
    }
    dead.add(key);
  }
  return isEnd ? '' : undefined;
}

/** Sets of characters that all automata know a way for. */
function waysOn(automata: readonly PatternAutomaton[], at: readonly PatternPlace[]): readonly CodePointSet[] {
  let ways: readonly CodePointSet[] | undefined;
  for (const [index, { edges }] of automata.entries()) {
    const own = new Map<string, CodePointSet>();
    for (const state of at[index] ?? []) {
      for (const { characters } of edges[state] ?? []) own.set(characters.join(), characters);
    }
    const before = ways;
    ways =
      before === undefined
        ? [...own.values()]
        : before.flatMap((way) => [...own.values()].map((characters) => intersection(way, characters)));
    ways = distinct(ways.filter(({ length }) => length > 0));
  }
  return (ways ?? []).map(plausiblePart).filter(({ length }) => length > 0);
}

const distinct = (sets: readonly CodePointSet[]): readonly CodePointSet[] => [
  ...new Map(sets.map((set) => [set.join(), set])).values(),
];
