import type { ClassDiagram } from '../../analysis/information/index.js';
import { assignLayers } from './assign-layers.js';
import type { LayoutEdge, LayoutGraph, LayoutLoop, LineEnd } from './layout-graph.js';
import { labelWidth, layoutGraph, PLAIN_END } from './layout-graph.js';
import type { LayerLink, OrderedLayers } from './order-layers.js';
import { orderLayers } from './order-layers.js';
import { placeItems } from './place-items.js';

/** A box in its place. */
export interface PlacedBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line in its place: straight pieces from the box above to the box below. */
export interface PlacedLine {
  readonly points: readonly Point[];
  readonly upperEnd: LineEnd;
  readonly lowerEnd: LineEnd;
  readonly dashed: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A diagram with places for all that is in it. */
export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  /** In the order of the boxes of the diagram. */
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly PlacedLine[];
  readonly loops: readonly (LayoutLoop & { readonly at: Point })[];
}

const MARGIN = 24;
/** Room for a label between a box and the tracks. */
const LABEL_ROOM = 36;
const TRACK = 9;
/** Less than half of what is between two items. */
const CLOSE = 14;

/** Works out where everything stands: boxes in layers, lines in right angles between them. The same input gives the same places. */
export function layoutDiagram(diagram: ClassDiagram): DiagramLayout {
  const graph = layoutGraph(diagram);
  const ordered = orderLayers(graph, assignLayers(graph));
  const middles = placeItems(ordered);
  const ports = portsOf(graph, ordered, middles);
  const channels = ordered.layers.map((layer) => channelBelow(layer, graph, ordered.links, ports));

  const tops: number[] = [];
  let y = MARGIN;
  const heightOf = (item: number): number => {
    const box = ordered.items[item]?.box;
    return box === undefined ? 0 : (graph.sizes[box]?.height ?? 0);
  };
  for (const [at, layer] of ordered.layers.entries()) {
    tops.push(y);
    const tallest = Math.max(0, ...layer.map(heightOf));
    y += tallest + (at === ordered.layers.length - 1 ? 0 : channelHeight(channels[at]));
  }
  const boxes = graph.sizes.map(({ width, height }, box): PlacedBox => ({
    left: (middles[box] ?? 0) - width / 2 + MARGIN,
    top: tops[ordered.items[box]?.layer ?? 0] ?? 0,
    width,
    height,
  }));
  const tallestIn = (layer: number): number => Math.max(0, ...(ordered.layers[layer] ?? []).map(heightOf));
  const lines = graph.edges.map((edge, number): PlacedLine => {
    const chain = ordered.chains[number] ?? [];
    // What runs together with another line is drawn with that one.
    const own = chain.filter((link) => link.edge === number);
    const isWhole = own.length === chain.length;
    const points = own.flatMap((link) => {
      const layer = ordered.items[link.upper]?.layer ?? 0;
      const channel = channels[layer];
      const from = ports.upper.get(link) ?? 0;
      const to = ports.lower.get(link) ?? 0;
      const top = tops[layer] ?? 0;
      const start = top + heightOf(link.upper);
      const end = tops[layer + 1] ?? 0;
      const track =
        top + tallestIn(layer) + (channel?.labelAbove ?? 0) + (channel?.tracks.get(link) ?? 0) * TRACK;
      const points =
        from === to
          ? [
              { x: from, y: start },
              { x: to, y: end },
            ]
          : [
              { x: from, y: start },
              { x: from, y: track },
              { x: to, y: track },
              { x: to, y: end },
            ];
      return points.map((point) => ({ x: point.x + MARGIN, y: point.y }));
    });
    return {
      points: straightened(points),
      upperEnd: isWhole ? edge.upperEnd : PLAIN_END,
      lowerEnd: edge.lowerEnd,
      dashed: edge.dashed,
    };
  });
  const loops = graph.loops.map((loop) => {
    const box = boxes[loop.box];
    return { ...loop, at: { x: (box?.left ?? 0) + (box?.width ?? 0), y: (box?.top ?? 0) + 12 } };
  });
  const right = Math.max(
    0,
    ...boxes.map(({ left, width }) => left + width),
    ...lines.flatMap(({ points }) => points.map(({ x }) => x)),
    ...lines.flatMap(({ points, upperEnd, lowerEnd }) => [
      (points[0]?.x ?? 0) + labelWidth(upperEnd),
      (points.at(-1)?.x ?? 0) + labelWidth(lowerEnd),
    ]),
    ...loops.map(({ at, ends }) => at.x + 24 + Math.max(...ends.map(labelWidth))),
  );
  return { width: Math.ceil(right + MARGIN), height: Math.ceil(y + MARGIN), boxes, lines, loops };
}

interface Ports {
  /** Where a link leaves the item above, and meets the item below. */
  readonly upper: ReadonlyMap<LayerLink, number>;
  readonly lower: ReadonlyMap<LayerLink, number>;
}

/** Points at the sides of boxes, in the order of what is at the other ends, far enough apart for the labels. */
function portsOf(graph: LayoutGraph, { items, links }: OrderedLayers, middles: readonly number[]): Ports {
  const upper = new Map<LayerLink, number>();
  const lower = new Map<LayerLink, number>();
  for (const [item, { box }] of items.entries()) {
    const middle = middles[item] ?? 0;
    const below = links.filter((link) => link.upper === item);
    const above = links.filter((link) => link.lower === item);
    if (box === undefined) {
      for (const link of below) upper.set(link, middle);
      for (const link of above) lower.set(link, middle);
      continue;
    }
    const by = (side: 'upper' | 'lower') => (a: LayerLink, b: LayerLink) =>
      (middles[a[side]] ?? 0) - (middles[b[side]] ?? 0) || a.edge - b.edge;
    const edgeOf = (link: LayerLink): LayoutEdge | undefined => graph.edges[link.edge];
    const specials = below.filter((link) => edgeOf(link)?.isGeneralization === true);
    const others = below.filter((link) => !specials.includes(link)).sort(by('lower'));
    const width = graph.sizes[box]?.width ?? 0;
    // Special classes share one point, at the side where most of them are.
    const [first] = specials;
    const mean =
      specials.reduce((sum, { lower: at }) => sum + (middles[at] ?? 0), 0) / Math.max(1, specials.length);
    const position = others.filter(({ lower: at }) => (middles[at] ?? 0) < mean).length;
    const slots =
      first === undefined ? others : [...others.slice(0, position), first, ...others.slice(position)];
    const bottom = spread(
      slots.map((link) => slotWidth(edgeOf(link), 'upperEnd')),
      middle,
      width,
    );
    for (const [at, link] of slots.entries()) {
      for (const one of link === first ? specials : [link]) upper.set(one, bottom[at] ?? middle);
    }
    const top = [...above].sort(by('upper'));
    const places = spread(
      top.map((link) => slotWidth(edgeOf(link), 'lowerEnd')),
      middle,
      width,
    );
    for (const [at, link] of top.entries()) lower.set(link, places[at] ?? middle);
  }
  straighten({ upper, lower }, items, links);
  return { upper, lower };
}

/** A point of a line that is nearly below or above the next turn goes there: a step of a few pixels is no use. */
function straighten(
  ports: { readonly upper: Map<LayerLink, number>; readonly lower: Map<LayerLink, number> },
  items: OrderedLayers['items'],
  links: readonly LayerLink[],
): void {
  for (const [item, { box }] of items.entries()) {
    if (box !== undefined) continue;
    const above = links.find((link) => link.lower === item);
    const below = links.filter((link) => link.upper === item);
    const [first] = below;
    if (above === undefined || first === undefined) continue;
    const x = ports.upper.get(first) ?? 0;
    const turns = [ports.upper.get(above), ...below.map((link) => ports.lower.get(link))];
    const near = turns.find((one) => one !== undefined && Math.abs(one - x) < CLOSE);
    if (near === undefined) continue;
    ports.lower.set(above, near);
    for (const link of below) ports.upper.set(link, near);
  }
}

const slotWidth = (edge: LayoutEdge | undefined, end: 'upperEnd' | 'lowerEnd'): number =>
  edge === undefined ? 0 : labelWidth(edge[end]);

/** One point a slot; a label stands to the right of its point. Room that is left is shared. */
function spread(slots: readonly number[], middle: number, width: number): readonly number[] {
  const needed = slots.reduce((sum, slot) => sum + slot, 0);
  const share = Math.max(0, width - needed) / (slots.length + 1);
  let x = middle - width / 2 + share;
  return slots.map((slot) => {
    // Without a label the line is in the middle of its slot.
    const point = Math.round(slot <= 24 ? x + slot / 2 : x + 6);
    x += slot + share;
    return point;
  });
}

interface Channel {
  readonly tracks: ReadonlyMap<LayerLink, number>;
  readonly count: number;
  readonly labelAbove: number;
  readonly labelBelow: number;
}

const channelHeight = (channel: Channel | undefined): number =>
  channel === undefined ? 0 : channel.labelAbove + channel.count * TRACK + channel.labelBelow;

/** Gives each link that goes sideways a height of its own where it would meet another. */
function channelBelow(
  layer: readonly number[],
  graph: LayoutGraph,
  links: readonly LayerLink[],
  ports: Ports,
): Channel {
  const here = links.filter(({ upper }) => layer.includes(upper));
  const spans = new Map<string, { left: number; right: number; readonly members: LayerLink[] }>();
  for (const link of here) {
    const [from, to] = [ports.upper.get(link) ?? 0, ports.lower.get(link) ?? 0];
    if (from === to) continue;
    const isShared = graph.edges[link.edge]?.isGeneralization === true;
    const key = isShared ? `${link.upper}` : `${link.upper} ${link.edge}`;
    const span = spans.get(key) ?? { left: Infinity, right: -Infinity, members: [] };
    span.left = Math.min(span.left, from, to);
    span.right = Math.max(span.right, from, to);
    span.members.push(link);
    spans.set(key, span);
  }
  const tracks = new Map<LayerLink, number>();
  const ends: number[] = [];
  for (const span of [...spans.values()].sort((a, b) => a.left - b.left || a.right - b.right)) {
    const free = ends.findIndex((end) => end + 6 < span.left);
    const track = free < 0 ? ends.length : free;
    ends[track] = span.right;
    for (const link of span.members) tracks.set(link, track);
  }
  return { tracks, count: ends.length, labelAbove: LABEL_ROOM, labelBelow: LABEL_ROOM };
}

/** Without points in the middle of a straight piece. */
const straightened = (points: readonly Point[]): readonly Point[] =>
  points.filter(({ x, y }, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before === undefined || after === undefined) return true;
    return !(before.x === x && x === after.x) && !(before.y === y && y === after.y);
  });
