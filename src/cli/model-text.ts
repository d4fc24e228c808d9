import { groupBy } from '../foundation/group-by.js';
import type { Palette } from '../diagnostics/render/palette.js';
import { printable } from '../diagnostics/render/printable.js';
import type {
  AssociationLine,
  AttributeLine,
  ClassSheet,
  FoundElement,
  ModelSummary,
  PackageNode,
} from '../pipeline/ports.js';

/** Lines in columns, the last of which is as long as it likes. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      `  ${row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  ')}`.trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** What a model is, in numbers. */
export function summaryText(summary: ModelSummary, label: string, palette: Palette): string {
  const { classesByKind: kinds, documented } = summary;
  const share = documented.of === 0 ? 0 : Math.round((100 * documented.elements) / documented.of);
  const rows = [
    ['packages', String(summary.packages)],
    ['classes', String(kinds.class)],
    ['enumerations', `${kinds.enumeration} with ${summary.literals} values`],
    ['datatypes', String(kinds.datatype)],
    ['primitives', String(kinds.primitive)],
    ['compounds', String(kinds.compound)],
    ['attributes', String(summary.attributes)],
    ['associations', String(summary.associations)],
    ['generalizations', String(summary.generalizations)],
    ['with notes', `${documented.elements} of ${documented.of} elements (${share} %)`],
    ...summary.versions.map((one) => [one.class, one.version]),
    ...summary.namespaces.map((one) => ['namespace', one]),
  ];
  const stereotypes = summary.stereotypes.map(({ name, count }) => [`«${printable(name)}»`, String(count)]);
  const tops = summary.topPackages.map((top) => [
    printable(top.name),
    counted(top.classes, 'class', 'classes'),
    top.packages === 0 ? '' : counted(top.packages, 'package', 'packages'),
  ]);
  return [
    `${palette.strong(printable(summary.name))}  ${palette.faint(`${summary.format}, ${printable(label)}`)}\n\n${columns(rows)}`,
    tops.length === 0 ? '' : `\n${palette.strong('top packages')}\n${columns(tops)}`,
    stereotypes.length === 0 ? '' : `\n${palette.strong('stereotypes')}\n${columns(stereotypes)}`,
  ].join('');
}

/** Packages as an indented tree, with the number of classes or the classes themselves. */
export function treeText(
  nodes: readonly PackageNode[],
  options: { readonly depth: number; readonly classes: boolean },
  palette: Palette,
  level = 0,
): string {
  const indent = '  '.repeat(level);
  return nodes
    .map((node) => {
      const marks = [
        ...node.stereotypes.map((name) => `«${printable(name)}»`),
        ...(node.classes.length === 0 ? [] : [counted(node.classes.length, 'class', 'classes')]),
        ...(node.informative ? ['informative'] : []),
      ];
      const line = `${indent}${palette.strong(printable(node.name))}${marks.length === 0 ? '' : `  ${palette.faint(marks.join(', '))}`}\n`;
      if (level + 1 >= options.depth) return line;
      const classes = options.classes
        ? node.classes.map(
            ({ name, kind }) =>
              `${indent}  ${printable(name)}${kind === 'class' ? '' : `  ${palette.faint(kind)}`}\n`,
          )
        : [];
      return `${line}${classes.join('')}${treeText(node.packages, options, palette, level + 1)}`;
    })
    .join('');
}

/** All that a model says about a class. */
export function sheetText(sheet: ClassSheet, palette: Palette): string {
  const kind = [
    ...(sheet.abstract ? ['abstract'] : []),
    sheet.kind,
    ...sheet.stereotypes
      .filter((name) => name.toLowerCase() !== sheet.kind)
      .map((name) => `«${printable(name)}»`),
  ];
  const facts = [
    ...(sheet.namespace === undefined ? [] : [['namespace', sheet.namespace]]),
    ...(sheet.guid === undefined ? [] : [['guid', sheet.guid]]),
    ...(sheet.extendedBy.length === 0 ? [] : [['extended by', sheet.extendedBy.join(', ')]]),
    ...(sheet.inheritsFrom.length === 0 ? [] : [['inherits from', sheet.inheritsFrom.join(' ← ')]]),
    ...(sheet.specialisedBy.length === 0 ? [] : [['specialised by', few(sheet.specialisedBy)]]),
    ...sheet.taggedValues.map(({ name, value }) => [`tag ${name}`, value.replaceAll('\n', ' ')]),
  ].map((row) => row.map(printable));
  const heading = `${palette.strong(printable(sheet.qualifiedName))}  ${palette.faint(kind.join(' '))}\n`;
  const notes = sheet.notes === '' ? '' : `${printable(sheet.notes)}\n`;
  return [
    heading,
    notes,
    facts.length === 0 ? '' : `\n${columns(facts)}`,
    section(
      'values',
      sheet.literals.map(({ name, code = '', notes: note }) => [name, code, firstLine(note)]),
      palette,
    ),
    ...byOwner(sheet.attributes, sheet.name).map(({ from, lines }) =>
      section(titleOf('attributes', from), lines.map(attributeRow), palette),
    ),
    ...byOwner(sheet.associations, sheet.name).map(({ from, lines }) =>
      section(titleOf('associations', from), lines.map(associationRow), palette),
    ),
    section(
      'used by',
      sheet.usedBy.map((use) => [use]),
      palette,
    ),
  ].join('');
}

/** Elements that were looked for, one line each. */
export const foundText = (found: readonly FoundElement[], palette: Palette): string =>
  found
    .map(({ kind, name, detail, notes }) => {
      const line = `${palette.faint(kind.padEnd(11))}  ${printable(name)}${detail === '' ? '' : `  ${palette.faint(printable(detail))}`}\n`;
      return notes === undefined ? line : `${line}             ${printable(notes.replaceAll('\n', ' '))}\n`;
    })
    .join('');

const attributeRow = (line: AttributeLine): readonly string[] => [
  line.name,
  line.type,
  line.multiplicity,
  [
    ...line.stereotypes.map((name) => `«${name}»`),
    ...(line.default === undefined ? [] : [`= ${line.default}`]),
    firstLine(line.notes),
  ]
    .filter((part) => part !== '')
    .join(' '),
];

const associationRow = (line: AssociationLine): readonly string[] => [
  line.role === '' ? '(no role)' : line.role,
  line.class,
  line.multiplicity,
  `${whole(line)}seen from there: ${line.inverse.role === '' ? '(no role)' : line.inverse.role} ${line.inverse.multiplicity}`,
];

function whole({ aggregation, inverse }: AssociationLine): string {
  if (aggregation !== 'none') return `part of (${aggregation}), `;
  return inverse.aggregation === 'none' ? '' : `consists of (${inverse.aggregation}), `;
}

interface Owned<T> {
  readonly from: string;
  readonly lines: readonly T[];
}

/** Members by the class that declares them, own ones first under the empty name. */
function byOwner<T extends { readonly from: string }>(lines: readonly T[], own: string): readonly Owned<T>[] {
  return [...groupBy(lines, ({ from }) => from)].map(([from, found]) => ({
    from: from === own ? '' : from,
    lines: found,
  }));
}

const titleOf = (what: string, from: string): string => (from === '' ? what : `${what} of ${from}`);

const section = (title: string, rows: readonly (readonly string[])[], palette: Palette): string =>
  rows.length === 0
    ? ''
    : `\n${palette.strong(printable(title))}\n${columns(rows.map((row) => row.map(printable)))}`;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const MOST_NAMES = 12;

const few = (names: readonly string[]): string =>
  names.length <= MOST_NAMES
    ? names.join(', ')
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;

/** The first sentence or so: a table is no place for paragraphs. */
function firstLine(notes: string): string {
  const [line = ''] = notes.split('\n');
  return line.length <= 80 ? line : `${line.slice(0, 79).trimEnd()}…`;
}
