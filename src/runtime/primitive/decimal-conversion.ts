import type { Decimal, Double, Float, Integer } from './brand.js';
import { decimal } from './decimal.js';
import { integer } from './integer.js';
import { nearestDouble } from '../value-space/float-value.js';

/**
 * An xs:decimal from a text, a number or a bigint. A number becomes its shortest decimal form, without exponent.
 * @throws RangeError if the text is no decimal, or the number not finite.
 */
export function decimalOf(value: string | number | bigint): Decimal {
  const literal = typeof value === 'number' ? withoutExponent(String(value)) : String(value);
  if (decimal.check(literal, () => undefined) !== undefined)
    throw new RangeError(`"${literal}" is not a decimal number`);
  return literal as Decimal;
}

/**
 * An xs:integer from a text, a number or a bigint.
 * @throws RangeError if it is no whole number.
 */
export function integerOf(value: string | number | bigint): Integer {
  const literal = typeof value === 'number' ? withoutExponent(String(value)) : String(value);
  if (integer.check(literal, () => undefined) !== undefined)
    throw new RangeError(`"${literal}" is not an integer`);
  return literal as Integer;
}

/** The nearest floating-point number: digits may get lost, which is why it is asked for by name. */
export const toNumber = (value: Decimal | Float | Double): number => nearestDouble(value);

/** The exact value of an xs:integer or a type derived from it. */
export const toBigInt = (value: Integer): bigint => BigInt(value.startsWith('+') ? value.slice(1) : value);

/**
 * An xs:double from a number: its shortest form.
 */
export const doubleOf = (value: number): Double => floatingPointLiteral(value) as Double;

/** An xs:float from a number, rounded to 32 bits. */
export const floatOf = (value: number): Float => floatingPointLiteral(Math.fround(value)) as Float;

const floatingPointLiteral = (value: number): string =>
  value === Infinity ? 'INF' : value === -Infinity ? '-INF' : Object.is(value, -0) ? '-0' : String(value);

/** `1.5e-7` as `0.00000015`. */
function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (whole === '') return text;
  const shift = Number(exponent);
  return shift < 0
    ? `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`
    : `${sign}${whole}${fraction.padEnd(shift, '0')}`;
}
