import { notInLexicalSpace } from './fault.js';
import type { SimpleTypeCodec } from './simple-type.js';

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
  const instantOf = (literal: string): Instant | undefined => {
    const fields = readCalendarFields(expression, literal);
    if (fields === undefined) return undefined;
    // The end of a day is the beginning of the next, and for a time, which recurs every day, the beginning of the same.
    return instantOfFields(name === 'time' && fields.hour === 24 ? { ...fields, hour: 0 } : fields);
  };
  return {
    name,
    variety: 'atomic',
    primitive: name,
    whiteSpace: 'collapse',
    ...(scan === undefined ? {} : { scan }),
    check: (literal) =>
      readCalendarFields(expression, literal) === undefined ? notInLexicalSpace(expected) : undefined,
    key(literal) {
      const instant = instantOf(literal);
      if (instant === undefined) return `${name} ${literal}`;
      return `${name} ${instant.seconds}.${instant.fraction}${instant.isZoned ? 'Z' : ''}`;
    },
    compare(a, b) {
      const x = instantOf(a);
      const y = instantOf(b);
      return x === undefined || y === undefined ? undefined : compareInstants(x, y);
    },
  };
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

/** A point of the time line, in UTC where a zone is known. */
export interface Instant {
  readonly seconds: bigint;
  readonly fraction: string;
  readonly isZoned: boolean;
}

const DAY = 86_400n;

export function instantOfFields(fields: CalendarFields): Instant {
  const { hour, minute, second, zone } = fields;
  const ofDay = hour * 3600 + minute * 60 + second - (zone ?? 0) * 60;
  return {
    seconds: dayNumber(BigInt(fields.year), fields.month, fields.day) * DAY + BigInt(ofDay),
    fraction: fields.fraction,
    isZoned: zone !== undefined,
  };
}

/** Days since 1 January 1970 in the proleptic Gregorian calendar. There is no year 0: -1 is followed by 1. */
export function dayNumber(year: bigint, month: number, day: number): bigint {
  // Years from March on put the leap day at the end; eras of 400 years have 146,097 days.
  const shifted = month > 2 ? year : year - 1n;
  const era = (shifted >= 0n ? shifted : shifted - 399n) / 400n;
  const ofEra = shifted - era * 400n;
  const ofYear = BigInt(Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1);
  const number = era * 146_097n + ofEra * 365n + ofEra / 4n - ofEra / 100n + ofYear - 719_468n;
  return year < 0n ? number + 366n : number;
}

/** Order of 3.2.7.4: a value without zone lies between fourteen hours earlier and fourteen hours later. */
export function compareInstants(x: Instant, y: Instant): number | undefined {
  if (x.isZoned === y.isZoned) return compareExact(x, y);
  if (!x.isZoned) {
    const order = compareInstants(y, x);
    return order === undefined ? undefined : -order;
  }
  if (compareExact(x, { ...y, seconds: y.seconds - FOURTEEN_HOURS }) < 0) return -1;
  return compareExact(x, { ...y, seconds: y.seconds + FOURTEEN_HOURS }) > 0 ? 1 : undefined;
}

const FOURTEEN_HOURS = 50_400n;

const compareExact = (x: Instant, y: Instant): number =>
  x.seconds < y.seconds
    ? -1
    : x.seconds > y.seconds
      ? 1
      : x.fraction < y.fraction
        ? -1
        : x.fraction > y.fraction
          ? 1
          : 0;

/** Fractions without trailing zeros: equal ones are the same text, and their order is that of the text. */
export function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}
