/** How much two names look alike, from 0 to 1: the Dice coefficient of their pairs of letters, letter case aside. */
export function nameSimilarity(a: string, b: string): number {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  if (left === right) return 1;
  const pairs = pairsOf(left);
  const total = pairs.length + Math.max(0, right.length - 1);
  if (total === 0) return 0;
  let shared = 0;
  for (const pair of pairsOf(right)) {
    const at = pairs.indexOf(pair);
    if (at < 0) continue;
    shared++;
    pairs.splice(at, 1);
  }
  return (2 * shared) / total;
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** How much two sets have in common, from 0 to 1: the Jaccard index; two empty sets say nothing, so 0. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of small) if (large.has(one)) shared++;
  const total = a.size + b.size - shared;
  return total === 0 ? 0 : shared / total;
}
