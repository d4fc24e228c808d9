import type { LayerItem, OrderedLayers } from './order-layers.js';

/** Between neighbours in a layer. */
const GAP = 30;
const SWEEPS = 16;

/** The middle of each item, from the left: near the middle of what it is linked with, in the order of its layer. */
export function placeItems({ items, links, layers }: OrderedLayers): readonly number[] {
  const x = new Array<number>(items.length).fill(0);
  const near = items.map((_, item) =>
    links.flatMap(({ upper, lower }) => (upper === item ? [lower] : lower === item ? [upper] : [])),
  );
  for (const layer of layers)
    placeRow(
      layer.map(() => 0),
      layer,
      items,
      x,
    );
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const order = sweep % 2 === 0 ? layers : [...layers].reverse();
    for (const layer of order) {
      const wanted = layer.map((item) => {
        const others = near[item] ?? [];
        if (others.length === 0) return x[item] ?? 0;
        const weights = others.map((other) => weightOf(items[item], items[other]));
        const total = weights.reduce((sum, one) => sum + one, 0);
        return others.reduce((sum, other, at) => sum + (x[other] ?? 0) * (weights[at] ?? 0), 0) / total;
      });
      placeRow(wanted, layer, items, x);
    }
  }
  const left = Math.min(...items.map(({ width }, item) => (x[item] ?? 0) - width / 2));
  return x.map((one) => Math.round(one - left));
}

/** Long lines are to be straight: their points hold on to one another. */
const weightOf = (...items: readonly (LayerItem | undefined)[]): number =>
  [1, 2, 8][items.filter((item) => item?.box === undefined).length] ?? 1;

/**
 * Places a row so that the squares of the distances to the wanted places are least and nothing overlaps: neighbours that
 * would overlap form a block, which takes the mean of what its members want.
 */
function placeRow(
  wanted: readonly number[],
  row: readonly number[],
  items: OrderedLayers['items'],
  x: number[],
): void {
  interface Block {
    readonly members: { readonly item: number; readonly offset: number }[];
    sum: number;
  }
  const blocks: Block[] = [];
  let offset = 0;
  let before: number | undefined;
  for (const [place, item] of row.entries()) {
    const width = items[item]?.width ?? 0;
    if (before !== undefined) offset += (before + width) / 2 + GAP;
    before = width;
    blocks.push({ members: [{ item, offset }], sum: (wanted[place] ?? 0) - offset });
    for (let last = blocks.at(-1), other = blocks.at(-2); last !== undefined && other !== undefined;) {
      if (middle(other) <= middle(last)) break;
      other.members.push(...last.members);
      other.sum += last.sum;
      blocks.pop();
      [last, other] = [blocks.at(-1), blocks.at(-2)];
    }
  }
  for (const block of blocks) {
    for (const member of block.members) x[member.item] = middle(block) + member.offset;
  }
}

const middle = ({ members, sum }: { readonly members: readonly unknown[]; readonly sum: number }): number =>
  sum / members.length;
