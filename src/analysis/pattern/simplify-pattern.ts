import { type ClassItem, EMPTY_WORD, type PatternNode } from './pattern-syntax.js';

/** The same language, with less: nested repetitions joined, nested groups opened, choices of characters made classes. */
export function simplifyPattern(node: PatternNode): PatternNode {
  switch (node.kind) {
    case 'characters':
      return node;
    case 'sequence': {
      const parts = node.parts
        .map(simplifyPattern)
        .flatMap((part) => (part.kind === 'sequence' ? part.parts : part));
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts };
    }
    case 'choice':
      return simplifyChoice(
        node.branches
          .map(simplifyPattern)
          .flatMap((branch) => (branch.kind === 'choice' ? branch.branches : branch)),
      );
    case 'repeat':
      return simplifyRepeat(simplifyPattern(node.body), node.min, node.max);
  }
}

/** Whether the empty word is in the language. */
export function isNullable(node: PatternNode): boolean {
  switch (node.kind) {
    case 'characters':
      return false;
    case 'sequence':
      return node.parts.every(isNullable);
    case 'choice':
      return node.branches.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.body);
  }
}

function simplifyChoice(branches: readonly PatternNode[]): PatternNode {
  const kept: PatternNode[] = [];
  const items: ClassItem[] = [];
  let place = -1;
  for (const branch of branches) {
    if (branch.kind === 'characters' && !branch.characters.negated && branch.characters.minus === undefined) {
      if (place < 0) place = kept.push(branch) - 1;
      items.push(...branch.characters.items);
    } else kept.push(branch);
  }
  if (place >= 0) kept[place] = { kind: 'characters', characters: { negated: false, items } };
  // The empty word is said once, as an option of the rest.
  const words = kept.filter((branch) => branch.kind !== 'sequence' || branch.parts.length > 0);
  const rest: PatternNode =
    words.length === 1 && words[0] !== undefined ? words[0] : { kind: 'choice', branches: words };
  if (words.length === kept.length) return rest;
  return words.length === 0 ? EMPTY_WORD : simplifyRepeat(rest, 0, 1);
}

function simplifyRepeat(body: PatternNode, lower: number, max: number): PatternNode {
  const min = isNullable(body) ? 0 : lower;
  if (max === 0 || (body.kind === 'sequence' && body.parts.length === 0)) return EMPTY_WORD;
  if (min === 1 && max === 1) return body;
  if (body.kind === 'repeat') {
    const { min: a, max: b } = body;
    // Without gaps between what k and what k + 1 repetitions of the body allow, both are one repetition.
    const isGapless = min === max || (min === 0 ? a <= 1 : min * (b - a) >= a - 1);
    if (isGapless) return simplifyRepeat(body.body, min * a, max * b);
    if (min === 0 && max === 1) return { kind: 'repeat', body, min, max };
  }
  if (isNullable(body) && min === 0 && max === 1) return body;
  return { kind: 'repeat', body, min, max };
}
