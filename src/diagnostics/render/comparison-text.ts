import { groupBy } from '../../foundation/group-by.js';
import { CATEGORY_TITLES, type ChangeCategory, type ChangeWitness } from '../change.js';
import type { Report } from '../finding.js';
import {
  type Chapter,
  chaptersOf,
  effectLines,
  type FoldedChange,
  foldChanges,
  needsSides,
  witnessesOf,
} from './change-words.js';
import type { Palette } from './palette.js';
import { printable } from './printable.js';
import { witnessExcerpt } from './witness-excerpt.js';

/** A comparison for people: what breaks first, grouped by component, with before, after and the message that shows it. */
export function renderComparison(report: Report, palette: Palette): string {
  const { comparison } = report;
  if (comparison === undefined) return '';
  const lines = [palette.strong(printable(`${comparison.before} → ${comparison.after}`)), ''];
  if (report.findings.length === 0) lines.push(NOTHING[report.command] ?? 'no change', '');
  for (const chapter of chaptersOf(report.findings)) lines.push(...chapterLines(chapter, palette), '');
  for (const [category, verdict] of Object.entries(comparison.verdicts)) {
    const paint =
      verdict === 'breaking' ? palette.error : verdict === 'undecided' ? palette.warning : palette.good;
    lines.push(`${CATEGORY_TITLES[category as ChangeCategory].padEnd(34)}${paint(verdict)}`);
  }
  lines.push(`${'version'.padEnd(34)}${STEP_WORDS[comparison.step]}`);
  return `${lines.join('\n')}\n`;
}

const NOTHING: Readonly<Record<string, string>> = { diff: 'no change', breaking: 'nothing breaks' };

/** What a version number should do. */
export const STEP_WORDS = {
  major: 'major: something breaks',
  minor: 'minor: nothing breaks, something is new',
  patch: 'patch: only words changed',
  none: 'none: nothing changed',
} as const;

function chapterLines({ title, changes }: Chapter, palette: Palette): readonly string[] {
  const lines = [palette.strong(`${title} (${changes.length})`)];
  const folded = foldChanges(changes);
  const many = folded.filter(({ subjects }) => subjects.length > 0);
  const single = folded.filter(({ subjects }) => subjects.length === 0);
  for (const one of many) lines.push(...changeLines(one, palette));
  for (const [group, members] of groupBy(single, ({ first }) => first.change.group)) {
    if (group !== '') lines.push(`  ${printable(group)}`);
    for (const one of members) lines.push(...changeLines(one, palette));
  }
  return lines;
}

function changeLines({ first, subjects, message }: FoldedChange, palette: Palette): readonly string[] {
  const { severity, change, place, code, hint } = first;
  const sign = change.verdict === 'breaking' ? '✗' : change.verdict === 'undecided' ? '?' : '·';
  const lines = [
    `    ${palette[severity](sign)} ${printable(message)}  ${palette.faint(`${code} ${change.rule}`)}`,
  ];
  const note = (name: string, text: string | undefined): void => {
    if (text !== undefined) lines.push(`        ${palette.faint(name.padEnd(7))} ${printable(text)}`);
  };
  if (subjects.length > 0) note('in', subjects.map((one) => one.replace(/\.[^.]*$/u, '')).join(', '));
  else if (needsSides(first.message, change)) {
    note('before', change.before);
    note('after', change.after);
  }
  if (change.verdict !== 'compatible' && place !== undefined)
    note('at', `${place.label}:${place.line}:${place.column}`);
  for (const { word, text } of effectLines(change)) note(word, text);
  for (const witness of witnessesOf(change)) lines.push(...witnessLines(witness, palette));
  note('hint', hint);
  return lines;
}

function witnessLines({ document, issue, line, column }: ChangeWitness, palette: Palette): readonly string[] {
  return [
    `        ${palette.faint('witness')} ${printable(issue)} (line ${line}, column ${column})`,
    ...witnessExcerpt(document, line).map(({ text, isMarked }) => {
      return `          ${isMarked ? palette.error('>') : ' '} ${printable(text)}`;
    }),
  ];
}
