/** Of positions in a new order, those that had to move: all that are not in a longest run that kept its order. */
export function reordered(positions: readonly number[]): ReadonlySet<number> {
  // tails[length] is the index of the smallest end of an increasing run of that length.
  const tails: number[] = [];
  const previous: number[] = [];
  positions.forEach((position, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[tails[middle] ?? 0] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = at;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return new Set(positions.map((_, at) => at).filter((at) => !kept.has(at)));
}
