import { sha256 } from '../../foundation/hash.js';
import type { DiagnosticDefinition } from '../diagnostic.js';
import type { Finding, Place, Report } from '../finding.js';

/** SARIF 2.1.0 (OASIS), as code hosts and editors take it. Rules come from the catalogue, only those that were broken. */
export function renderSarif(
  report: Report,
  catalogue: readonly DiagnosticDefinition<never>[],
  version: string,
): string {
  const codes = [...new Set(report.findings.map((one) => one.code))].sort();
  const definitions = new Map(catalogue.map((definition) => [definition.code, definition]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cimbind',
            semanticVersion: version,
            rules: codes.map((code) => ruleDescriptor(code, definitions.get(code))),
          },
        },
        columnKind: 'unicodeCodePoints',
        originalUriBaseIds: { SRCROOT: { description: { text: 'the folder in which cimbind ran' } } },
        artifacts: report.subjects.map((subject) => ({ location: artifactLocation(subject) })),
        results: report.findings.map((one) => result(one, codes.indexOf(one.code))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const ruleDescriptor = (code: string, definition: DiagnosticDefinition<never> | undefined): unknown => ({
  id: code,
  shortDescription: { text: definition?.title ?? code },
  fullDescription: definition?.explanation === undefined ? undefined : { text: definition.explanation },
  help: { text: `cimbind explain ${code}` },
  defaultConfiguration: definition === undefined ? undefined : { level: LEVEL[definition.severity] },
  properties: definition?.rule === undefined ? undefined : { constraint: definition.rule },
});

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

function result(one: Finding, ruleIndex: number): unknown {
  const file = one.place?.label ?? one.subject;
  return {
    ruleId: one.code,
    ruleIndex,
    level: LEVEL[one.severity],
    message: { text: one.hint === undefined ? one.message : `${one.message} (${one.hint})` },
    locations:
      file === undefined
        ? []
        : [
            {
              physicalLocation: {
                artifactLocation: artifactLocation(file),
                region: one.place && region(one.place),
              },
              logicalLocations:
                one.path === undefined ? undefined : [{ fullyQualifiedName: one.path, kind: 'element' }],
            },
          ],
    relatedLocations:
      one.related.length === 0
        ? undefined
        : one.related.map(({ place, label }, id) => ({
            id,
            message: { text: label },
            physicalLocation: { artifactLocation: artifactLocation(place.label), region: region(place) },
          })),
    // Lines move; what was found where in the structure stays the same.
    partialFingerprints: {
      'cimbind/v1':
        one.change?.fingerprint ?? sha256([one.code, file, one.path, one.message].join('\n')).slice(0, 32),
    },
    baselineState: one.change && (one.change.isKnown ? 'unchanged' : 'new'),
    properties:
      one.rule === undefined && one.expected === undefined && one.found === undefined
        ? undefined
        : { constraint: one.rule, expected: one.expected, found: one.found, effects: one.change?.effects },
  };
}

const region = (place: Place): unknown => ({
  startLine: place.line,
  startColumn: place.column,
  endLine: place.endLine,
  endColumn: place.endColumn,
});

/** A URI reference: relative labels hang on SRCROOT, URIs stand alone. */
function artifactLocation(label: string): unknown {
  if (/^[a-z][a-z0-9+.-]+:/iu.test(label)) return { uri: label };
  const uri = label.split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: label.startsWith('/') ? undefined : 'SRCROOT' };
}
