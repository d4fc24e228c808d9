import { sha256 } from '../../foundation/hash.js';
import type { Finding, Report } from '../finding.js';

/** GitLab Code Quality: a list of findings that a merge request shows beside the lines. */
export function renderGitlab(report: Report): string {
  const seen = new Map<string, number>();
  const entries = report.findings.map((one) => {
    const print = fingerprintOf(one);
    const times = (seen.get(print) ?? 0) + 1;
    seen.set(print, times);
    return {
      description: one.hint === undefined ? one.message : `${one.message} (${one.hint})`,
      check_name: one.change?.rule ?? one.rule ?? one.code,
      // Two findings with one fingerprint would be one to GitLab.
      fingerprint: times === 1 ? print : sha256(`${print} ${times}`),
      severity: SEVERITIES[one.severity],
      location: {
        path: one.place?.label ?? one.subject ?? report.subjects[0] ?? '.',
        lines: { begin: one.place?.line ?? 1 },
      },
    };
  });
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const;

/** Lines move; what was found where in the structure stays the same. */
const fingerprintOf = (one: Finding): string =>
  sha256(
    [one.code, one.change?.fingerprint, one.place?.label ?? one.subject, one.path, one.message].join('\n'),
  );
