import { trimZeros } from '../primitive/trim-zeros.js';
import { DURATION } from '../primitive/duration.js';
import { dayNumber } from './instant.js';

/** A duration as the recommendation orders it; years are months, and days to minutes are seconds. */
export interface DurationParts {
  readonly isNegative: boolean;
  readonly months: bigint;
  readonly seconds: bigint;
  readonly fraction: string;
}

export function durationParts(literal: string): DurationParts {
  const [, years, months, days, hours, minutes, seconds, fraction] = DURATION.exec(literal) ?? [];
  return {
    isNegative: literal.startsWith('-'),
    months: BigInt(years ?? 0) * 12n + BigInt(months ?? 0),
    seconds:
      ((BigInt(days ?? 0) * 24n + BigInt(hours ?? 0)) * 60n + BigInt(minutes ?? 0)) * 60n +
      BigInt(seconds ?? 0),
    fraction: trimZeros(fraction ?? ''),
  };
}

/** The reference points of 3.2.6.2: if they do not agree, the durations are incomparable. */
const REFERENCES = [
  [1696, 9],
  [1697, 2],
  [1903, 3],
  [1903, 7],
] as const;

/** Order of two durations (3.2.6.2); undefined where it depends on the month that they begin in. */
export function compareDurations(a: string, b: string): number | undefined {
  const x = durationParts(a);
  const y = durationParts(b);
  const digits = Math.max(x.fraction.length, y.fraction.length);
  let agreed: number | undefined;
  for (const [year, month] of REFERENCES) {
    const left = endOf(x, year, month, digits);
    const right = endOf(y, year, month, digits);
    const order = left < right ? -1 : left > right ? 1 : 0;
    if (agreed !== undefined && agreed !== order) return undefined;
    agreed = order;
  }
  return agreed;
}

/** Where a duration ends that starts on the first of a month: in units of 10^-digits seconds. */
function endOf(parts: DurationParts, year: number, month: number, digits: number): bigint {
  const sign = parts.isNegative ? -1n : 1n;
  const months = BigInt(year * 12 + month - 1) + sign * parts.months;
  const ofYear = ((months % 12n) + 12n) % 12n;
  // Here years are counted through zero: a step of a year is a step of a year.
  const endYear = (months - ofYear) / 12n;
  const day = dayNumber(endYear, Number(ofYear) + 1, 1) - (endYear < 0n ? 366n : 0n);
  const exact = BigInt(`${parts.seconds}${parts.fraction.padEnd(digits, '0')}`);
  return day * 86_400n * 10n ** BigInt(digits) + sign * exact;
}
