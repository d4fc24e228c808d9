import type { CalendarFields } from '../primitive/calendar.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';

/** A point of the time line, in UTC where a zone is known. */
export interface Instant {
  readonly seconds: bigint;
  readonly fraction: string;
  readonly isZoned: boolean;
}

/** The instant of a valid literal; undefined for a type that has nothing to do with date and time. */
export function instantOf({ primitive, fields }: SimpleTypeCodec, literal: string): Instant | undefined {
  const all = fields?.(literal);
  // The end of a day is the beginning of the next, and for a time, which recurs every day, the beginning of the same.
  return all && instantOfFields(primitive === 'time' && all.hour === 24 ? { ...all, hour: 0 } : all);
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
