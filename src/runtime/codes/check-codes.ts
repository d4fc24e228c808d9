import { looksLikeCode } from './code-field.js';
import type { CodeIssue, CodeLevel, CodePolicy } from './code-issue.js';
import { codeIssue } from './code-issue.js';
import type { CodeKind } from './code-kind.js';
import { checkCode, FIELD_COUNTS } from './code-kind.js';
import type { CodePlaces, FoundCode } from './find-codes.js';
import { CODE_PLACES, findCodes } from './find-codes.js';

/** An issue of a code in a message, with its place. */
export interface PlacedCodeIssue extends CodeIssue {
  /** Where, in the manner of XPath: `/MeterReading[2]/Readings/ReadingType/ref`. */
  readonly path: string;
  /** The text that stands there. */
  readonly text: string;
}

/** How codes of one kind are checked: a policy, or one level for malformed and unknown codes alike. */
export type CodeCheck = CodeLevel | CodePolicy;

/** How the codes of a message are checked. What is left out is checked by the default policy; `ignore` turns a kind off. */
export interface CodeCheckOptions {
  readonly readingTypes?: CodeCheck;
  readonly endDeviceEventTypes?: CodeCheck;
  readonly endDeviceControlTypes?: CodeCheck;
  readonly readingQualityTypes?: CodeCheck;
  /**
   * References that are no codes and that nothing in the message has as mRID or name. The receiver may know them all the
   * same. Default: ignore.
   */
  readonly unresolved?: CodeLevel;
  /** Where codes stand: names of elements, by kind. Default: `CODE_PLACES`. */
  readonly places?: CodePlaces;
  /** What paths begin with, as in `/MeterReadings`. */
  readonly root?: string;
}

/**
 * Checks the codes of a decoded message. A reference is the code itself, or the mRID or a name of something that the
 * message holds: it is checked as a code where it is made of numbers and dots. An mRID or a name is checked where it also
 * has as many fields as a code of its kind.
 */
export function checkCodes(message: unknown, options: CodeCheckOptions = {}): readonly PlacedCodeIssue[] {
  const found = findCodes(message, options.places ?? CODE_PLACES, options.root ?? '');
  const identities = new Set(
    found.filter(({ role }) => role !== 'ref').map(({ kind, text }) => `${kind} ${text}`),
  );
  // A message repeats few codes many times.
  const known = new Map<string, readonly CodeIssue[]>();
  const issuesOf = (one: FoundCode): readonly CodeIssue[] => {
    const key = `${one.kind} ${one.role} ${one.text}`;
    const issues = known.get(key) ?? issuesOfText(one, identities, options);
    known.set(key, issues);
    return issues;
  };
  return found.flatMap((one) => issuesOf(one).map((issue) => ({ ...issue, path: one.path, text: one.text })));
}

function issuesOfText(
  { kind, role, text }: FoundCode,
  identities: ReadonlySet<string>,
  options: CodeCheckOptions,
): readonly CodeIssue[] {
  const policy = policyOf(kind, options);
  if (policy === undefined) return [];
  if (role !== 'ref') return isShapedLike(kind, text) ? checkCode(kind, text, policy) : [];
  if (isShapedLike(kind, text)) return checkCode(kind, text, policy);
  if (identities.has(`${kind} ${text}`)) return [];
  if (looksLikeCode(text)) return checkCode(kind, text, policy);
  const message = `${JSON.stringify(text)} is no code, and nothing in the message has it as mRID or name`;
  return codeIssue({ malformed: options.unresolved ?? 'ignore' }, 'malformed', '', message);
}

const isShapedLike = (kind: CodeKind, text: string): boolean =>
  looksLikeCode(text) && FIELD_COUNTS[kind].includes(text.split('.').length);

/** Undefined where the kind is not checked. */
function policyOf(kind: CodeKind, options: CodeCheckOptions): CodePolicy | undefined {
  const check = options[`${kind}s`];
  if (typeof check !== 'string') return check ?? {};
  return check === 'ignore' ? undefined : { malformed: check, unknown: check };
}
