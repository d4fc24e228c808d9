import type { Finding, Frame, Place, Report } from '../finding.js';
import type { Palette } from './palette.js';
import { printable } from './printable.js';

/** For people: one block a finding, a summary at the end. */
export function renderText(report: Report, palette: Palette): string {
  const explained = new Set<string>();
  const blocks = report.findings.map((one) => {
    const block = renderFinding(one, palette, !explained.has(one.code));
    explained.add(one.code);
    return block;
  });
  return blocks.join('\n');
}

/** One finding; ends with a line end. `withMore` adds the line that says where a longer explanation is. */
export function renderFinding(one: Finding, palette: Palette, withMore = true): string {
  const paint = palette[one.severity];
  const lines = [`${paint(palette.strong(`${one.severity} ${one.code}`))}: ${printable(one.message)}`];
  if (one.place !== undefined) {
    lines.push(`  ${where(one.place)}`, ...frameLines(one.place.line, one.place.frame, palette));
  } else if (one.subject !== undefined) {
    lines.push(`  ${printable(one.subject)}`);
  }
  for (const { place, label } of one.related) lines.push(`  ${where(place)}  ${printable(label)}`);
  const note = (name: string, text: string | undefined): void => {
    if (text !== undefined) lines.push(`  ${palette.faint(name.padEnd(4))}  ${printable(text)}`);
  };
  note('path', one.path);
  note('rule', one.rule);
  note('hint', one.hint);
  if (withMore) note('more', `cimbind explain ${one.code}`);
  if (one.diff !== undefined) lines.push(paintDiff(one.diff, palette));
  return `${lines.join('\n')}\n`;
}

/** The last line: how many of which severity. Empty where there is nothing to say. */
export function renderSummary(report: Report, palette: Palette): string {
  const count = (severity: Finding['severity']): number =>
    report.findings.filter((one) => one.severity === severity).length;
  const parts = [
    counted(count('error'), 'error', palette.error),
    counted(count('warning'), 'warning', palette.warning),
    counted(count('info'), 'remark', palette.info),
    counted(report.leftOut, 'more not shown', palette.faint, ''),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(', ')}\n`;
}

function counted(count: number, noun: string, paint: (text: string) => string, plural = 's'): string {
  return count === 0 ? '' : paint(`${count} ${noun}${count === 1 ? '' : plural}`);
}

const where = (place: Place): string => `${printable(place.label)}:${place.line}:${place.column}`;

function frameLines(line: number, frame: Frame | undefined, palette: Palette): readonly string[] {
  if (frame === undefined) return [];
  const number = String(line).padStart(5);
  const empty = ' '.repeat(number.length);
  const mark = ' '.repeat(frame.start) + palette.error('^'.repeat(frame.length));
  return [
    `${palette.faint(`${number} │`)} ${printable(frame.text).trimEnd()}`,
    `${palette.faint(`${empty} │`)} ${mark}`,
  ];
}

/** A unified diff, indented, removed and added lines painted. */
const paintDiff = (diff: string, palette: Palette): string =>
  diff
    .trimEnd()
    .split('\n')
    .map((line) => {
      const safe = `  ${printable(line)}`;
      if (line.startsWith('+')) return palette.added(safe);
      if (line.startsWith('-')) return palette.removed(safe);
      return line.startsWith('@@') ? palette.faint(safe) : safe;
    })
    .join('\n');
