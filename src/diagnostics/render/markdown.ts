import { groupBy } from '../../foundation/group-by.js';
import { CATEGORY_TITLES, type ChangeCategory } from '../change.js';
import type { Finding, Report } from '../finding.js';
import {
  type Chapter,
  chaptersOf,
  effectLines,
  type FoldedChange,
  foldChanges,
  needsSides,
  witnessesOf,
} from './change-words.js';
import { STEP_WORDS } from './comparison-text.js';
import { witnessExcerpt } from './witness-excerpt.js';

/** Markdown, for the comment of a pull request or the entry of a change log. */
export const renderMarkdown = (report: Report): string =>
  `${(report.comparison === undefined ? plainLines(report) : comparisonLines(report)).join('\n').trimEnd()}\n`;

function comparisonLines(report: Report): readonly string[] {
  const { comparison } = report;
  if (comparison === undefined) return [];
  const { before, after, verdicts, step } = comparison;
  const others = report.findings.filter(({ change }) => change === undefined);
  const rows = Object.entries(verdicts).map(
    ([category, verdict]) =>
      `| ${CATEGORY_TITLES[category as ChangeCategory]} | ${MARKS[verdict]} ${verdict} |`,
  );
  return [
    `## ${inline(before)} → ${inline(after)}`,
    '',
    '| Respect | Verdict |',
    '| --- | --- |',
    ...rows,
    '',
    `Version: **${STEP_WORDS[step]}**`,
    '',
    ...(others.length === 0 ? [] : [...plainTable(others), '']),
    ...chaptersOf(report.findings).flatMap(chapterLines),
    ...(report.findings.length === 0 ? ['Nothing to report.'] : []),
  ];
}

const MARKS = { breaking: '❌', undecided: '❔', compatible: '✅' } as const;

function chapterLines({ title, changes }: Chapter): readonly string[] {
  const lines = [`### ${title} (${changes.length})`, ''];
  for (const [group, members] of groupBy(foldChanges(changes), ({ first, subjects }) =>
    subjects.length > 0 ? '' : first.change.group,
  )) {
    if (group !== '') lines.push(`**${inline(group)}**`, '');
    for (const one of members) lines.push(...changeLines(one));
    lines.push('');
  }
  return lines;
}

function changeLines({ first, subjects, message }: FoldedChange): readonly string[] {
  const { change, hint } = first;
  const lines = [`- ${inline(message)} <sub>${inline(change.rule)}</sub>`];
  if (subjects.length > 0)
    lines.push(`  - in ${subjects.map((one) => inline(one.replace(/\.[^.]*$/u, ''))).join(', ')}`);
  else if (needsSides(first.message, change))
    lines.push(
      `  - before: ${inline(change.before ?? 'nothing')}; after: ${inline(change.after ?? 'nothing')}`,
    );
  for (const { word, text } of effectLines(change)) lines.push(`  - ${word} ${inline(text)}`);
  if (hint !== undefined) lines.push(`  - ${inline(hint)}`);
  for (const { document, issue, line } of witnessesOf(change)) {
    const fence = fenceFor(document);
    const excerpt = witnessExcerpt(document, line).map(({ text }) => `    ${text}`);
    lines.push(
      `  - <details><summary>a message that shows it: ${inline(issue)} (line ${line})</summary>`,
      '',
      `    ${fence}xml`,
      ...excerpt,
      `    ${fence}`,
      '',
      '    </details>',
    );
  }
  return lines;
}

function plainLines(report: Report): readonly string[] {
  if (report.findings.length === 0) return [`## cimbind ${report.command}`, '', 'Nothing to report.'];
  return [
    `## cimbind ${report.command}`,
    '',
    ...plainTable(report.findings),
    ...(report.leftOut > 0 ? ['', `${report.leftOut} more not shown.`] : []),
  ];
}

const plainTable = (findings: readonly Finding[]): readonly string[] => [
  '| | Where | What | |',
  '| --- | --- | --- | --- |',
  ...findings.map((one) => `| ${one.severity} | ${placeOf(one)} | ${cell(one.message)} | ${one.code} |`),
];

const placeOf = ({ place, subject }: Finding): string =>
  cell(place === undefined ? (subject ?? '') : `${place.label}:${place.line}`);

const cell = (text: string): string => inline(text).replaceAll('|', '\\|');

/** Text of a model as text of a paragraph: nothing in it becomes markup. */
const inline = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\`*_[\]#~]/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // Names with @ would call somebody on a code host.
    .replaceAll('@', '&#64;');

/** A fence that nothing in the text can end. */
const fenceFor = (text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
};
