import type { Report } from '../finding.js';
import type { Palette } from './palette.js';

/** How a report can be printed. */
export const REPORT_FORMATS = [
  'text',
  'json',
  'markdown',
  'html',
  'sarif',
  'junit',
  'github',
  'gitlab',
] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Prints a report; loads only the renderer that is asked for. */
export async function renderReport(
  report: Report,
  format: ReportFormat,
  settings: { readonly palette: Palette; readonly version: string },
): Promise<string> {
  switch (format) {
    case 'text':
      return renderForPeople(report, settings.palette);
    case 'json':
      return (await import('./json.js')).renderJson(report);
    case 'sarif': {
      const [{ renderSarif }, { CATALOGUE }] = await Promise.all([
        import('./sarif.js'),
        import('../catalogue/index.js'),
      ]);
      return renderSarif(report, CATALOGUE, settings.version);
    }
    case 'junit':
      return (await import('./junit.js')).renderJunit(report);
    case 'markdown':
      return (await import('./markdown.js')).renderMarkdown(report);
    case 'html':
      return (await import('./html.js')).renderHtml(report);
    case 'gitlab':
      return (await import('./gitlab.js')).renderGitlab(report);
    case 'github':
      return (await import('./github.js')).renderGithub(report);
  }
}

/** What is no change of a model first, then the comparison. */
async function renderForPeople(report: Report, palette: Palette): Promise<string> {
  const { renderText } = await import('./text.js');
  if (report.comparison === undefined) return renderText(report, palette);
  const { renderComparison } = await import('./comparison-text.js');
  const others = report.findings.filter(({ change }) => change === undefined);
  const changes = report.findings.filter(({ change }) => change !== undefined);
  const first = renderText({ ...report, findings: others }, palette);
  return `${first}${first === '' ? '' : '\n'}${renderComparison({ ...report, findings: changes }, palette)}`;
}
