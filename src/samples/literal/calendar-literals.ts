import type { Random } from '../random.js';
import type { Bound, LiteralFacets } from './literal-facets.js';

/** A kind of calendar value: its literals are numbered along the time line. */
interface Calendar {
  /** Undefined where the literal is not of this kind. The time zone is set apart. */
  readonly toOrdinal: (text: string) => number | undefined;
  readonly fromOrdinal: (ordinal: number) => string;
  /** What people expect, when nothing is said about bounds. */
  readonly from: number;
  readonly count: number;
  /** Distance of plausible values. */
  readonly step: number;
  readonly zone: string;
}

/** 2024-01-15, in days since 1970-01-01. */
const FIRST_DAY = daysFromCivil(2024, 1, 15);
const DAY = 86_400;
const QUARTER = 900;

const CALENDARS: ReadonlyMap<string, Calendar> = new Map<string, Calendar>([
  [
    'dateTime',
    {
      toOrdinal: parseDateTime,
      fromOrdinal: (at) => `${dateText(Math.floor(at / DAY))}T${timeText(at - Math.floor(at / DAY) * DAY)}`,
      from: FIRST_DAY * DAY + 10.5 * 3600,
      count: 180 * 96,
      step: QUARTER,
      zone: 'Z',
    },
  ],
  ['date', { toOrdinal: parseDate, fromOrdinal: dateText, from: FIRST_DAY, count: 180, step: 1, zone: '' }],
  ['time', { toOrdinal: parseTime, fromOrdinal: timeText, from: 0, count: 96, step: QUARTER, zone: '' }],
  ['gYear', numbered(/^(-?\d{4,})$/, ([year]) => Number(year), yearText, 2024, 6)],
  [
    'gYearMonth',
    numbered(
      /^(-?\d{4,})-(\d\d)$/,
      ([year, month]) => Number(year) * 12 + Number(month) - 1,
      (at) => `${yearText(Math.floor(at / 12))}-${two((at % 12) + 1)}`,
      2024 * 12,
      12,
    ),
  ],
  [
    'gMonth',
    numbered(
      /^--(\d\d)$/,
      ([month]) => Number(month),
      (at) => `--${two(at)}`,
      1,
      12,
    ),
  ],
  [
    'gDay',
    numbered(
      /^---(\d\d)$/,
      ([day]) => Number(day),
      (at) => `---${two(at)}`,
      1,
      28,
    ),
  ],
  [
    'gMonthDay',
    numbered(
      /^--(\d\d)-(\d\d)$/,
      // Days of a leap year, so that 29 February has its number.
      ([month, day]) => daysFromCivil(2000, Number(month), Number(day)) - daysFromCivil(2000, 1, 1),
      (at) => `--${dateText(daysFromCivil(2000, 1, 1) + at).slice(5)}`,
      0,
      366,
    ),
  ],
]);

/** Values of the date and time kinds inside the bounds: of the year 2024 where possible. */
export function* calendarLiterals(
  facets: LiteralFacets,
  random: Random,
  isShort: boolean,
): Generator<string> {
  const calendar = CALENDARS.get(facets.builtIn);
  if (calendar === undefined) return;
  const zones = [facets.min, facets.max].flatMap((bound) =>
    bound === undefined ? [] : [zoneOf(bound.literal)],
  );
  const zone = zones[0] ?? calendar.zone;
  const low = ordinal(calendar, facets.min, 1);
  const high = ordinal(calendar, facets.max, -1);
  const last = calendar.from + (calendar.count - 1) * calendar.step;
  const from = Math.max(calendar.from, low ?? -Infinity);
  const to = Math.min(last, high ?? Infinity);
  if (from <= to) {
    if (isShort) yield calendar.fromOrdinal(from) + zone;
    const steps = Math.floor((to - from) / calendar.step);
    for (let turn = 0; turn < 8; turn++) {
      yield calendar.fromOrdinal(from + random.between(0, steps) * calendar.step) + zone;
    }
    // A value without time zone is good where nothing asks for one, and the other way round.
    yield calendar.fromOrdinal(from) + (zone === '' ? 'Z' : '');
  }
  for (const edge of [low, high]) {
    if (edge === undefined) continue;
    const inward = edge === low ? 1 : -1;
    for (const distance of [calendar.step, 1, 0]) yield calendar.fromOrdinal(edge + inward * distance) + zone;
  }
  for (const bound of [facets.min, facets.max]) if (bound !== undefined) yield bound.literal;
}

function ordinal(calendar: Calendar, bound: Bound | undefined, inward: number): number | undefined {
  if (bound === undefined) return undefined;
  const found = calendar.toOrdinal(
    bound.literal.slice(0, bound.literal.length - zoneOf(bound.literal).length),
  );
  return found === undefined || bound.isInclusive ? found : found + inward;
}

const zoneOf = (literal: string): string =>
  /(?:Z|[+-]\d\d:\d\d)$/.exec(literal.replace(/^-/, ' '))?.[0] ?? '';

function numbered(
  form: RegExp,
  toOrdinal: (parts: readonly string[]) => number,
  fromOrdinal: (ordinal: number) => string,
  from: number,
  count: number,
): Calendar {
  return {
    toOrdinal: (text) => {
      const match = form.exec(text);
      return match === null ? undefined : toOrdinal(match.slice(1));
    },
    fromOrdinal,
    from,
    count,
    step: 1,
    zone: '',
  };
}

function parseDateTime(text: string): number | undefined {
  const [date = '', time = ''] = text.split('T');
  const days = parseDate(date);
  const seconds = parseTime(time);
  return days === undefined || seconds === undefined ? undefined : days * DAY + seconds;
}

function parseDate(text: string): number | undefined {
  const match = /^(-?\d{4,})-(\d\d)-(\d\d)$/.exec(text);
  return match === null ? undefined : daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
}

function parseTime(text: string): number | undefined {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?$/.exec(text);
  return match === null ? undefined : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}

const two = (part: number): string => String(part).padStart(2, '0');

/** There is no year 0000 in XML Schema 1.0. */
function yearText(year: number): string {
  const shown = year === 0 ? 1 : year;
  return `${shown < 0 ? '-' : ''}${String(Math.abs(shown)).padStart(4, '0')}`;
}

function timeText(seconds: number): string {
  const inDay = ((seconds % DAY) + DAY) % DAY;
  return `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(Math.floor(inDay) % 60)}`;
}

/** Days since 1970-01-01 in the Gregorian calendar, reckoned backwards too; the year begins in March here. */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function dateText(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return `${yearText(year + era * 400 + (month <= 2 ? 1 : 0))}-${two(month)}-${two(day)}`;
}
