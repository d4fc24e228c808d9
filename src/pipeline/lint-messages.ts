import { compareText } from '../foundation/expanded-name.js';
import type { PartnerSummary } from '../diagnostics/finding.js';
import {
  lintExchange,
  lintMessage,
  readEnvelope,
  type Envelope,
  type LintFinding,
} from '../runtime/envelope/index.js';
import type { Issue } from '../runtime/issue/issue.js';
import type { CapturedDocument, LintIssue, LintOutcome } from './ports.js';

/** Looks at captured messages: how each departs from the envelope, what it says, and how they fit together. */
export function lintMessages(documents: readonly CapturedDocument[]): LintOutcome {
  const issues: LintIssue[] = [];
  const read: { readonly document: number; readonly envelope: Envelope }[] = [];
  documents.forEach(({ bytes }, document) => {
    const result = readEnvelope(bytes);
    for (const issue of result.issues)
      if (!OF_CAPTURES.has(issue.rule))
        issues.push({ document, severity: issue.severity, issue, other: undefined });
    const { value: envelope } = result;
    if (envelope === undefined) return;
    read.push({ document, envelope });
    // What tolerant reading said of a verb need not be said twice: the reader has put it right.
    for (const found of lintMessage(envelope))
      issues.push({ document, severity: found.severity, issue: issueOf(found), other: undefined });
  });
  for (const found of lintExchange(read.map(({ envelope }) => envelope))) {
    const at = read[found.index];
    if (at === undefined) continue;
    issues.push({
      document: at.document,
      severity: found.severity,
      issue: issueOf(found),
      other: found.other === undefined ? undefined : read[found.other]?.document,
    });
  }
  issues.sort((a, b) => a.document - b.document);
  return { issues, partners: partnersOf(read, issues), others: documents.length - read.length };
}

/** Tolerances that say how a message was captured, and that no schema was at hand, and nothing about it. */
const OF_CAPTURES: ReadonlySet<string> = new Set(['soap-wrapped', 'typed-wrapper']);

const issueOf = ({ rule, severity, message, part }: LintFinding): Issue => ({
  code: 'VAL6004',
  rule,
  severity: severity === 'error' ? 'error' : 'warning',
  message,
  path: part,
  line: 0,
  column: 0,
  offset: 0,
});

function partnersOf(
  read: readonly { readonly document: number; readonly envelope: Envelope }[],
  issues: readonly LintIssue[],
): readonly PartnerSummary[] {
  const sources = new Map(
    read.map(({ document, envelope }) => [document, envelope.header?.source ?? ''] as const),
  );
  return [...new Set(sources.values())].sort(compareText).map((source) => {
    const own = issues.filter(({ document }) => sources.get(document) === source);
    const rules: Record<string, number> = {};
    for (const { issue } of own) rules[issue.rule] = (rules[issue.rule] ?? 0) + 1;
    return {
      source: source === '' ? '(no Source)' : source,
      messages: [...sources.values()].filter((one) => one === source).length,
      errors: own.filter(({ severity }) => severity === 'error').length,
      warnings: own.filter(({ severity }) => severity === 'warning').length,
      rules: Object.fromEntries(Object.entries(rules).sort(([a], [b]) => compareText(a, b))),
    };
  });
}
