/** Codes of group 7, security (IEC 61968-9, annex B). */
export type SecurityCode = '7.1' | '7.2' | '7.3' | '7.4' | '7.5' | '7.6' | '7.7';

/** What was wrong; each cause has one reply code. */
const CODE_OF_CAUSE = {
  /** What is needed for the check cannot be had for now. */
  'check-unavailable': '7.1',
  'no-credentials': '7.2',
  'weak-algorithm': '7.3',
  'weak-mechanism': '7.3',
  'bad-credentials': '7.4',
  'bad-signature': '7.4',
  'untrusted-certificate': '7.4',
  'bad-token': '7.4',
  'not-authorised': '7.5',
  'not-encrypted': '7.6',
  stale: '7.7',
  replayed: '7.7',
  'wrapped-signature': '7.7',
  'not-signed': '7.7',
  'malformed-security': '7.7',
  'other-user': '7.7',
} as const satisfies Record<string, SecurityCode>;

/** Why a message was refused. */
export type RefusalCause = keyof typeof CODE_OF_CAUSE;

/** A message that is refused for security: what the sender is told, and what only the audit trail says. */
export interface Refusal {
  readonly cause: RefusalCause;
  /** Code of the Reply. */
  readonly code: SecurityCode;
  /** What the sender is told: no more than that it was refused, and of which kind. */
  readonly reason: string;
  /** What the audit trail says. */
  readonly detail: string;
}

const TOLD: Readonly<Record<SecurityCode, string>> = {
  '7.1': 'authentication cannot be checked for now',
  '7.2': 'authentication needed',
  '7.3': 'the mechanism or algorithm is too weak',
  '7.4': 'authentication failed',
  '7.5': 'not authorised',
  '7.6': 'an encrypted connection is needed',
  '7.7': 'the security policy is violated',
};

/** A refusal; the detail is for the audit trail alone, because it helps whoever tries things out. */
export const refusal = (cause: RefusalCause, detail: string): Refusal => {
  const code = CODE_OF_CAUSE[cause];
  return { cause, code, reason: TOLD[code], detail };
};

/** The outcome of a check. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** A check that failed. */
export const refuse = (cause: RefusalCause, detail: string): Checked<never> => ({
  ok: false,
  refusal: refusal(cause, detail),
});

/** A check that succeeded. */
export const granted = <T>(value: T): Checked<T> => ({ ok: true, value });
