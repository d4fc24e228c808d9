import type { Random } from '../random.js';
import type { Bound, LiteralFacets } from './literal-facets.js';

/** A decimal number as a whole number of units of 10^-scale. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

/** How many values beside a bound are thought of where the plausible ones are out of bounds. */
const NEIGHBOURS = 1000n;

/** Decimal numbers inside the bounds and within the digits: small positive ones where possible. */
export function* decimalLiterals(facets: LiteralFacets, random: Random, isShort: boolean): Generator<string> {
  const most = Math.min(facets.fractionDigits ?? 40, facets.totalDigits ?? 40);
  const preferred = facets.fractionDigits === 0 ? [0] : isShort ? [0, 1, 2] : [random.below(3), 0, 1, 2];
  const scales = [...preferred, 3, 4, 6, 9, 12, 18, 24, 30, 40].filter((scale) => scale <= most);
  for (const scale of scales) {
    const range = unitsAt(scale, facets);
    if (range === undefined) continue;
    yield* drawFrom(range, scale, random, isShort);
  }
}

interface Units {
  readonly least: bigint | undefined;
  readonly greatest: bigint | undefined;
}

function unitsAt(scale: number, { min, max, totalDigits }: LiteralFacets): Units | undefined {
  const digits = totalDigits === undefined ? undefined : 10n ** BigInt(Math.min(totalDigits, 400)) - 1n;
  let least = min && lowest(min, scale);
  let greatest = max && highest(max, scale);
  if (digits !== undefined) {
    if (least === undefined || least < -digits) least = -digits;
    if (greatest === undefined || greatest > digits) greatest = digits;
  }
  return least !== undefined && greatest !== undefined && least > greatest ? undefined : { least, greatest };
}

function* drawFrom(
  { least, greatest }: Units,
  scale: number,
  random: Random,
  isShort: boolean,
): Generator<string> {
  const unit = 10n ** BigInt(scale);
  const low = least ?? (greatest !== undefined && greatest < 0n ? greatest - NEIGHBOURS : -NEIGHBOURS * unit);
  const high = greatest ?? (low > 0n ? low + NEIGHBOURS * unit : NEIGHBOURS * unit);
  if (isShort) {
    yield format(low <= 0n && high >= 0n ? 0n : low > 0n ? low : high, scale);
  }
  const plausible = clip({ low, high }, 1n, NEIGHBOURS * unit) ??
    clip({ low, high }, 0n, NEIGHBOURS * unit) ?? { low: low > 0n ? low : max(low, high - NEIGHBOURS), high };
  if (random.chance(5) && least !== undefined) yield format(least, scale);
  if (random.chance(5) && greatest !== undefined) yield format(greatest, scale);
  const top = plausible.low + NEIGHBOURS * unit;
  for (let turn = 0; turn < 6; turn++) {
    yield format(random.betweenBig(plausible.low, min(plausible.high, top)), scale);
  }
  yield format(low, scale);
  yield format(high, scale);
  for (let turn = 0; turn < 6; turn++) yield format(random.betweenBig(low, high), scale);
}

function clip(
  { low, high }: { low: bigint; high: bigint },
  from: bigint,
  to: bigint,
): { low: bigint; high: bigint } | undefined {
  const clipped = { low: max(low, from), high: min(high, to) };
  return clipped.low <= clipped.high ? clipped : undefined;
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function lowest({ literal, isInclusive }: Bound, scale: number): bigint | undefined {
  const bound = parse(literal);
  if (bound === undefined) return undefined;
  const { floor, isExact } = rescale(bound, scale);
  return isExact && isInclusive ? floor : floor + 1n;
}

function highest({ literal, isInclusive }: Bound, scale: number): bigint | undefined {
  const bound = parse(literal);
  if (bound === undefined) return undefined;
  const { floor, isExact } = rescale(bound, scale);
  return isExact && !isInclusive ? floor - 1n : floor;
}

function rescale({ units, scale }: Scaled, wanted: number): { floor: bigint; isExact: boolean } {
  if (wanted >= scale) return { floor: units * 10n ** BigInt(wanted - scale), isExact: true };
  const divisor = 10n ** BigInt(scale - wanted);
  const quotient = units / divisor;
  const isExact = quotient * divisor === units;
  return { floor: !isExact && units < 0n ? quotient - 1n : quotient, isExact };
}

function parse(literal: string): Scaled | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(literal);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole + fraction === '') return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** A number of units of 10^-scale as a decimal literal. */
function format(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** Numbers of the types float and double. */
export function* floatingLiterals(
  facets: LiteralFacets,
  random: Random,
  isShort: boolean,
): Generator<string> {
  const bounds = [facets.min, facets.max].flatMap((bound) => (bound === undefined ? [] : [bound.literal]));
  if (bounds.every((literal) => parse(literal) !== undefined)) {
    yield* decimalLiterals({ ...facets, totalDigits: undefined, fractionDigits: 6 }, random, isShort);
  }
  if (bounds.length === 0 && !isShort) yield random.pick(['1.5E3', '-2.5e-2', 'INF', '-INF', 'NaN']);
  const [low, high] = [facets.min, facets.max].map((bound) =>
    bound === undefined ? undefined : Number(bound.literal.replace('INF', 'Infinity')),
  );
  const span = Math.max(1e6, Math.abs(low ?? high ?? 0));
  const least = Math.max(low ?? (high ?? span) - 2 * span, -1e300);
  const greatest = Math.min(high ?? least + 2 * span, 1e300);
  for (const share of [0.5, 0.25, 0.75, 1e-3, 1e-9]) yield spell(least + (greatest - least) * share);
  yield* bounds;
}

const spell = (value: number): string => String(value).replace('Infinity', 'INF').replace(/e\+?/, 'E');
