import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { indexModel, neighbourhoodDiagram, packageDiagram } from '../../../src/analysis/information/index.js';
import type { ClassDiagram, DiagramEdge } from '../../../src/analysis/information/index.js';
import { printMermaid, printSvg } from '../../../src/emitters/diagram/index.js';
import { layoutDiagram } from '../../../src/emitters/diagram/layout-diagram.js';
import { elementId } from '../../../src/model/information/index.js';
import { run } from '../cli/command-run.js';
import { OWN_MODEL, readOwnModel } from '../../support/own-model.js';

const index = indexModel(await readOwnModel(OWN_MODEL.xmi));
const OPTIONS = { depth: 1, limit: 60, attributes: true };

function around(name: string, options: Partial<typeof OPTIONS> = {}, from = index): ClassDiagram {
  const [focus] = from.classesNamed(name);
  if (focus === undefined) throw new Error(name);
  return neighbourhoodDiagram(focus, from, { ...OPTIONS, ...options });
}

function packageNamed(name: string, limit = 200): ClassDiagram {
  const [owner] = index.packagesNamed(name);
  if (owner === undefined) throw new Error(name);
  return packageDiagram(owner, index, { ...OPTIONS, limit });
}

const names = ({ boxes }: ClassDiagram): readonly string[] => boxes.map(({ name }) => name);

describe('what a diagram shows', () => {
  test('a class, its general class, what it is associated with, its special classes and its enumerations', () => {
    expect(names(around('EndDevice'))).toEqual([
      'EndDevice',
      'Asset',
      'UsagePoint',
      'ServiceLocation',
      'Register',
      'EndDeviceEvent',
      'Meter',
    ]);
    expect(names(around('Reading', { depth: 0 }))).toEqual(['Reading']);
    expect(names(around('Asset'))).toEqual(['Asset', 'IdentifiedObject', 'EndDevice']);
    expect(names(around('ReadingType'))).toContain('FlowDirectionKind');
  });

  test('two steps away not the other special classes of a general class', () => {
    const shown = names(around('Register', { depth: 2 }));
    expect(shown).toEqual(expect.arrayContaining(['IdentifiedObject', 'Name', 'Asset', 'ReadingType']));
    expect(shown).not.toContain('Location');
  });

  test('lines between classes at the rim only with the next step', () => {
    const count = (depth: number): number =>
      around('MeterReading', { depth }).edges.filter(
        (edge) =>
          edge.kind === 'association' &&
          edge.ends.every(({ role }) => /^(?:IntervalBlocks|ReadingType)$/u.test(role)),
      ).length;
    expect([count(1), count(2)]).toEqual([0, 1]);
  });

  test('no more classes than the limit, and how many are left out', () => {
    const diagram = around('IdentifiedObject', { limit: 5 });
    expect(diagram.boxes).toHaveLength(5);
    expect(diagram.left).toBe(10);
  });

  test('a long list is cut, but not that of the class in the middle', () => {
    const lines = (name: string, of: string): number | undefined =>
      around(name).boxes.find((box) => box.name === of)?.lines.length;
    expect(lines('ReadingType', 'ReadingType')).toBe(16);
    expect(lines('Reading', 'ReadingType')).toBe(13);
    expect(around('Reading').boxes.find(({ name }) => name === 'ReadingType')?.hidden).toBe(3);
    expect(around('Reading', { attributes: false }).boxes.flatMap((box) => box.lines)).toEqual([]);
  });
});

describe('layout', () => {
  const box = (name: string, lines: readonly string[] = []): ClassDiagram['boxes'][number] => ({
    id: elementId('class', [name]),
    name,
    stereotypes: [],
    abstract: false,
    lines,
    hidden: 0,
    isFocus: false,
  });
  const end = (name: string, role = name) => ({
    class: elementId('class', [name]),
    role,
    multiplicity: '0..1',
    aggregation: 'none' as const,
  });
  const line = (from: string, to: string): DiagramEdge => ({
    kind: 'association',
    ends: [end(from), end(to)],
  });
  const diagramOf = (boxes: ClassDiagram['boxes'], edges: readonly DiagramEdge[]): ClassDiagram => ({
    title: 'Test',
    boxes,
    edges,
    left: 0,
  });
  const wide = Array.from({ length: 40 }, (_, at) => `Class${at}`);

  test.each<[string, () => ClassDiagram]>([
    ['a class', () => around('UsagePoint')],
    ['two steps', () => around('MeterReading', { depth: 2 })],
    ['a hub', () => around('IdentifiedObject')],
    ['a package', () => packageNamed('Enterprise')],
    ['classes without lines', () => packageNamed('Domain')],
    [
      'a circle',
      () => diagramOf([box('A'), box('B'), box('C')], [line('A', 'B'), line('B', 'C'), line('C', 'A')]),
    ],
    ['a class with itself', () => diagramOf([box('A')], [line('A', 'A')])],
    [
      'two lines between two classes',
      () => diagramOf([box('A'), box('B')], [line('A', 'B'), line('A', 'B')]),
    ],
    [
      'many classes of one',
      () =>
        diagramOf(
          [box('Top'), ...wide.map((name) => box(name))],
          wide.map((name) => line('Top', name)),
        ),
    ],
    ['one class', () => diagramOf([box('A')], [])],
    ['nothing', () => diagramOf([], [])],
  ])('of %s: nothing overlaps, and all is inside', (_what, make) => {
    const diagram = make();
    const { boxes, lines, width, height } = layoutDiagram(diagram);
    expect(boxes).toHaveLength(diagram.boxes.length);
    for (const [at, one] of boxes.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.left + one.width).toBeLessThanOrEqual(width);
      expect(one.top + one.height).toBeLessThanOrEqual(height);
      for (const other of boxes.slice(at + 1)) {
        const apart =
          one.left + one.width <= other.left ||
          other.left + other.width <= one.left ||
          one.top + one.height <= other.top ||
          other.top + other.height <= one.top;
        expect(apart, `${JSON.stringify(one)} ${JSON.stringify(other)}`).toBe(true);
      }
    }
    for (const { points } of lines) {
      for (const [at, { x, y }] of points.entries()) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeLessThanOrEqual(height);
        const next = points[at + 1];
        // Right angles only, and never back up.
        if (next !== undefined) expect(next.x === x || next.y === y).toBe(true);
        if (next !== undefined) expect(next.y).toBeGreaterThanOrEqual(y);
      }
    }
  });

  test('lines go through no box', () => {
    for (const diagram of [
      around('UsagePoint'),
      around('MeterReading', { depth: 2 }),
      packageNamed('Metering'),
    ]) {
      const { boxes, lines } = layoutDiagram(diagram);
      for (const { points } of lines) {
        for (const [at, from] of points.slice(0, -1).entries()) {
          const to = points[at + 1] ?? from;
          const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
          const inside = boxes.filter(
            (one) =>
              right > one.left &&
              left < one.left + one.width &&
              to.y > one.top &&
              from.y < one.top + one.height,
          );
          expect(inside).toEqual([]);
        }
      }
    }
  });
});

describe('a profile', () => {
  const show = async (format: string): Promise<string> => {
    const folder = fileURLToPath(new URL('../../../input-models/metering-uml/', import.meta.url));
    const { code, out } = await run(folder, [
      'profile',
      'show',
      'end-device-events.profile.yaml',
      '--format',
      format,
    ]);
    expect(code).toBe(0);
    return out;
  };

  test('is drawn from its root element down', async () => {
    const text = await show('mermaid');
    expect(text).toContain('  class EndDeviceEvents {\n    <<profile>>\n  }\n');
    expect(text).toContain('    createdDateTime: dateTime 1\n');
    expect(text).toContain('    Device → mRID and Names 0..1\n');
    expect(text).toContain('  EndDeviceEvents *-- "1..*" EndDeviceEvent\n');
    expect(text).toContain('  EndDeviceEvent *-- "0..1" Status : status\n');
    expect(await show('svg')).toContain('>EndDeviceEventDetails</text>');
  });
});

describe('text', () => {
  test('the same model gives the same bytes, whatever it was read from', async () => {
    const other = indexModel(await readOwnModel(OWN_MODEL.qea));
    for (const name of ['UsagePoint', 'IdentifiedObject']) {
      expect(printSvg(around(name, { depth: 2 }, other))).toBe(printSvg(around(name, { depth: 2 })));
      expect(printMermaid(around(name, {}, other))).toBe(printMermaid(around(name)));
    }
  });

  test('Mermaid', () => {
    expect(printMermaid(around('IntervalBlock', { attributes: false }))).toBe(`classDiagram
  class IntervalBlock
  class MeterReading
  class IntervalReading
  class ReadingType
  IntervalBlock "0..*" --o "0..1" MeterReading : IntervalBlocks / MeterReading
  IntervalReading "0..*" --o "0..*" IntervalBlock : IntervalReadings / IntervalBlocks
  IntervalBlock "0..*" -- "0..1" ReadingType : IntervalBlocks / ReadingType
`);
    expect(printMermaid(around('ServiceCategory'))).toContain(
      '  class ServiceKind {\n    <<enumeration>>\n    electricity\n',
    );
  });

  test('SVG is self-contained and well-formed', () => {
    const svg = printSvg(around('Reading'));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"/u);
    expect(svg).not.toMatch(/href|url\(|<script/u);
    expect(svg).not.toContain('NaN');
    for (const text of ['MeterReadings', '0..*', 'reason: ReadingReasonKind', '«enumeration»'])
      expect(svg).toContain(text);
  });

  test('hostile names stay text', () => {
    const name = '</text><script>"&\u0000\n{}';
    const diagram: ClassDiagram = {
      title: name,
      left: 0,
      edges: [],
      boxes: [
        {
          id: elementId('class', ['x']),
          name,
          stereotypes: [name],
          abstract: true,
          lines: [name],
          hidden: 2,
          isFocus: true,
        },
        {
          id: elementId('class', ['y']),
          name,
          stereotypes: [],
          abstract: false,
          lines: [],
          hidden: 0,
          isFocus: false,
        },
      ],
    };
    const svg = printSvg(diagram);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;&quot;&amp;');
    const lines = printMermaid(diagram).split('\n');
    expect(lines.filter((one) => /^ {2}class /u.test(one))).toHaveLength(2);
    expect(lines.filter((one) => one === '  }')).toHaveLength(1);
  });
});
