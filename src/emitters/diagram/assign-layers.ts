import type { LayoutGraph } from './layout-graph.js';

/** A layer that is wider becomes several. */
const WIDEST_LAYER = 1500;

/** Which layer each box is in, from 0 at the top: every line leads to a lower layer. */
export function assignLayers(graph: LayoutGraph): readonly number[] {
  const ranks = ranksOf(graph);
  const layers = new Map<number, number[]>();
  for (const [box, rank] of ranks.entries()) layers.set(rank, [...(layers.get(rank) ?? []), box]);
  const result = new Array<number>(graph.sizes.length).fill(0);
  let layer = 0;
  for (const rank of [...layers.keys()].sort((a, b) => a - b)) {
    for (const part of inRows(layers.get(rank) ?? [], graph)) {
      for (const box of part) result[box] = layer;
      layer++;
    }
  }
  return result;
}

/** Longest path from above; then boxes at the top come down to what they are connected with, and lonely ones to the end. */
function ranksOf({ edges, sizes }: LayoutGraph): readonly number[] {
  const ranks = new Array<number>(sizes.length).fill(0);
  for (let changed = true; changed;) {
    changed = false;
    for (const { upper, lower } of edges) {
      const least = (ranks[upper] ?? 0) + 1;
      if ((ranks[lower] ?? 0) >= least) continue;
      ranks[lower] = least;
      changed = true;
    }
  }
  const last = Math.max(0, ...ranks);
  return ranks.map((rank, box) => {
    if (edges.some(({ lower }) => lower === box)) return rank;
    const below = edges.filter(({ upper }) => upper === box).map(({ lower }) => ranks[lower] ?? 0);
    return below.length === 0 ? last + (edges.length === 0 ? 0 : 1) : Math.min(...below) - 1;
  });
}

/** Boxes in rows of about the same width. */
function inRows(boxes: readonly number[], { sizes }: LayoutGraph): readonly (readonly number[])[] {
  const widthOf = (box: number): number => (sizes[box]?.width ?? 0) + 30;
  const total = boxes.reduce((sum, box) => sum + widthOf(box), 0);
  const count = Math.max(1, Math.ceil(total / WIDEST_LAYER));
  const rows = Array.from({ length: count }, (): number[] => []);
  let before = 0;
  for (const box of boxes) {
    // A box belongs to the row that its middle falls into.
    const middle = before + widthOf(box) / 2;
    rows[Math.min(count - 1, Math.floor((middle * count) / total))]?.push(box);
    before += widthOf(box);
  }
  return rows;
}
