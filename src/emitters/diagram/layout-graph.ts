import type { ClassDiagram, DiagramEdge, DiagramEnd } from '../../analysis/information/index.js';
import type { ElementId } from '../../model/information/index.js';
import { boxSize, textWidth } from './measure.js';

/** What stands where a line meets a box. */
export interface LineEnd {
  /** Role and multiplicity, the role first. */
  readonly label: readonly string[];
  readonly head: 'none' | 'triangle' | 'arrow' | 'shared' | 'composite';
}

/** A line that goes from a box above to a box below. */
export interface LayoutEdge {
  readonly upper: number;
  readonly lower: number;
  readonly upperEnd: LineEnd;
  readonly lowerEnd: LineEnd;
  readonly dashed: boolean;
  /** Lines of one group leave the box above at one point: the special classes of a class. */
  readonly isGeneralization: boolean;
}

/** A line from a box to itself. */
export interface LayoutLoop {
  readonly box: number;
  readonly ends: readonly [LineEnd, LineEnd];
}

/** Boxes by number, with lines between them that all lead downwards. */
export interface LayoutGraph {
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  readonly edges: readonly LayoutEdge[];
  readonly loops: readonly LayoutLoop[];
}

export const LABEL_SIZE = 11;

/** Room that a label takes to the right of its line. */
export const labelWidth = ({ label }: LineEnd): number =>
  label.length === 0 ? 18 : 12 + Math.max(...label.map((line) => textWidth(line, LABEL_SIZE)));

/** Decides for each line which of its boxes stands above: the general class, the whole, the one of many, the owner. */
export function layoutGraph(diagram: ClassDiagram): LayoutGraph {
  const numbers = new Map(diagram.boxes.map(({ id }, at) => [id, at]));
  const directed: LayoutEdge[] = [];
  const loops: LayoutLoop[] = [];
  for (const edge of diagram.edges) {
    const drawn = drawnEdge(edge, (id) => numbers.get(id) ?? 0);
    if (drawn.upper === drawn.lower) loops.push({ box: drawn.upper, ends: [drawn.upperEnd, drawn.lowerEnd] });
    else directed.push(drawn);
  }
  const edges = withoutCycles(directed, diagram.boxes.length);
  return { edges, loops, sizes: widened(diagram, edges) };
}

/** Nothing. */
export const PLAIN_END: LineEnd = { label: [], head: 'none' };

function drawnEdge(edge: DiagramEdge, number: (id: ElementId) => number): LayoutEdge {
  switch (edge.kind) {
    case 'generalization':
      return {
        upper: number(edge.general),
        lower: number(edge.special),
        upperEnd: { label: [], head: 'triangle' },
        lowerEnd: PLAIN_END,
        dashed: false,
        isGeneralization: true,
      };
    case 'attribute':
      return {
        upper: number(edge.owner),
        lower: number(edge.type),
        upperEnd: { label: [edge.name], head: 'none' },
        lowerEnd: { label: [], head: 'arrow' },
        dashed: true,
        isGeneralization: false,
      };
    case 'association': {
      const [source, target] = edge.ends;
      const [upper, lower] = isAbove(target, source) ? [target, source] : [source, target];
      return {
        upper: number(upper.class),
        lower: number(lower.class),
        upperEnd: lineEnd(upper),
        lowerEnd: lineEnd(lower),
        dashed: false,
        isGeneralization: false,
      };
    }
  }
}

const lineEnd = ({ role, multiplicity, aggregation }: DiagramEnd): LineEnd => ({
  label: [role, multiplicity].filter((line) => line !== ''),
  head: aggregation,
});

/** The whole stands above its parts, one above many. */
const isAbove = (one: DiagramEnd, other: DiagramEnd): boolean => weight(one) > weight(other);

const weight = ({ aggregation, multiplicity }: DiagramEnd): number =>
  (aggregation === 'none' ? 0 : 2) + (/(?:^|\.)1$/u.test(multiplicity) ? 1 : 0);

/** Turns lines that lead back up, found by a walk that begins at the first box. */
function withoutCycles(edges: readonly LayoutEdge[], count: number): readonly LayoutEdge[] {
  const below = Array.from({ length: count }, (): LayoutEdge[] => []);
  for (const edge of edges) below[edge.upper]?.push(edge);
  const state = new Array<'new' | 'open' | 'done'>(count).fill('new');
  const turned = new Set<LayoutEdge>();
  const visit = (box: number): void => {
    state[box] = 'open';
    for (const edge of below[box] ?? []) {
      if (state[edge.lower] === 'open') turned.add(edge);
      else if (state[edge.lower] === 'new') visit(edge.lower);
    }
    state[box] = 'done';
  };
  for (let box = 0; box < count; box++) if (state[box] === 'new') visit(box);
  return edges.map((edge) => (turned.has(edge) ? upsideDown(edge) : edge));
}

const upsideDown = (edge: LayoutEdge): LayoutEdge => ({
  ...edge,
  upper: edge.lower,
  lower: edge.upper,
  upperEnd: edge.lowerEnd,
  lowerEnd: edge.upperEnd,
  isGeneralization: false,
});

/** Boxes wide enough for the labels of the lines that meet them. */
function widened(diagram: ClassDiagram, edges: readonly LayoutEdge[]): LayoutGraph['sizes'] {
  return diagram.boxes.map((box, at) => {
    const size = boxSize(box);
    const below = edges.filter(({ upper, isGeneralization }) => upper === at && !isGeneralization);
    const above = edges.filter(({ lower }) => lower === at);
    const hasSpecials = edges.some(({ upper, isGeneralization }) => upper === at && isGeneralization);
    const needed = Math.max(
      sum(below.map(({ upperEnd }) => labelWidth(upperEnd))) + (hasSpecials ? 24 : 0),
      sum(above.map(({ lowerEnd }) => labelWidth(lowerEnd))),
    );
    return { width: Math.max(size.width, needed + 8), height: size.height };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
