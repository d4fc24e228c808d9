import type { Finding, Place, Report } from '../finding.js';

/**
 * For programs: complete and stable. `format` counts breaking changes of this shape; properties without a value are left out.
 */
export const renderJson = (report: Report): string =>
  `${JSON.stringify(
    {
      format: 1,
      command: report.command,
      summary: {
        subjects: report.subjects.length,
        errors: report.findings.filter((one) => one.severity === 'error').length,
        warnings: report.findings.filter((one) => one.severity === 'warning').length,
        leftOut: report.leftOut,
      },
      subjects: report.subjects,
      comparison: report.comparison,
      partners: report.partners,
      findings: report.findings.map(findingJson),
    },
    undefined,
    2,
  )}\n`;

const findingJson = (one: Finding): unknown => ({
  code: one.code,
  severity: one.severity,
  rule: one.rule,
  message: one.message,
  hint: one.hint,
  file: one.place?.label ?? one.subject,
  ...(one.place === undefined ? {} : region(one.place)),
  path: one.path,
  expected: one.expected,
  found: one.found,
  related:
    one.related.length === 0
      ? undefined
      : one.related.map(({ place, label }) => ({ label, file: place.label, ...region(place) })),
  diff: one.diff,
  change: one.change,
});

const region = (place: Place): Pick<Place, 'line' | 'column' | 'endLine' | 'endColumn'> => ({
  line: place.line,
  column: place.column,
  endLine: place.endLine,
  endColumn: place.endColumn,
});
