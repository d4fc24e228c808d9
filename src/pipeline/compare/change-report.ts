import type { Change } from '../../analysis/compatibility/index.js';
import {
  CHANGE_CATEGORIES,
  type ChangeCategory,
  type ChangeEffect,
  type ChangeVerdict,
  gravest,
  type SemanticStep,
} from '../../diagnostics/change.js';
import type { Severity } from '../../diagnostics/diagnostic.js';
import { finding, type Finding, type Report } from '../../diagnostics/finding.js';
import { placeOf, type SourceLookup } from '../../diagnostics/locate.js';
import { sha256 } from '../../foundation/hash.js';

/** How changes are weighed. */
export interface ChangeWeights {
  /** Only what these categories say counts. */
  readonly scope: readonly ChangeCategory[];
  /** Rule id or category to how grave a break is; `off` leaves it out. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  /** Subjects that are left out; `*` stands for anything. */
  readonly ignore: readonly string[];
  /** Fingerprints that are known already. */
  readonly baseline: ReadonlySet<string>;
  /** Changes that break nothing are findings, too. */
  readonly keepsCompatible: boolean;
}

/** What is compared, for the head of the report. */
export interface ComparedSides {
  readonly command: string;
  readonly before: string;
  readonly after: string;
  readonly lookup: SourceLookup;
}

/** Turns changes into a report: places found, effects outside of the scope left out, severities given. */
export function changeReport(
  changes: readonly Change[],
  sides: ComparedSides,
  weights: ChangeWeights,
): Report {
  const findings = changes
    .flatMap((change) => changeFinding(change, sides, weights) ?? [])
    .filter(({ change }) => weights.keepsCompatible || change?.verdict !== 'compatible');
  const effects = findings.flatMap(({ change }) => change?.effects ?? []);
  return {
    command: sides.command,
    subjects: [sides.after],
    findings,
    leftOut: 0,
    comparison: {
      before: sides.before,
      after: sides.after,
      verdicts: verdictsOf(effects, weights.scope),
      step: stepOf(findings),
    },
  };
}

function changeFinding(
  change: Change,
  { lookup }: ComparedSides,
  { scope, severity, ignore, baseline }: ChangeWeights,
): Finding | undefined {
  if (severity[change.rule] === 'off' || ignore.some((pattern) => fits(pattern, change))) return undefined;
  const effects = change.effects.filter(
    ({ category }) => scope.includes(category) && severity[category] !== 'off',
  );
  if (effects.length === 0) return undefined;
  const verdict = gravest(effects.map((one) => one.verdict));
  const fingerprint = sha256(
    [
      change.rule,
      change.ids.before[0],
      change.ids.after[0],
      change.subject,
      change.before,
      change.after,
    ].join('\n'),
  ).slice(0, 16);
  const isKnown = baseline.has(fingerprint);
  const place = change.spans.after && placeOf(change.spans.after, lookup);
  const oldPlace = change.spans.before && placeOf(change.spans.before, lookup);
  return finding({
    code: change.code,
    severity: isKnown ? 'info' : severityOf(change, effects, verdict, severity),
    message: change.message,
    rule: change.rule,
    hint: verdict === 'breaking' ? change.hint : undefined,
    place: place ?? oldPlace,
    related: place === undefined || oldPlace === undefined ? [] : [{ place: oldPlace, label: 'was here' }],
    expected: change.before,
    found: change.after,
    change: {
      rule: change.rule,
      subject: change.subject,
      group: change.group,
      before: change.before,
      after: change.after,
      effects,
      verdict,
      fingerprint,
      isKnown,
    },
  });
}

const BY_VERDICT: Readonly<Record<ChangeVerdict, Severity>> = {
  breaking: 'error',
  undecided: 'warning',
  compatible: 'info',
};

function severityOf(
  { rule }: Change,
  effects: readonly ChangeEffect[],
  verdict: ChangeVerdict,
  severity: ChangeWeights['severity'],
): Severity {
  if (verdict === 'compatible') return 'info';
  const ofRule = severity[rule];
  if (ofRule !== undefined && ofRule !== 'off') return ofRule;
  const severities = effects
    .filter((one) => one.verdict !== 'compatible')
    .map(({ category, verdict: own, onlyByType }) => {
      const given = severity[category];
      if (given !== undefined && given !== 'off') return given;
      // Any type that has a name can be named by xsi:type: worth knowing, seldom worth stopping for.
      return onlyByType === true ? 'warning' : BY_VERDICT[own];
    });
  return severities.includes('error') ? 'error' : severities.includes('warning') ? 'warning' : 'info';
}

/** `*` stands for anything; a pattern fits the subject, its beginning up to a dot, or the rule. */
function fits(pattern: string, { subject, rule }: Change): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/gu, '\\$&'))
    .join('.*');
  const expression = new RegExp(`^${source}(?:\\..*)?$`, 'u');
  return expression.test(subject) || pattern === rule;
}

function verdictsOf(
  effects: readonly ChangeEffect[],
  scope: readonly ChangeCategory[],
): Readonly<Partial<Record<ChangeCategory, ChangeVerdict>>> {
  const looked = CHANGE_CATEGORIES.filter((category) => scope.includes(category));
  return Object.fromEntries(
    looked.map((category) => [
      category,
      gravest(effects.filter((one) => one.category === category).map(({ verdict }) => verdict)),
    ]),
  );
}

/** What breaks asks for a major version, what is new for a minor one, words for a patch. */
function stepOf(findings: readonly Finding[]): SemanticStep {
  const changes = findings.flatMap(({ change }) => change ?? []);
  if (findings.some(({ severity, change }) => severity === 'error' || (change?.isKnown ?? false)))
    return 'major';
  if (changes.some(({ effects }) => effects.some(({ category }) => category !== 'documentation')))
    return 'minor';
  return changes.length > 0 ? 'patch' : 'none';
}
