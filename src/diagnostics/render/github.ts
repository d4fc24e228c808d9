import type { Finding, Report } from '../finding.js';

/** Workflow commands of GitHub Actions, which turn into annotations on the changed files. */
export const renderGithub = (report: Report): string =>
  report.findings.map((one) => `${annotation(one)}\n`).join('');

const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const;

function annotation(one: Finding): string {
  const { place } = one;
  const file = place?.label ?? one.subject;
  const sameLine = place !== undefined && place.line === place.endLine;
  const properties = [
    ['file', file],
    ['line', place?.line],
    ['endLine', place?.endLine],
    // GitHub takes columns only where they lie on one line.
    ['col', sameLine ? place.column : undefined],
    ['endColumn', sameLine ? place.endColumn : undefined],
    ['title', one.rule === undefined ? one.code : `${one.code} ${one.rule}`],
  ]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const details = [
    one.message,
    one.path === undefined ? undefined : `path: ${one.path}`,
    one.hint === undefined ? undefined : `hint: ${one.hint}`,
  ].filter((line) => line !== undefined);
  return `::${LEVEL[one.severity]} ${properties.join(',')}::${escapeMessage(details.join('\n'))}`;
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
