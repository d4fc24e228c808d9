import type { Random } from '../random.js';
import type { LiteralFacets } from './literal-facets.js';

const PLAUSIBLE = ['PT15M', 'PT1H', 'P1D', 'PT30S', 'P7D', 'P1M', 'P1Y', 'P1Y6M', 'PT1H30M', 'P2DT12H'];

/** Durations inside the bounds: those that metering knows where possible, else those beside a bound. */
export function* durationLiterals(
  facets: LiteralFacets,
  random: Random,
  isShort: boolean,
): Generator<string> {
  if (isShort) yield 'P1D';
  yield* random.shuffled(PLAUSIBLE);
  const bounds = [facets.min, facets.max].flatMap((bound) => (bound === undefined ? [] : [bound.literal]));
  for (const literal of bounds) {
    const parsed = parse(literal);
    if (parsed === undefined) continue;
    const { months, seconds } = parsed;
    const turn = random.between(1, 9);
    for (const by of [turn, -turn, 1, -1]) {
      yield format(months, seconds + by * 86_400);
      yield format(months, seconds + by);
      yield format(months + by, seconds);
      yield format(months + by, seconds + by);
    }
  }
  yield* bounds;
  yield* ['PT0S', '-P1D', '-P1Y', 'P100Y', '-P100Y'];
}

interface Duration {
  readonly months: number;
  readonly seconds: number;
}

function parse(literal: string): Duration | undefined {
  const match =
    /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(literal);
  if (match === null) return undefined;
  const [years, months, days, hours, minutes, seconds] = match
    .slice(2)
    .map((part: string | undefined) => Number(part ?? 0));
  const sign = match[1] === '-' ? -1 : 1;
  return {
    months: sign * ((years ?? 0) * 12 + (months ?? 0)),
    seconds: sign * ((days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)),
  };
}

/** Months and seconds must not have different signs: then the one that is nearer to zero is left out. */
function format(months: number, seconds: number): string {
  if (months * seconds < 0) return months > 0 ? format(months, 0) : format(0, seconds);
  const isNegative = months < 0 || seconds < 0;
  const [inMonths, inSeconds] = [Math.abs(months), Math.abs(seconds)];
  const part = (count: number, unit: string): string => (count === 0 ? '' : `${count}${unit}`);
  const date =
    part(Math.floor(inMonths / 12), 'Y') +
    part(inMonths % 12, 'M') +
    part(Math.floor(inSeconds / 86_400), 'D');
  const ofDay = inSeconds % 86_400;
  const time =
    part(Math.floor(ofDay / 3600), 'H') + part(Math.floor(ofDay / 60) % 60, 'M') + part(ofDay % 60, 'S');
  if (date === '' && time === '') return 'PT0S';
  return `${isNegative ? '-' : ''}P${date}${time === '' ? '' : `T${time}`}`;
}
