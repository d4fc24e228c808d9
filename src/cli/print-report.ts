import type { Finding, Report } from '../diagnostics/finding.js';
import type { ReportFormat } from '../diagnostics/render/index.js';
import { renderReport } from '../diagnostics/render/index.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findingsOf } from '../diagnostics/locate.js';
import type { SourceText } from '../foundation/source-text.js';
import { labelOfUri } from '../pipeline/find-inputs.js';
import type { CommandContext } from './command-context.js';

/** Prints the result of a command: findings to standard output, the count of them to standard error. */
export async function printReport(ctx: CommandContext, report: Report, format: ReportFormat): Promise<void> {
  const version = format === 'sarif' ? ctx.generator().version : '';
  ctx.out.write(await renderReport(report, format, { palette: ctx.out.palette, version }));
  if (format === 'text') {
    const { renderSummary } = await import('../diagnostics/render/text.js');
    ctx.err.write(renderSummary(report, ctx.err.palette));
  }
}

/** Prints diagnostics that are not the result but stand in its way, or are worth knowing, to standard error. */
export async function printRemarks(
  ctx: CommandContext,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText> = new Map(),
): Promise<void> {
  if (diagnostics.length === 0) return;
  const { renderText } = await import('../diagnostics/render/text.js');
  // Nothing is wrong where there are only infos: a few show what kind they are.
  const infos = diagnostics.filter(({ severity }) => severity === 'info');
  const hidden = new Set(infos.slice(MOST_INFOS));
  const shown = diagnostics.filter((diagnostic) => !hidden.has(diagnostic));
  const findings = locatedFindings(ctx, shown, sources);
  const more = hidden.size === 0 ? '' : `\n${hidden.size} more remarks, all of them with --format json\n`;
  ctx.err.write(renderText({ command: '', subjects: [], findings, leftOut: 0 }, ctx.err.palette) + more);
}

const MOST_INFOS = 3;

/** Findings of diagnostics, with files named relative to the working folder. */
export const locatedFindings = (
  ctx: CommandContext,
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
): readonly Finding[] =>
  findingsOf(diagnostics, (uri) => {
    const source = sources.get(uri);
    return source?.uri.startsWith('file:') === true
      ? { ...source, label: labelOfUri(source.uri, ctx.cwd) }
      : source;
  });
