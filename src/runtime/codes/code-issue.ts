/** What is done about something: nothing, a note, a warning, an error. */
export type CodeLevel = 'ignore' | 'accept' | 'warn' | 'refuse';

/**
 * What is done about codes that are not plainly standard. Tables are open by nature: what is not in them may come from a
 * later edition or from a vendor, so nothing but a malformed code is refused by default.
 */
export interface CodePolicy {
  /** Text that is no code at all: too few fields, no numbers. Default: refuse. */
  readonly malformed?: CodeLevel;
  /** A number that no table has. Default: warn. */
  readonly unknown?: CodeLevel;
  /** A number from 1000 on, or one that a vendor is known to have added. Default: accept. */
  readonly vendor?: CodeLevel;
  /** A number that only one public source has. Default: ignore. */
  readonly unconfirmed?: CodeLevel;
  /** A reading type of the first edition, with 11 fields. Default: accept. */
  readonly firstEdition?: CodeLevel;
  /** Fields that contradict each other, by rules that are derived and not normative. Default: ignore. */
  readonly inconsistent?: CodeLevel;
}

/** One thing to say about a code. */
export interface CodeIssue {
  /** Stable code of the catalogue: `VAL5…`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The field that it is about: `unit`, `argument.denominator`; '' where it is about all of them. */
  readonly field: string;
}

/** What became of a text: the code, or the reasons why it is none. */
export type CodeRead<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly CodeIssue[] }
  | { readonly ok: false; readonly issues: readonly CodeIssue[] };

const DEFAULTS: Required<CodePolicy> = {
  malformed: 'refuse',
  unknown: 'warn',
  vendor: 'accept',
  unconfirmed: 'ignore',
  firstEdition: 'accept',
  inconsistent: 'ignore',
};

const SEVERITY = { ignore: undefined, accept: 'info', warn: 'warning', refuse: 'error' } as const;

const CODE = {
  malformed: 'VAL5001',
  unknown: 'VAL5002',
  vendor: 'VAL5003',
  unconfirmed: 'VAL5004',
  firstEdition: 'VAL5005',
  inconsistent: 'VAL5006',
} as const satisfies Record<keyof CodePolicy, string>;

/** The issue that a policy makes of a fact; none where it is to be ignored. */
export function codeIssue(
  policy: CodePolicy,
  matter: keyof CodePolicy,
  field: string,
  message: string,
): readonly CodeIssue[] {
  const severity = SEVERITY[policy[matter] ?? DEFAULTS[matter]];
  return severity === undefined ? [] : [{ code: CODE[matter], severity, message, field }];
}

/** The value with its issues; refused where one of them is an error. */
export const readWith = <T>(value: T, issues: readonly CodeIssue[]): CodeRead<T> =>
  issues.some(({ severity }) => severity === 'error') ? { ok: false, issues } : { ok: true, value, issues };
