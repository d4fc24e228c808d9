import { BUILT_IN_SPAN, type Span } from '../../../foundation/span.js';
import type { ComponentId, Schema } from '../../../model/schema/index.js';
import { LeastSizes } from './least-sizes.js';
import { type NameMatch, SAME_NAMES } from './name-match.js';
import type { WireDoubtReason, WireRule } from './rules.js';
import type { WireDetail, WireDoubt, WireFinding, WireOptions, WirePlace } from './verdict.js';
import type { WitnessElement } from './witness.js';

/** What a comparison came across, before it is told once. */
export interface Difference {
  readonly rule: WireRule;
  readonly from: WirePlace;
  readonly to: WirePlace;
  readonly path: string;
  readonly detail: WireDetail;
  /** Same for the same difference that is met on another way. Default: rule, places and subject. */
  readonly key?: string;
}

/** The state of one comparison: pairs that wait, pairs that were met, and what was found. Pairs near the roots come first. */
export class Comparison {
  readonly from: Schema;
  readonly to: Schema;
  readonly match: NameMatch;
  readonly maxStates: number;
  readonly sizes: LeastSizes;
  readonly findings = new Map<string, WireFinding>();
  readonly doubts = new Map<string, WireDoubt>();
  /** Values of some types are compared in another value space than before. */
  hasNewValueSpaces = false;
  readonly #seen = new Set<string>();
  readonly #waiting: (() => void)[] = [];

  constructor(from: Schema, to: Schema, { match = SAME_NAMES, maxStates = 20_000 }: WireOptions) {
    this.from = from;
    this.to = to;
    this.match = match;
    this.maxStates = maxStates;
    this.sizes = LeastSizes.of(from);
  }

  /** Does something later, once. */
  once(key: string, task: () => void): void {
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#waiting.push(task);
  }

  run(): void {
    for (let at = 0; at < this.#waiting.length; at++) this.#waiting[at]?.();
  }

  report(difference: Difference, witness: WitnessElement): void {
    const { key = keyOf(difference), ...found } = difference;
    if (!this.findings.has(key)) this.findings.set(key, { ...found, witness });
  }

  doubt(reason: WireDoubtReason, difference: Difference): void {
    const { key = keyOf(difference), ...found } = difference;
    if (!this.doubts.has(key)) this.doubts.set(key, { ...found, reason });
  }

  /** Whether a difference was told already. */
  has(difference: Difference): boolean {
    const { key = keyOf(difference) } = difference;
    return this.findings.has(key) || this.doubts.has(key);
  }
}

const keyOf = ({ rule, from, to, detail }: Difference): string =>
  [rule, placeKey(from), placeKey(to), detail.subject].join(' ');

const placeKey = ({ component, span }: WirePlace): string =>
  `${component} ${span.source}:${String(span.start)}`;

/** The place of a component. */
export const placeOf = (
  component: { readonly id: ComponentId; readonly span: Span },
  span: Span = component.span,
): WirePlace => ({ component: component.id, span: span === BUILT_IN_SPAN ? component.span : span });
