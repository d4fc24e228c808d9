import { atomicType } from './atomic-type.js';
import type { SimpleTypeCodec } from './simple-type.js';
import { trimZeros } from './trim-zeros.js';

/** A date or time taken apart. What the type does not have is taken from 1972-01-01T00:00:00, a leap year. */
export interface CalendarFields {
  /** With its sign; may be longer than four digits. */
  readonly year: string;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** The digits behind the decimal point, trailing zeros left out. */
  readonly fraction: string;
  /** Minutes east of UTC; undefined without a time zone. */
  readonly zone: number | undefined;
}

/** The year of dateTime, date, gYear and gYearMonth as a group of a regular expression. */
export const YEAR = '(-?(?!0000)(?:[1-9][0-9]{4,}|[0-9]{4}))';
/** The time of dateTime and time: four groups. */
export const CLOCK = '([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?';
/** A type without a time: the same groups, empty. */
export const NO_CLOCK = '()()()()';
export const TWO_DIGITS = '([0-9]{2})';

/**
 * A type of date and time (3.2.7 to 3.2.14). `form` has eight groups: year, month, day, hour, minute, second, fraction and,
 * added here, the zone; a group that is empty or takes no part stands for what the type does not have.
 */
export const calendarType = (
  name: string,
  form: string,
  expected: string,
  scan?: SimpleTypeCodec['scan'],
): SimpleTypeCodec => {
  const expression = new RegExp(`^${form}(Z|[+-][0-9]{2}:[0-9]{2})?$`);
  const fields = (literal: string): CalendarFields | undefined => readCalendarFields(expression, literal);
  return atomicType(name, expected, (literal) => fields(literal) !== undefined, {
    fields,
    ...(scan !== undefined && { scan }),
  });
};

/** Takes a literal apart by the groups of `calendarType`; undefined if it does not match or names no date or time. */
export function readCalendarFields(expression: RegExp, literal: string): CalendarFields | undefined {
  const match = expression.exec(literal);
  if (match === null) return undefined;
  const part = (index: number, absent: number): number => Number(match[index] || absent);
  const year = match[1] || '1972';
  const month = part(2, 1);
  const day = part(3, 1);
  const hour = part(4, 0);
  const minute = part(5, 0);
  const second = part(6, 0);
  const fraction = trimZeros(match[7] ?? '');
  const zone = zoneMinutes(match[8]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(Number(year.slice(-4)), month))
    return undefined;
  if (minute > 59 || second > 59 || (zone !== undefined && !(Math.abs(zone) <= 840))) return undefined;
  if (hour > 23 && (hour > 24 || minute !== 0 || second !== 0 || fraction !== '')) return undefined;
  return { year, month, day, hour, minute, second, fraction, zone };
}

/** NaN where the minutes are no minutes. */
function zoneMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === '') return undefined;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(4));
  const all = Number(zone.slice(1, 3)) * 60 + minutes;
  return minutes > 59 ? NaN : zone.startsWith('-') ? -all : all;
}

/** Appendix E: leap years by the number of the year. Its last four digits are enough. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;
