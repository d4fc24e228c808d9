/** Which things of two lists are the same thing. */
export interface Pairing<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** How things are told to be the same. */
export interface PairingWays<T> {
  /** Keys that identify, surest first: what has an equal key at the same level is the same thing. */
  readonly keys: readonly {
    readonly before: (one: T) => string | undefined;
    readonly after: (one: T) => string | undefined;
  }[];
  /** For what is left: how much alike two things are; 0 where they cannot be the same. Best first, above `threshold`. */
  readonly likeness?: (before: T, after: T) => number;
  readonly threshold?: number;
  /** By how much the best must be better than the next best: else nobody can say which one is meant. */
  readonly margin?: number;
}

/** Pairs what is the same in two lists: by key, then by likeness. Nothing is in two pairs; ties go to the earlier. */
export function pairUp<T>(before: readonly T[], after: readonly T[], ways: PairingWays<T>): Pairing<T> {
  const pairs: [T, T][] = [];
  let left = [...before];
  let right = [...after];
  const settle = (found: readonly (readonly [T, T])[]): void => {
    const done = new Set(found.flat());
    for (const [a, b] of found) pairs.push([a, b]);
    left = left.filter((one) => !done.has(one));
    right = right.filter((one) => !done.has(one));
  };
  for (const { before: keyBefore, after: keyAfter } of ways.keys)
    settle(byKey(left, right, keyBefore, keyAfter));
  if (ways.likeness !== undefined) settle(byLikeness(left, right, ways.likeness, ways));
  return { pairs, removed: left, added: right };
}

/** The first with a key goes with the first that has the same key, the second with the second. */
function byKey<T>(
  left: readonly T[],
  right: readonly T[],
  keyBefore: (one: T) => string | undefined,
  keyAfter: (one: T) => string | undefined,
): readonly (readonly [T, T])[] {
  const waiting = new Map<string, T[]>();
  for (const one of right) {
    const key = keyAfter(one);
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), one]);
  }
  return left.flatMap((one): readonly (readonly [T, T])[] => {
    const key = keyBefore(one);
    const other = key === undefined ? undefined : waiting.get(key)?.shift();
    return other === undefined ? [] : [[one, other]];
  });
}

/** Beyond this many comparisons nobody would believe in renames: then nearly everything is new. */
const MOST_COMPARISONS = 4_000_000;

function byLikeness<T>(
  left: readonly T[],
  right: readonly T[],
  likeness: (before: T, after: T) => number,
  { threshold = 0, margin = 0 }: Pick<PairingWays<T>, 'threshold' | 'margin'>,
): readonly (readonly [T, T])[] {
  if (left.length * right.length > MOST_COMPARISONS) return [];
  const scored = left.flatMap((a, row) =>
    right.flatMap((b, column) => {
      const score = likeness(a, b);
      return score > threshold ? [{ a, b, score, row, column }] : [];
    }),
  );
  scored.sort((x, y) => y.score - x.score || x.row - y.row || x.column - y.column);
  const taken = new Set<T>();
  return scored.flatMap(({ a, b, score }): readonly (readonly [T, T])[] => {
    if (taken.has(a) || taken.has(b)) return [];
    const isRival = (other: (typeof scored)[number]): boolean =>
      (other.a === a) !== (other.b === b) &&
      !taken.has(other.a === a ? other.b : other.a) &&
      score - other.score < margin;
    if (margin > 0 && scored.some(isRival)) return [];
    taken.add(a);
    taken.add(b);
    return [[a, b]];
  });
}
