import type { LayoutGraph } from './layout-graph.js';

/** A place in a layer: a box, or a point that a long line goes through. */
export interface LayerItem {
  readonly layer: number;
  /** Undefined for a point of a line. */
  readonly box: number | undefined;
  readonly width: number;
  /** Whether lines to special classes run together here. */
  readonly isTrunk: boolean;
}

/** A piece of a line, or of several that run together, from a layer to the next. */
export interface LayerLink {
  /** The line, or the first of them. */
  readonly edge: number;
  readonly upper: number;
  readonly lower: number;
}

/** Layers from the top, the items of each from the left. */
export interface OrderedLayers {
  readonly items: readonly LayerItem[];
  readonly links: readonly LayerLink[];
  /** The pieces of each line, from above. */
  readonly chains: readonly (readonly LayerLink[])[];
  readonly layers: readonly (readonly number[])[];
}

const POINT_WIDTH = 10;
const SWEEPS = 24;

/**
 * Puts the items of each layer in an order with few crossings: by the mean place of what they are linked with, up and down.
 * Lines to the special classes of one class run together as far as they go the same way.
 */
export function orderLayers(graph: LayoutGraph, layerOf: readonly number[]): OrderedLayers {
  const items: LayerItem[] = graph.sizes.map(({ width }, box) => ({
    layer: layerOf[box] ?? 0,
    box,
    width,
    isTrunk: false,
  }));
  const links: LayerLink[] = [];
  const trunks = new Map<string, LayerLink>();
  const chains = graph.edges.map(({ upper, lower, isGeneralization }, edge) => {
    const chain: LayerLink[] = [];
    const add = (link: LayerLink): number => {
      links.push(link);
      chain.push(link);
      return link.lower;
    };
    let from = upper;
    for (let layer = (layerOf[upper] ?? 0) + 1; layer < (layerOf[lower] ?? 0); layer++) {
      const key = isGeneralization ? `${upper} ${layer}` : `${upper} ${layer} ${edge}`;
      const trunk = trunks.get(key);
      if (trunk === undefined) {
        const point =
          items.push({ layer, box: undefined, width: POINT_WIDTH, isTrunk: isGeneralization }) - 1;
        from = add({ edge, upper: from, lower: point });
        trunks.set(key, chain.at(-1) ?? { edge, upper: from, lower: point });
      } else {
        chain.push(trunk);
        from = trunk.lower;
      }
    }
    add({ edge, upper: from, lower });
    return chain;
  });
  const count = Math.max(0, ...items.map(({ layer }) => layer + 1));
  let layers: readonly (readonly number[])[] = Array.from({ length: count }, (_, at) =>
    around(
      items.flatMap(({ layer }, item) => (layer === at ? [item] : [])),
      items,
    ),
  );
  let best = layers;
  let fewest = crossings(layers, links);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    layers = swept(layers, links, sweep % 2 === 0 ? 'down' : 'up');
    const now = crossings(layers, links);
    if (now < fewest) [best, fewest] = [layers, now];
  }
  return { items, links, chains, layers: best };
}

/** Lines pass a layer on both sides of its boxes, as many here as there; trunks go through the middle. */
function around(layer: readonly number[], items: readonly LayerItem[]): readonly number[] {
  const boxes = layer.filter((item) => items[item]?.box !== undefined);
  const trunks = layer.filter((item) => items[item]?.isTrunk === true);
  const points = layer.filter((item) => !boxes.includes(item) && !trunks.includes(item));
  return [...firstHalf(points), ...firstHalf(boxes), ...trunks, ...secondHalf(boxes), ...secondHalf(points)];
}

const firstHalf = <T>(all: readonly T[]): readonly T[] => all.slice(0, Math.ceil(all.length / 2));
const secondHalf = <T>(all: readonly T[]): readonly T[] => all.slice(Math.ceil(all.length / 2));

function swept(
  layers: readonly (readonly number[])[],
  links: readonly LayerLink[],
  way: 'down' | 'up',
): readonly (readonly number[])[] {
  const result = layers.map((layer) => [...layer]);
  const order = way === 'down' ? result.keys() : [...result.keys()].reverse();
  const places = placesIn(result);
  for (const at of order) {
    const layer = result[at] ?? [];
    const means = new Map(
      layer.map((item, place) => {
        const near = links.flatMap(({ upper, lower }) => {
          if (way === 'down') return lower === item ? [places.get(upper) ?? 0] : [];
          return upper === item ? [places.get(lower) ?? 0] : [];
        });
        return [item, near.length === 0 ? place : near.reduce((sum, one) => sum + one, 0) / near.length];
      }),
    );
    layer.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0) || a - b);
    for (const [place, item] of layer.entries()) places.set(item, place);
  }
  return result;
}

const placesIn = (layers: readonly (readonly number[])[]): Map<number, number> =>
  new Map(layers.flatMap((layer) => layer.map((item, place) => [item, place] as const)));

function crossings(layers: readonly (readonly number[])[], links: readonly LayerLink[]): number {
  const places = placesIn(layers);
  let count = 0;
  for (const layer of layers) {
    const inLayer = new Set(layer);
    const pairs = links
      .filter(({ upper }) => inLayer.has(upper))
      .map(({ upper, lower }) => [places.get(upper) ?? 0, places.get(lower) ?? 0] as const);
    for (const [at, [upper, lower]] of pairs.entries()) {
      for (const [otherUpper, otherLower] of pairs.slice(at + 1)) {
        if ((upper - otherUpper) * (lower - otherLower) < 0) count++;
      }
    }
  }
  return count;
}
