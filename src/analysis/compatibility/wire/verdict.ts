import type { Span } from '../../../foundation/span.js';
import type { ComponentId } from '../../../model/schema/index.js';
import type { NameMatch } from './name-match.js';
import type { WireDoubtReason, WireRule } from './rules.js';
import type { WitnessElement } from './witness.js';

/**
 * Whether every message that one model accepts is accepted by another one: proved, refuted by witnesses, or not known.
 * Where there are findings, there may be doubts beside them.
 */
export type WireVerdict =
  | { readonly verdict: 'compatible' }
  | {
      readonly verdict: 'breaking';
      readonly findings: readonly WireFinding[];
      readonly doubts: readonly WireDoubt[];
    }
  | { readonly verdict: 'undecided'; readonly doubts: readonly WireDoubt[] };

/** One difference that makes the second model reject a message of the first, told once, at the component where it lies. */
export interface WireFinding {
  readonly rule: WireRule;
  /** The component of the accepting model. */
  readonly from: WirePlace;
  /** The component of the rejecting model. */
  readonly to: WirePlace;
  /** A way to it, by names, from the root of a message: `/MeterReadings/MeterReading/@ref`. */
  readonly path: string;
  /** What differs, in the words of the models: the name of the element, the facet, the values. */
  readonly detail: WireDetail;
  readonly witness: WitnessElement;
}

/** A difference of which it is not known whether any message shows it. */
export interface WireDoubt {
  readonly reason: WireDoubtReason;
  /** What the difference would be, if it is one. */
  readonly rule: WireRule;
  readonly from: WirePlace;
  readonly to: WirePlace;
  readonly path: string;
  readonly detail: WireDetail;
}

/** A component of a model, and its place in a source. */
export interface WirePlace {
  readonly component: ComponentId;
  readonly span: Span;
}

/** What a finding is about. */
export interface WireDetail {
  /** Local name of the element or attribute, or name of the type or constraint. */
  readonly subject: string;
  /** What held before: a range, a facet with its value. */
  readonly before?: string;
  readonly after?: string;
  /** A value that was valid. */
  readonly literal?: string;
}

/** What is compared, and how. The comparison: `wireInclusion(from, to, options): WireVerdict`. */
export interface WireOptions {
  /** Elements that messages begin with, by id in the accepting model. Default: every global element that is not abstract. */
  readonly roots?: readonly ComponentId[];
  /** Default: names stay as they are. */
  readonly match?: NameMatch;
  /** States that the comparison of two content models, or of two patterns, may take. Default: 20,000. */
  readonly maxStates?: number;
}
