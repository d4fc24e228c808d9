import { readFileSync } from 'node:fs';
import type { InferredOptionTypes } from 'yargs';
import { documentNotFound } from '../../diagnostics/catalogue/cfg.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import { finding, type PartnerSummary } from '../../diagnostics/finding.js';
import { expandPattern, labelOfPath } from '../../pipeline/find-inputs.js';
import type { CommandContext } from '../command-context.js';
import { defineCommand } from '../define-command.js';
import { ExitCode } from '../exit-code.js';
import { findingOfIssue } from '../issue-finding.js';
import { printRemarks, printReport } from '../print-report.js';
import { formatOption } from '../shared-options.js';

const options = {
  format: formatOption,
  strict: {
    type: 'boolean',
    default: false,
    describe: 'Warnings make the command end with 1, too',
  },
} as const;

type LintOptions = InferredOptionTypes<typeof options>;

/** `cimbind lint`. */
export const lint = defineCommand({
  name: 'lint',
  summary: 'Look at captured messages of IEC 61968-100 and how they fit together',
  description:
    'Reads captured messages, generic or strongly typed, inside SOAP bodies or not, whatever edition of the envelope; no schema is needed. ' +
    'Says how each departs from the envelope and from the rules of verbs, nouns, payloads and replies, pairs answers and events with requests by CorrelationID, ' +
    'and sums up by partner (Header.Source). Ends with 1 if there is an error.',
  examples: [
    ["$0 lint 'capture/**/*.xml'", 'a capture'],
    ['$0 lint capture --format sarif > lint.sarif', 'a folder, for a code scanning tool'],
  ],
  operands: { name: 'files', summary: 'Files, folders or globs', least: 1, most: Infinity },
  options,
  async run(ctx, given: LintOptions, operands) {
    const paths = await findCaptures(ctx, operands);
    if (paths === undefined) return ExitCode.usage;
    const documents = paths.map((path) => ({
      label: labelOfPath(path, ctx.cwd),
      bytes: new Uint8Array(readFileSync(path)),
    }));
    const { issues, partners, others } = await ctx.ports.lintMessages(documents);
    const findings = issues.map(({ document, severity, issue, other }) => {
      const label = documents[document]?.label ?? '';
      const about = other === undefined ? '' : ` (${documents[other]?.label ?? ''})`;
      return finding({
        ...findingOfIssue(issue, label, paths[document]),
        severity,
        message: `${issue.message}${about}`,
      });
    });
    const subjects = documents.map(({ label }) => label);
    await printReport(ctx, { command: 'lint', subjects, findings, leftOut: 0, partners }, given.format);
    if (given.format === 'text') ctx.out.write(partnerTable(partners));
    ctx.err.write(
      `${documents.length - others} messages in ${documents.length} documents, ${partners.length} partners\n`,
    );
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const warnings = findings.filter(({ severity }) => severity === 'warning').length;
    return errors > 0 || (given.strict && warnings > 0) ? ExitCode.findings : ExitCode.ok;
  },
});

async function findCaptures(
  ctx: CommandContext,
  operands: readonly string[],
): Promise<readonly string[] | undefined> {
  const found = new Set<string>();
  for (const operand of operands) {
    const files = await expandPattern(operand, [], ctx.cwd, '**/*.xml');
    if (files.length === 0) {
      await printRemarks(ctx, diagnose(documentNotFound, { pattern: operand }));
      return undefined;
    }
    for (const file of files) found.add(file);
  }
  return [...found];
}

/** A line a partner, with the rules that its messages break. */
function partnerTable(partners: readonly PartnerSummary[]): string {
  const lines = partners.map(({ source, messages, errors, warnings, rules }) => {
    const broken = Object.entries(rules).map(([rule, count]) => `${rule} ${count}`);
    return `partner ${source}: ${messages} messages, ${errors} errors, ${warnings} warnings${broken.length === 0 ? '' : ` (${broken.join(', ')})`}\n`;
  });
  return lines.join('');
}
