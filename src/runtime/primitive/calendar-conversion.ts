import type { DateOnly, DateTime, Duration, Time } from './brand.js';
import { CLOCK, readCalendarFields, TWO_DIGITS, YEAR } from './calendar.js';
import { durationParts } from '../value-space/duration-value.js';
import { instantOfFields } from '../value-space/instant.js';

/**
 * An xs:dateTime in UTC, with milliseconds where there are some.
 * @throws RangeError if the date is invalid.
 */
export const dateTimeOf = (instant: Date): DateTime => `${dayOf(instant)}T${clockOf(instant)}Z` as DateTime;

/**
 * The xs:date in UTC of an instant, without time zone.
 * @throws RangeError if the date is invalid.
 */
export const dateOf = (instant: Date): DateOnly => dayOf(instant) as DateOnly;

/**
 * The xs:time in UTC of an instant.
 * @throws RangeError if the date is invalid.
 */
export const timeOf = (instant: Date): Time => `${clockOf(instant)}Z` as Time;

/**
 * The instant of an xs:dateTime or xs:date (its beginning), cut to milliseconds. Without a time zone in the value, `zone`
 * says which one is meant, such as `Z` or `+01:00`.
 * @throws RangeError if the value has no time zone and none is given, or if it is beyond what Date can hold.
 */
export function toDate(value: DateTime | DateOnly, zone?: string): Date {
  const fields = readCalendarFields(DAY_AND_CLOCK, value) ?? invalid(value, 'a date');
  const zoned =
    fields.zone === undefined && zone !== undefined
      ? readCalendarFields(DAY_AND_CLOCK, value + zone)
      : fields;
  if (zoned?.zone === undefined) return invalid(value, 'a value with a time zone; say which one is meant');
  const { seconds, fraction } = instantOfFields(zoned);
  const date = new Date(Number(seconds) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0')));
  return Number.isNaN(date.getTime()) ? invalid(value, 'within the range of Date') : date;
}

/** The length of an xs:duration without years and months in milliseconds, undefined if it has some. */
export function toMilliseconds(value: Duration): number | undefined {
  const { isNegative, months, seconds, fraction } = durationParts(value);
  if (months !== 0n) return undefined;
  const magnitude = Number(seconds) * 1000 + Number(`0.${fraction || '0'}`) * 1000;
  return isNegative ? -magnitude : magnitude;
}

/**
 * An xs:duration in seconds.
 * @throws RangeError if the number is not finite.
 */
export function durationOf(milliseconds: number): Duration {
  if (!Number.isFinite(milliseconds)) return invalid(String(milliseconds), 'a finite number');
  const whole = Math.abs(Math.round(milliseconds));
  const fraction = whole % 1000 === 0 ? '' : `.${String(whole % 1000).padStart(3, '0')}`;
  return `${milliseconds < 0 && whole !== 0 ? '-' : ''}PT${BigInt(Math.floor(whole / 1000))}${fraction}S` as Duration;
}

const DAY_AND_CLOCK = /* @__PURE__ */ new RegExp(
  `^${YEAR}-${TWO_DIGITS}-${TWO_DIGITS}(?:T${CLOCK})?(Z|[+-][0-9]{2}:[0-9]{2})?$`,
);

function dayOf(instant: Date): string {
  if (Number.isNaN(instant.getTime())) return invalid('Invalid Date', 'a valid date');
  const year = instant.getUTCFullYear();
  // XML Schema 1.0 has no year 0: the year before 1 is -1.
  const shown = year > 0 ? String(year).padStart(4, '0') : `-${String(1 - year).padStart(4, '0')}`;
  return `${shown}-${pair(instant.getUTCMonth() + 1)}-${pair(instant.getUTCDate())}`;
}

function clockOf(instant: Date): string {
  if (Number.isNaN(instant.getTime())) return invalid('Invalid Date', 'a valid date');
  const milliseconds = instant.getUTCMilliseconds();
  const fraction = milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`;
  return `${pair(instant.getUTCHours())}:${pair(instant.getUTCMinutes())}:${pair(instant.getUTCSeconds())}${fraction}`;
}

const pair = (value: number): string => String(value).padStart(2, '0');

function invalid(value: string, expected: string): never {
  throw new RangeError(`"${value}" is not ${expected}`);
}
