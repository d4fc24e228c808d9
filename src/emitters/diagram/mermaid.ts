import type { ClassBox, ClassDiagram, DiagramEdge, DiagramEnd } from '../../analysis/information/index.js';
import type { ElementId } from '../../model/information/index.js';

/** A class diagram in the language of Mermaid. */
export function printMermaid({ boxes, edges }: ClassDiagram): string {
  const names = namesOf(boxes);
  const lines = [
    'classDiagram',
    ...boxes.flatMap((box) => boxLines(box, names.get(box.id) ?? '')),
    ...edges.map((edge) => edgeLine(edge, names)),
  ];
  return `${lines.join('\n')}\n`;
}

/** Names that Mermaid takes, each used once. */
function namesOf(boxes: readonly ClassBox[]): ReadonlyMap<ElementId, string> {
  const names = new Map<ElementId, string>();
  const taken = new Set<string>();
  for (const { id, name } of boxes) {
    const plain = name.replaceAll(/[^A-Za-z0-9_]/gu, '_') || 'Class';
    let free = plain;
    for (let count = 2; taken.has(free); count++) free = `${plain}_${count}`;
    taken.add(free);
    names.set(id, free);
  }
  return names;
}

function boxLines(box: ClassBox, name: string): readonly string[] {
  const label = name === box.name ? '' : `["${text(box.name).replaceAll('"', "'")}"]`;
  const inner = [
    ...box.stereotypes.map((stereotype) => `    <<${text(stereotype)}>>`),
    ...(box.abstract ? ['    <<abstract>>'] : []),
    ...box.lines.map((line) => `    ${text(line)}`),
    ...(box.hidden > 0 ? [`    … ${box.hidden} more`] : []),
  ];
  return inner.length === 0 ? [`  class ${name}${label}`] : [`  class ${name}${label} {`, ...inner, '  }'];
}

function edgeLine(edge: DiagramEdge, names: ReadonlyMap<ElementId, string>): string {
  const name = (id: ElementId): string => names.get(id) ?? '';
  switch (edge.kind) {
    case 'generalization':
      return `  ${name(edge.general)} <|-- ${name(edge.special)}`;
    case 'attribute':
      return `  ${name(edge.owner)} ..> ${name(edge.type)} : ${text(edge.name)}`;
    case 'association': {
      const [source, target] = edge.ends;
      const line = `${head(source)}--${[...head(target)].reverse().join('')}`;
      const roles = [source.role, target.role]
        .map(text)
        .filter((role) => role !== '')
        .join(' / ');
      return `  ${name(source.class)}${quoted(source)} ${line}${quoted(target)} ${name(target.class)}${roles === '' ? '' : ` : ${roles}`}`;
    }
  }
}

const quoted = ({ multiplicity }: DiagramEnd): string => (multiplicity === '' ? '' : ` "${multiplicity}"`);

const head = ({ aggregation }: DiagramEnd): string =>
  aggregation === 'composite' ? '*' : aggregation === 'shared' ? 'o' : '';

/** Text of a model without the characters that mean something in Mermaid. */
const text = (source: string): string => source.replaceAll(/[\n\r{}<>;~]/gu, ' ').trim();
