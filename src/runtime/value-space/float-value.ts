import { decimalDigits } from '../primitive/decimal.js';

/** The nearest double of a valid literal. */
export const nearestDouble = (literal: string): number =>
  literal === 'INF' ? Infinity : literal === '-INF' ? -Infinity : Number(literal);

/**
 * The 32-bit number nearest to a literal. Going through the nearest 64-bit number would round twice: where that one lies
 * just between two floats, the literal itself has to say on which side it is.
 */
export function nearestFloat(literal: string): number {
  const wide = nearestDouble(literal);
  const narrow = Math.fround(wide);
  if (wide === narrow || Number.isNaN(wide)) return narrow;
  // The arithmetic of rounding treats what lies beyond the largest float as if the exponent went on.
  const near = Math.abs(narrow) === Infinity ? Math.sign(narrow) * 2 ** 128 : narrow;
  const other = neighbour(near, wide);
  if (Math.abs(wide - near) !== Math.abs(other - wide)) return narrow;
  const side = compareToDouble(literal, wide);
  if (side === 0) return narrow;
  return Math.fround(side < 0 ? Math.min(near, other) : Math.max(near, other));
}

/** The float next to `near` on the side of `wide`. */
function neighbour(near: number, wide: number): number {
  const isAway = near === 0 || wide > near === near > 0;
  if (!isAway && Math.abs(near) === 2 ** 128) return Math.sign(near) * MAX_FLOAT;
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, Math.abs(near));
  view.setInt32(0, view.getInt32(0) + (isAway ? 1 : -1));
  const magnitude = Math.min(view.getFloat32(0), 2 ** 128);
  return (near === 0 ? wide < 0 : near < 0) ? -magnitude : magnitude;
}

const MAX_FLOAT = 3.4028234663852886e38;

/** Exact order of a decimal literal and a double. */
function compareToDouble(literal: string, value: number): number {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e');
  const { isNegative, integer, fraction } = decimalDigits(mantissa);
  let left = BigInt(`${integer}${fraction}` || '0') * (isNegative ? -1n : 1n);
  let scale = 0;
  let whole = value;
  // A double is an integer times a power of two.
  while (!Number.isInteger(whole)) {
    whole *= 2;
    scale++;
  }
  let right = BigInt(whole);
  left <<= BigInt(scale);
  const power = Number(exponent) - fraction.length;
  if (power >= 0) left *= 10n ** BigInt(power);
  else right *= 10n ** BigInt(-power);
  return left < right ? -1 : left > right ? 1 : 0;
}
