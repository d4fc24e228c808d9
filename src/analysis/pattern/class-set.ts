import {
  type CodePointSet,
  complement,
  difference,
  NO_CODE_POINTS,
  ofRanges,
  union,
} from './code-point-set.js';
import type { CharacterClass } from './pattern-syntax.js';
import { categorySet } from './unicode-category.js';

/** The code points that a character class stands for. */
export function classSet(characters: CharacterClass): CodePointSet {
  let set: CodePointSet = NO_CODE_POINTS;
  const ranges: (readonly [number, number])[] = [];
  for (const item of characters.items) {
    if (item.kind === 'range') ranges.push([item.from, item.to]);
    else set = union(set, item.negated ? complement(categorySet(item.name)) : categorySet(item.name));
  }
  set = union(set, ofRanges(ranges));
  if (characters.negated) set = complement(set);
  return characters.minus === undefined ? set : difference(set, classSet(characters.minus));
}
