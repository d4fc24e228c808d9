import type { ComparisonSummary, FoundChange } from './change.js';
import type { Severity } from './diagnostic.js';

/** The text of a line around a place, to be shown with a mark under the part that is meant. */
export interface Frame {
  /** The line, or the part of a very long line that holds the place. */
  readonly text: string;
  /** Where the mark begins, in UTF-16 units of `text`. */
  readonly start: number;
  /** How long the mark is; at least 1. */
  readonly length: number;
}

/** A place as people and tools name it. Lines and columns count from 1; columns count code points. */
export interface Place {
  /** Relative to the working folder, `/` separated; what SARIF and annotations call the file. */
  readonly label: string;
  readonly line: number;
  readonly column: number;
  /** One past the last code point. */
  readonly endLine: number;
  readonly endColumn: number;
  readonly frame: Frame | undefined;
}

/**
 * What all report formats are printed from: a diagnostic of a model or an issue of an instance document, with its places
 * worked out.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly rule: string | undefined;
  readonly hint: string | undefined;
  readonly place: Place | undefined;
  readonly related: readonly RelatedPlace[];
  /** Which of the checked subjects it belongs to, where there is no place. */
  readonly subject: string | undefined;
  /** Instance documents only: the XPath-like path of the element or attribute. */
  readonly path: string | undefined;
  readonly expected: string | undefined;
  readonly found: string | undefined;
  /** A unified diff, where the finding is a difference. */
  readonly diff: string | undefined;
  /** Where the finding is a change between two models. */
  readonly change: FoundChange | undefined;
}

export interface RelatedPlace {
  readonly place: Place;
  readonly label: string;
}

/** Everything that one run of a command has to say. */
export interface Report {
  /** The command: `validate`, `check`. */
  readonly command: string;
  /** Every document or project that was looked at, also those without findings. */
  readonly subjects: readonly string[];
  readonly findings: readonly Finding[];
  /** Findings that were left out because of a limit on their number. */
  readonly leftOut: number;
  /** Where two models were compared. */
  readonly comparison?: ComparisonSummary;
  /** Where messages of several partners were looked at. */
  readonly partners?: readonly PartnerSummary[];
}

/** What one partner's messages look like. */
export interface PartnerSummary {
  /** What the partner calls itself: Header.Source. */
  readonly source: string;
  readonly messages: number;
  readonly errors: number;
  readonly warnings: number;
  /** How often each rule was broken, by rule. */
  readonly rules: Readonly<Record<string, number>>;
}

/** Fills what most findings leave open. */
export const finding = (
  known: Pick<Finding, 'code' | 'severity' | 'message'> & Partial<Finding>,
): Finding => ({
  rule: undefined,
  hint: undefined,
  place: undefined,
  related: [],
  subject: undefined,
  path: undefined,
  expected: undefined,
  found: undefined,
  diff: undefined,
  change: undefined,
  ...known,
});
