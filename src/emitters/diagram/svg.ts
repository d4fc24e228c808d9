import type { ClassBox, ClassDiagram } from '../../analysis/information/index.js';
import type { DiagramLayout, PlacedBox, PlacedLine, Point } from './layout-diagram.js';
import { layoutDiagram } from './layout-diagram.js';
import type { LineEnd } from './layout-graph.js';
import { LABEL_SIZE } from './layout-graph.js';
import { boxText, FONT_SIZE, INDENT, LINE_HEIGHT, PADDING } from './measure.js';

/** A class diagram as SVG, with no reference to anything outside of it. */
export function printSvg(diagram: ClassDiagram): string {
  const layout = layoutDiagram(diagram);
  const parts = [
    ...layout.lines.map(lineSvg),
    ...layout.loops.flatMap(loopSvg),
    ...diagram.boxes.map((box, at) => boxSvg(box, layout.boxes[at])),
    ...layout.lines.flatMap(labelsSvg),
  ];
  return `${header(diagram, layout)}\n${parts.filter((part) => part !== '').join('\n')}\n</svg>\n`;
}

const header = ({ title }: ClassDiagram, { width, height }: DiagramLayout): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="${FONT_SIZE}">
<title>${escaped(title)}</title>
<style>
  .box { fill: #fff; stroke: #4a5568; }
  .focus { fill: #fdf6e3; stroke: #b7791f; stroke-width: 1.5; }
  .line { fill: none; stroke: #4a5568; }
  .head { fill: #fff; stroke: #4a5568; }
  .full { fill: #4a5568; stroke: #4a5568; }
  .name { font-weight: bold; }
  .faint { fill: #4a5568; }
  text { fill: #1a202c; }
</style>
<rect width="${width}" height="${height}" fill="#fff"/>`;

function boxSvg(box: ClassBox, place: PlacedBox | undefined): string {
  if (place === undefined) return '';
  const { left, top, width, height } = place;
  const { stereotypes, name, lines } = boxText(box);
  const middle = left + width / 2;
  const headHeight = (stereotypes === '' ? 1 : 2) * LINE_HEIGHT + 2 * PADDING;
  const baseline = (line: number): number => top + PADDING + line * LINE_HEIGHT - 4;
  const head = [
    `<rect class="box${box.isFocus ? ' focus' : ''}" x="${left}" y="${top}" width="${width}" height="${height}" rx="2"/>`,
    stereotypes === ''
      ? ''
      : `<text class="faint" x="${middle}" y="${baseline(1)}" text-anchor="middle" font-size="${FONT_SIZE - 1}">${escaped(stereotypes)}</text>`,
    `<text class="name" x="${middle}" y="${baseline(stereotypes === '' ? 1 : 2)}" text-anchor="middle"${box.abstract ? ' font-style="italic"' : ''}>${escaped(name)}</text>`,
  ];
  const body = lines.map(
    (line, at) =>
      `<text x="${left + INDENT}" y="${top + headHeight + PADDING + (at + 1) * LINE_HEIGHT - 4}">${escaped(line)}</text>`,
  );
  const rule = lines.length === 0 ? '' : `<path class="line" d="M${left} ${top + headHeight}h${width}"/>`;
  return [...head, rule, ...body].filter((part) => part !== '').join('\n');
}

function lineSvg({ points, upperEnd, lowerEnd, dashed }: PlacedLine): string {
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const dash = dashed ? ' stroke-dasharray="5 3"' : '';
  const [first, last] = [points[0], points.at(-1)];
  return [
    `<path class="line" d="${path}"${dash}/>`,
    first === undefined ? '' : headSvg(upperEnd, first, 1),
    last === undefined ? '' : headSvg(lowerEnd, last, -1),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What a line ends with; `way` is 1 where the line leads down from the point, -1 where it leads up. */
function headSvg({ head }: LineEnd, { x, y }: Point, way: 1 | -1): string {
  switch (head) {
    case 'none':
      return '';
    case 'triangle':
      return `<path class="head" d="M${x} ${y}l-6 ${10 * way}h12z"/>`;
    case 'arrow':
      return `<path class="line" d="M${x - 5} ${y + 8 * way}L${x} ${y}L${x + 5} ${y + 8 * way}"/>`;
    case 'shared':
    case 'composite':
      return `<path class="${head === 'shared' ? 'head' : 'full'}" d="M${x} ${y}l-5 ${7 * way}l5 ${7 * way}l5 ${-7 * way}z"/>`;
  }
}

function labelsSvg({ points, upperEnd, lowerEnd }: PlacedLine): readonly string[] {
  const [first, last] = [points[0], points.at(-1)];
  return [
    ...(first === undefined ? [] : labelSvg(upperEnd.label, first.x, first.y + 13, 12)),
    ...(last === undefined ? [] : labelSvg([...lowerEnd.label].reverse(), last.x, last.y - 6, -12)),
  ];
}

/** Lines of a label to the right of a point, the first at its height, the others `step` farther. */
const labelSvg = (lines: readonly string[], x: number, y: number, step: number): readonly string[] =>
  lines.map(
    (line, at) =>
      `<text class="faint" x="${x + 5}" y="${y + at * step}" font-size="${LABEL_SIZE}">${escaped(line)}</text>`,
  );

function loopSvg({ at: { x, y }, ends }: DiagramLayout['loops'][number]): readonly string[] {
  const [first, second] = ends;
  return [
    `<path class="line" d="M${x} ${y}h16v24h-16"/>`,
    ...labelSvg([first.label.join(' ')], x + 16, y + 4, 12),
    ...labelSvg([second.label.join(' ')], x + 16, y + 26, 12),
  ];
}

/** Text of a model as text of XML; characters that XML does not have are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
