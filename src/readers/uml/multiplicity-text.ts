import { type Multiplicity, ZERO_TO_ONE } from '../../model/information/index.js';
import type { RawMultiplicity } from './raw-model.js';

/** What a text says about how many; `fault` where it is missing or had to be guessed. */
export interface ReadMultiplicity {
  readonly value: Multiplicity;
  readonly fault?: 'missing' | 'typo';
  /** As found. */
  readonly text: string;
}

const UNBOUNDED = /^(?:\*|n|m|unbounded|many|-1|inf)$/iu;

/**
 * Reads `0..1`, `*`, `0..n`, `1..unbounded` and what tools make of them. A missing one is 0..1 (rule R058 of the
 * modelling guide makes that the value of every attribute); a typo is what it most likely stands for.
 */
export function readMultiplicity(raw: RawMultiplicity | undefined): ReadMultiplicity {
  const text = textOf(raw);
  if (text === '') return { value: ZERO_TO_ONE, fault: 'missing', text };
  const exact = range(text.split('..'));
  if (exact !== undefined && isOrdered(exact)) return { value: exact, text };
  return { value: guess(text), fault: 'typo', text };
}

function textOf(raw: RawMultiplicity | undefined): string {
  if (raw === undefined) return '';
  if (typeof raw === 'string') return raw.trim();
  const lower = raw.lower?.trim() ?? '';
  const upper = raw.upper?.trim() ?? '';
  if (lower === '' || upper === '') return lower === '' ? upper : lower;
  return lower === upper ? upper : `${lower}..${upper}`;
}

/** `a` or `a..b`; undefined where a bound is no number. */
function range(bounds: readonly string[]): Multiplicity | undefined {
  const [first = '', second = first] = bounds.map((bound) => bound.trim());
  if (bounds.length > 2) return undefined;
  const upper = UNBOUNDED.test(second) ? 'unbounded' : /^\d{1,9}$/u.test(second) ? Number(second) : undefined;
  if (upper === undefined) return undefined;
  if (bounds.length === 1) return { lower: upper === 'unbounded' ? 0 : upper, upper };
  return /^\d{1,9}$/u.test(first) ? { lower: Number(first), upper } : undefined;
}

const isOrdered = ({ lower, upper }: Multiplicity): boolean => upper === 'unbounded' || lower <= upper;

/** `0.1`, `0…*`, `O..1`, `1..0`, `0..`, `..1`, `(0..1)`, `M:0..n`. */
function guess(text: string): Multiplicity {
  const bounds = text
    .replaceAll(/(?<![a-z])o(?![a-z])/giu, '0')
    .replaceAll(/^m:|[()[\]{}"\s]/giu, '')
    .split(/(?:\.|,|;|:|…|-(?!1$)|–)+/u);
  const [first = '', second = ''] = bounds;
  const found = range(second === '' ? [first] : first === '' ? ['0', second] : [first, second]);
  if (found === undefined) return ZERO_TO_ONE;
  // An open end as in `0..` is no single number.
  if (second === '' && bounds.length > 1) return { lower: found.lower, upper: 'unbounded' };
  return found.upper === 'unbounded' || found.lower <= found.upper
    ? found
    : { lower: found.upper, upper: found.lower };
}
