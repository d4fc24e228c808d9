import { type CodePointSet, contains, ofRanges, rangesOf } from '../../../pattern/index.js';
import { type Acceptor, DEAD } from './acceptor.js';

/** What came of a search: texts, shortest first; whether there are no others. */
export interface FoundTexts {
  readonly texts: readonly string[];
  /** No other text is accepted. False where the search was given up, too. */
  readonly isAll: boolean;
  readonly isGivenUp: boolean;
}

/**
 * The shortest texts that an acceptor accepts, one for each of its states, until `isEnough` says so. An empty and complete
 * answer is a proof that it accepts nothing.
 */
export function shortestTexts(
  acceptor: Acceptor,
  isEnough: (text: string) => boolean,
  maxStates: number,
  most = 200,
): FoundTexts {
  const letters = lettersOf(acceptor.classes);
  const known = new Set<number>([acceptor.start]);
  let level: { readonly state: number; readonly text: string }[] = [{ state: acceptor.start, text: '' }];
  const texts: string[] = [];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { state, text } of level) {
      if (acceptor.accepts(state)) {
        texts.push(text);
        if (isEnough(text) || texts.length >= most) return { texts, isAll: false, isGivenUp: false };
      }
      for (const code of letters) {
        const reached = acceptor.step(state, code);
        if (reached === DEAD || known.has(reached)) continue;
        known.add(reached);
        if (known.size > maxStates) return { texts, isAll: false, isGivenUp: true };
        next.push({ state: reached, text: text + String.fromCodePoint(code) });
      }
    }
    level = next;
  }
  return { texts, isAll: true, isGivenUp: false };
}

/** Char (XML 1.0, 2.2). */
const XML_TEXT = ofRanges([
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0xd7ff],
  [0xe000, 0xfffd],
  [0x10000, 0x10ffff],
]);

/** What people like to read, best first. */
const LIKED: readonly CodePointSet[] = [
  ofRanges([[0x61, 0x7a]]),
  ofRanges([[0x41, 0x5a]]),
  ofRanges([[0x30, 0x39]]),
  ofRanges([[0x21, 0x7e]]),
  ofRanges([[0xa1, 0x24f]]),
  ofRanges([[0x20, 0x20]]),
];

/** One character for each group of characters that no set tells apart, those that read best first. */
function lettersOf(sets: readonly CodePointSet[]): readonly number[] {
  const distinct = [...new Map([...sets, ...LIKED].map((set) => [set.join(), set])).values()];
  const edges = new Set<number>(rangesOf(XML_TEXT).map(([from]) => from));
  for (const set of distinct) for (const edge of set) edges.add(edge);
  const groups = new Map<string, number>();
  const sorted = [...edges].sort((a, b) => a - b);
  const cursors = distinct.map(() => 0);
  for (const edge of sorted) {
    const signature = distinct.map((set, at) => {
      let cursor = cursors[at] ?? 0;
      while (cursor < set.length && (set[cursor] ?? 0) <= edge) cursor++;
      cursors[at] = cursor;
      return cursor % 2;
    });
    if (!contains(XML_TEXT, edge)) continue;
    const key = signature.join('');
    if (!groups.has(key)) groups.set(key, edge);
  }
  const rank = (code: number): number => {
    const at = LIKED.findIndex((set) => contains(set, code));
    return at < 0 ? LIKED.length : at;
  };
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || a - b);
}
