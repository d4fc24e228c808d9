/**
 * A set of code points: where it begins and where it ends, in turn, ascending; ends are excluded. `[97, 123]` is a to z.
 */
export type CodePointSet = readonly number[];

export const NO_CODE_POINTS: CodePointSet = [];
/** One past the last code point. */
export const CODE_POINT_END = 0x110000;
export const ALL_CODE_POINTS: CodePointSet = [0, CODE_POINT_END];

/** The set of all code points of the given ranges, both ends included, in any order. */
export function ofRanges(ranges: readonly (readonly [from: number, to: number])[]): CodePointSet {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const set: number[] = [];
  let end = -1;
  for (const [from, to] of sorted) {
    if (from > end) {
      if (end >= 0) set.push(end);
      set.push(from);
    }
    end = Math.max(end, to + 1);
  }
  if (end >= 0) set.push(end);
  return set;
}

/** Everything that is not in the set. */
export function complement(set: CodePointSet): CodePointSet {
  const inside = set[0] === 0 ? set.slice(1) : [0, ...set];
  return inside.at(-1) === CODE_POINT_END ? inside.slice(0, -1) : [...inside, CODE_POINT_END];
}

export const union = (a: CodePointSet, b: CodePointSet): CodePointSet => combine(a, b, (x, y) => x || y);
/** The union of many sets, in time that grows with them together. */
export const unionOf = (sets: readonly CodePointSet[]): CodePointSet => ofRanges(sets.flatMap(rangesOf));

/** Whether no code point is in two of the sets. */
export function arePairwiseDisjoint(sets: readonly CodePointSet[]): boolean {
  const ranges = sets.flatMap(rangesOf).sort(([a], [b]) => a - b);
  return ranges.every(([from], index) => from > (ranges[index - 1]?.[1] ?? -1));
}

/** The ranges of a set, both ends included. */
export const rangesOf = (set: CodePointSet): readonly (readonly [from: number, to: number])[] => {
  const ranges: (readonly [number, number])[] = [];
  for (let at = 0; at < set.length; at += 2) ranges.push([set[at] ?? 0, (set[at + 1] ?? 0) - 1]);
  return ranges;
};

export const intersection = (a: CodePointSet, b: CodePointSet): CodePointSet =>
  combine(a, b, (x, y) => x && y);
export const difference = (a: CodePointSet, b: CodePointSet): CodePointSet =>
  combine(a, b, (x, y) => x && !y);

/** Whether two sets have nothing in common. */
export function areDisjoint(a: CodePointSet, b: CodePointSet): boolean {
  let at = 0;
  let other = 0;
  while (at < a.length && other < b.length) {
    if ((a[at + 1] ?? 0) <= (b[other] ?? 0)) at += 2;
    else if ((b[other + 1] ?? 0) <= (a[at] ?? 0)) other += 2;
    else return false;
  }
  return true;
}

export function contains(set: CodePointSet, code: number): boolean {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

function combine(
  a: CodePointSet,
  b: CodePointSet,
  holds: (inA: boolean, inB: boolean) => boolean,
): CodePointSet {
  const set: number[] = [];
  let at = 0;
  let other = 0;
  while (at < a.length || other < b.length) {
    const edge = Math.min(a[at] ?? CODE_POINT_END, b[other] ?? CODE_POINT_END);
    if (a[at] === edge) at++;
    if (b[other] === edge) other++;
    const isInside = holds(at % 2 === 1, other % 2 === 1);
    if (isInside !== (set.length % 2 === 1)) set.push(edge);
  }
  return set;
}
