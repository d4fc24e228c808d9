import type { ContentAutomaton, Position } from '../../content-model/automaton.js';
import { enterAt } from '../../content-model/content-walk.js';
import { type ContentPair, reportMissing, reportRefusal } from './content-difference.js';
import { meet, through } from './content-pair.js';
import { readAt } from './content-symbol.js';
import { leastWord } from './content-words.js';
import { witnessAt } from './site.js';
import type { WitnessElement } from './witness.js';

/**
 * Goes on where the order of elements was lost: each element is compared with its namesake wherever that stands. What one of
 * the two models does not know at all is reported.
 */
export function compareUnordered(pair: ContentPair): void {
  const { c, a, left, right, alphabet, site } = pair;
  const met = new Set<Position>();
  for (const position of left.positions) {
    const around = (element: WitnessElement): WitnessElement => through(pair, position, element);
    for (const symbol of alphabet.symbolsOf(position)) {
      const readers = right.positions.filter((other) => readAt(c, other, symbol) !== undefined);
      readers.forEach((reader) => met.add(reader));
      const [reader] = readers;
      const read = reader && readAt(c, reader, symbol);
      if (reader !== undefined && read !== undefined) meet(pair, position, reader, symbol, read, around);
      else
        reportRefusal(pair, enterAt(left, undefined, position), symbol, [], (mark) =>
          around({ ...symbol.example, mark }),
        );
    }
  }
  for (const position of right.positions) {
    if (met.has(position) || !isAlwaysThere(right, position)) continue;
    const elements = leastWord(c, a, { isEmptyAllowed: true });
    if (elements !== undefined)
      reportMissing(pair, position, undefined, () =>
        witnessAt(site, { content: { kind: 'elements', elements }, mark: { kind: 'end' } }),
      );
  }
}

/** Whether no content is without the position. */
function isAlwaysThere({ nodes }: ContentAutomaton, { node: index }: Position): boolean {
  for (let node = nodes[index]; node !== undefined;) {
    const parent = node.parent === undefined ? undefined : nodes[node.parent];
    if (node.min === 0 || parent?.kind === 'choice') return false;
    node = parent;
  }
  return true;
}
