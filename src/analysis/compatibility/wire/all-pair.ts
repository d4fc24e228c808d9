import type { ContentAutomaton, Position } from '../../content-model/automaton.js';
import { type Configuration, enterAt } from '../../content-model/content-walk.js';
import { type ContentPair, reportEnd, reportRefusal } from './content-difference.js';
import { meet } from './content-pair.js';
import { readAt } from './content-symbol.js';
import { joined, leastElement } from './content-words.js';
import { witnessAt } from './site.js';
import type { WitnessElement } from './witness.js';

/** Whether the content is one xs:all group. */
export const isAll = ({ nodes }: ContentAutomaton): boolean => nodes[0]?.kind === 'all';

/** Compares two xs:all groups: as sets of elements, since their order is free. */
export function compareAll(pair: ContentPair): void {
  const { c, left, right, alphabet, site } = pair;
  const required = left.positions.filter(({ particle }) => particle.minOccurs > 0);
  const message = (elements: readonly WitnessElement[], isEnd = false): WitnessElement =>
    witnessAt(site, {
      content: { kind: 'elements', elements: joined(elements) },
      ...(isEnd ? { mark: { kind: 'end' } } : {}),
    });
  const around =
    (position: Position) =>
    (element: WitnessElement): WitnessElement =>
      message([
        element,
        ...required.filter((other) => other !== position).map((other) => leastElement(c, other)),
      ]);
  for (const position of left.positions) {
    for (const symbol of alphabet.symbolsOf(position)) {
      const other = right.positions.find((candidate) => readAt(c, candidate, symbol) !== undefined);
      const read = other && readAt(c, other, symbol);
      if (other === undefined || read === undefined)
        reportRefusal(pair, enterAt(left, undefined, position), symbol, [], (mark) =>
          around(position)({ ...symbol.example, mark }),
        );
      else meet(pair, position, other, symbol, read, around(position));
    }
  }
  if (left.isEmptiable && !right.isEmptiable) reportEnd(pair, [undefined], () => message([], true));
  const named = (position: Position, other: Position): boolean =>
    alphabet.symbolsOf(position).some((symbol) => readAt(c, other, symbol) !== undefined);
  for (const lacking of right.positions.filter(({ particle }) => particle.minOccurs > 0)) {
    const own = left.positions.find((position) => named(position, lacking));
    if (own !== undefined && required.includes(own)) continue;
    // The group may be left out as a whole: then something else has to be there.
    const others =
      required.length > 0 ? required : left.positions.filter((position) => position !== own).slice(0, 1);
    if (others.length === 0) continue;
    const after = others.reduce<Configuration | undefined>(
      (before, position) => placeOfAll(pair, position, before),
      undefined,
    );
    const elements = others.map((position) => leastElement(c, position));
    reportEnd(pair, [after], () => message(elements, true));
  }
}

/** Where the second group is after the counterpart of an element of the first one. */
function placeOfAll(
  { right, alphabet, c }: ContentPair,
  position: Position,
  before: Configuration | undefined,
): Configuration | undefined {
  const other = right.positions.find((candidate) =>
    alphabet.symbolsOf(position).some((symbol) => readAt(c, candidate, symbol) !== undefined),
  );
  if (other === undefined) return before;
  const counts = new Map([
    [0, 1],
    [other.node, 1],
  ]);
  return { position: other, counts, seen: new Set([...(before?.seen ?? []), other.node]) };
}
