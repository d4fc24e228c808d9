import type { Span } from '../foundation/span.js';

export type Severity = 'error' | 'warning' | 'info';

/** Another place that has to do with the problem. */
export interface Related {
  readonly at: Span;
  readonly label: string;
}

/** One problem, as data. Made only by `DiagnosticBag.add` from a definition in the catalogue. */
export interface Diagnostic {
  /** Stable: never renumbered, never reused. */
  readonly code: string;
  readonly severity: Severity;
  /** The constraint of the recommendation, such as `src-resolve` or `cos-nonambig`. */
  readonly rule?: string;
  readonly message: string;
  readonly hint?: string;
  readonly at?: Span;
  readonly related: readonly Related[];
}

/** What a front end or a pass returns: what it could make, and what it thinks of the input. */
export interface Read<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** An entry of the catalogue. `P` is what the message needs to know. */
export interface DiagnosticDefinition<P> {
  readonly code: string;
  readonly severity: Severity;
  readonly rule?: string;
  /** One line for `explain` and for the rules of SARIF. */
  readonly title: string;
  /** Lower case, no full stop, in the user's terms: what was found and what was expected. */
  readonly message: (facts: P) => string;
  /** The way out. */
  readonly hint?: (facts: P) => string;
  /** The long text that `cimbind explain CODE` prints: why, and an example. */
  readonly explanation?: string;
}

export const defineDiagnostic = <P = Record<string, never>>(
  definition: DiagnosticDefinition<P>,
): DiagnosticDefinition<P> => definition;
