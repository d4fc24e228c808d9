import type { PatternAutomaton } from '../../runtime/pattern/pattern-matcher.js';
import type { PatternTree } from '../../runtime/pattern/pattern-tree.js';
import { parsePattern } from './parse-pattern.js';
import type { PatternFault } from './pattern-fault.js';
import type { PatternNode } from './pattern-syntax.js';
import { classSource, regexpSource } from './regexp-source.js';
import { simplifyPattern } from './simplify-pattern.js';
import { expandedSize, matchesInOneWay } from './unique-matching.js';

/** A pattern in forms that generated code can state. */
export interface CompiledPattern {
  readonly ok: true;
  /** Anchored. Only where no text makes a backtracking engine slow or run out of stack. */
  readonly regexp?: { readonly source: string; readonly flags: 'u' };
  /** The argument of `patternMatcher` of the runtime: always linear. */
  readonly automaton: PatternAutomaton;
  /** Repetitions are too many to be counted: the automaton accepts more of them than the pattern. */
  readonly isApproximate: boolean;
}

/** Compiles a regular expression of XML Schema, or says what is wrong with it. */
export function compilePattern(text: string): CompiledPattern | ({ readonly ok: false } & PatternFault) {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const parsed = parsePattern(text);
  if (!parsed.ok) return parsed;
  const node = simplifyPattern(parsed.node);
  const isPlain = isSafeForStack(node) && isSafeForSize(node) && matchesInOneWay(node);
  const isApproximate = !isPlain && expandedSize(node) > MAX_NODES;
  const result: CompiledPattern = {
    ok: true,
    ...(isPlain ? { regexp: { source: `^(?:${regexpSource(node)})$`, flags: 'u' } as const } : {}),
    automaton: automatonOf(expandedSize(node) > MAX_NODES ? withoutLargeCounts(node, MAX_NODES) : node),
    isApproximate,
  };
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(text, result);
  return result;
}

// A pattern compiles to the same result always, so that it may be remembered beyond a schema.
const compiled = new Map<string, CompiledPattern>();
const MAX_COMPILED = 2_000;

/** The largest automaton: characters once all repetitions are written out. */
const MAX_NODES = 50_000;
const MAX_REPETITIONS = 1_000;

/**
 * An engine that backtracks keeps a note for each round of a loop, and runs out of room on a text of megabytes. It does
 * without the notes where the body of the loop is a single character.
 */
function isSafeForStack(node: PatternNode): boolean {
  switch (node.kind) {
    case 'characters':
      return true;
    case 'sequence':
      return node.parts.every(isSafeForStack);
    case 'choice':
      return node.branches.every(isSafeForStack);
    case 'repeat':
      return node.body.kind === 'characters' || (node.max <= MAX_REPETITIONS && isSafeForStack(node.body));
  }
}

/** Engines refuse regular expressions that grow too large when counted loops in counted loops are written out. */
const isSafeForSize = (node: PatternNode): boolean => sizeInEngine(node) <= 2_000;

function sizeInEngine(node: PatternNode): number {
  switch (node.kind) {
    case 'characters':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + sizeInEngine(part), 0);
    case 'choice':
      return node.branches.reduce((sum, branch) => sum + sizeInEngine(branch), 0);
    case 'repeat':
      return node.body.kind === 'characters'
        ? 1
        : sizeInEngine(node.body) * Math.min(node.max, MAX_REPETITIONS);
  }
}

/** Opens upper bounds, and lowers lower ones, until the rest can be written out. Accepts everything it did before. */
function withoutLargeCounts(node: PatternNode, budget: number): PatternNode {
  switch (node.kind) {
    case 'characters':
      return node;
    case 'sequence':
      return {
        kind: 'sequence',
        parts: node.parts.map((part) => withoutLargeCounts(part, budget / node.parts.length)),
      };
    case 'choice':
      return {
        kind: 'choice',
        branches: node.branches.map((branch) => withoutLargeCounts(branch, budget / node.branches.length)),
      };
    case 'repeat': {
      if (expandedSize(node) <= budget) return node;
      const body = withoutLargeCounts(node.body, budget);
      const times = Math.floor(budget / Math.max(1, expandedSize(body)));
      return node.min <= times
        ? { kind: 'repeat', body, min: node.min, max: node.max <= times ? node.max : Infinity }
        : { kind: 'repeat', body, min: Math.max(1, times), max: Infinity };
    }
  }
}

function automatonOf(node: PatternNode): PatternAutomaton {
  const indexes = new Map<string, number>();
  const indexOf = (source: string): number => {
    const index = indexes.get(source) ?? indexes.size;
    indexes.set(source, index);
    return index;
  };
  const treeOf = (part: PatternNode): PatternTree => {
    switch (part.kind) {
      case 'characters':
        return literalOf(part) ?? indexOf(classSource(part.characters));
      case 'sequence': {
        const parts = joinLiterals(part.parts.map(treeOf));
        return parts.length === 1 && parts[0] !== undefined ? parts[0] : { sequence: parts };
      }
      case 'choice':
        return { choice: part.branches.map(treeOf) };
      case 'repeat':
        return {
          repeat: treeOf(part.body),
          min: part.min,
          ...(part.max === Infinity ? {} : { max: part.max }),
        };
    }
  };
  const tree = treeOf(node);
  return { classes: [...indexes.keys()], tree };
}

/** The character of a class that holds only one. */
function literalOf(node: PatternNode): string | undefined {
  if (node.kind !== 'characters') return undefined;
  const { negated, items, minus } = node.characters;
  const [item] = items;
  if (negated || minus !== undefined || items.length !== 1 || item?.kind !== 'range') return undefined;
  return item.from === item.to ? String.fromCodePoint(item.from) : undefined;
}

function joinLiterals(parts: readonly PatternTree[]): readonly PatternTree[] {
  const joined: PatternTree[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (typeof part === 'string' && typeof before === 'string') joined[joined.length - 1] = before + part;
    else joined.push(part);
  }
  return joined;
}
