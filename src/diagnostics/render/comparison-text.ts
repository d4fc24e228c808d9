import { groupBy } from '../../foundation/group-by.js';
import {
  CATEGORY_TITLES,
  type ChangeCategory,
  type ChangeEffect,
  type ChangeWitness,
  type FoundChange,
} from '../change.js';
import type { Finding, Report } from '../finding.js';
import type { Palette } from './palette.js';
import { printable } from './printable.js';
import { witnessExcerpt } from './witness-excerpt.js';

/** A comparison for people: what breaks first, grouped by component, with before, after and the message that shows it. */
export function renderComparison(report: Report, palette: Palette): string {
  const { comparison } = report;
  if (comparison === undefined) return '';
  const lines = [palette.strong(printable(`${comparison.before} → ${comparison.after}`)), ''];
  if (report.findings.length === 0) return `${[...lines, 'no change'].join('\n')}\n`;
  for (const { title, changes } of chaptersOf(report.findings)) {
    if (changes.length === 0) continue;
    lines.push(palette.strong(`${title} (${changes.length})`));
    for (const [group, members] of groupBy(changes, ({ change }) => change.group)) {
      if (group !== '') lines.push(`  ${printable(group)}`);
      for (const one of members) lines.push(...changeLines(one, palette));
    }
    lines.push('');
  }
  for (const [category, verdict] of Object.entries(comparison.verdicts)) {
    const paint =
      verdict === 'breaking' ? palette.error : verdict === 'undecided' ? palette.warning : palette.good;
    lines.push(`${CATEGORY_TITLES[category as ChangeCategory].padEnd(34)}${paint(verdict)}`);
  }
  lines.push(`${'version'.padEnd(34)}${STEP_WORDS[comparison.step]}`);
  return `${lines.join('\n')}\n`;
}

/** What a version number should do. */
export const STEP_WORDS = {
  major: 'major: something breaks',
  minor: 'minor: nothing breaks, something is new',
  patch: 'patch: only words changed',
  none: 'none: nothing changed',
} as const;

/** A finding that is a change. */
export interface ChangeFinding extends Finding {
  readonly change: FoundChange;
}

/** The chapters of every report for people: what breaks, what is not decided, what breaks nothing, words. */
export function chaptersOf(
  findings: readonly Finding[],
): readonly { readonly title: string; readonly changes: readonly ChangeFinding[] }[] {
  const changes = findings.filter((one): one is ChangeFinding => one.change !== undefined);
  const chapter = (title: string, belongs: (change: FoundChange) => boolean) => ({
    title,
    changes: changes.filter(({ change }) => belongs(change)),
  });
  return [
    chapter('Breaking', (one) => one.verdict === 'breaking' && !one.isKnown),
    chapter('Not decided', (one) => one.verdict === 'undecided' && !one.isKnown),
    chapter('Known from the baseline', (one) => one.isKnown),
    chapter('Compatible', (one) => one.verdict === 'compatible' && !one.isKnown && !isOnlyWords(one)),
    chapter('Documentation only', (one) => !one.isKnown && isOnlyWords(one)),
  ];
}

const isOnlyWords = ({ effects }: FoundChange): boolean =>
  effects.every(({ category }) => category === 'documentation');

function changeLines(
  { severity, message, change, place, code, hint }: ChangeFinding,
  palette: Palette,
): readonly string[] {
  const sign = change.verdict === 'breaking' ? '✗' : change.verdict === 'undecided' ? '?' : '·';
  const lines = [
    `    ${palette[severity](sign)} ${printable(message)}  ${palette.faint(`${code} ${change.rule}`)}`,
  ];
  const note = (name: string, text: string | undefined): void => {
    if (text !== undefined) lines.push(`        ${palette.faint(name.padEnd(7))} ${printable(text)}`);
  };
  if (!(
    change.before !== undefined &&
    message.includes(change.before) &&
    message.includes(change.after ?? '')
  )) {
    note('before', change.before);
    note('after', change.after);
  }
  if (change.verdict !== 'compatible' && place !== undefined)
    note('at', `${place.label}:${place.line}:${place.column}`);
  for (const [words, effects] of groupBy(change.effects.filter(isWorthSaying), effectWords)) {
    const where = effects.map(({ category }) => CATEGORY_TITLES[category]).join('; ');
    note(
      effects[0]?.verdict === 'breaking' ? 'breaks' : 'unclear',
      words === '' ? where : `${where}: ${words}`,
    );
  }
  for (const { witness } of change.effects)
    if (witness !== undefined) lines.push(...witnessLines(witness, palette));
  note('hint', hint);
  return lines;
}

const isWorthSaying = ({ verdict }: ChangeEffect): boolean => verdict !== 'compatible';
const effectWords = ({ reason }: ChangeEffect): string => reason ?? '';

function witnessLines({ document, issue, line, column }: ChangeWitness, palette: Palette): readonly string[] {
  return [
    `        ${palette.faint('witness')} ${printable(issue)} (line ${line}, column ${column})`,
    ...witnessExcerpt(document, line).map(({ text, isMarked }) => {
      return `          ${isMarked ? palette.error('>') : ' '} ${printable(text)}`;
    }),
  ];
}
