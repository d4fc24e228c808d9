import type { ChangeEffect } from '../../diagnostics/change.js';
import type { Span } from '../../foundation/span.js';
import type { Polarity } from './rules/rule.js';

/** One real change between two models, in words, and what it does to whom. */
export interface Change {
  readonly code: string;
  /** Stable id of the rule that recognised it. */
  readonly rule: string;
  readonly message: string;
  readonly hint: string | undefined;
  readonly subject: string;
  readonly group: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What it can do to the set of valid messages. */
  readonly wire: Polarity;
  /** Ids of what changed and of what it is part of, on each side. */
  readonly ids: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly spans: { readonly before: Span | undefined; readonly after: Span | undefined };
  readonly effects: readonly ChangeEffect[];
}
