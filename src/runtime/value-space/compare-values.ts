import { compareDecimals } from '../primitive/decimal.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import { compareDurations } from './duration-value.js';
import { nearestDouble, nearestFloat } from './float-value.js';
import { compareInstants, instantOf } from './instant.js';

/** Order of two valid literals: negative, 0, positive, or undefined where they are incomparable. */
export type Compare = (type: SimpleTypeCodec, a: string, b: string) => number | undefined;

/** The order of every ordered primitive type. */
export const compareValues: Compare = (type, a, b) => {
  switch (type.primitive) {
    case 'decimal':
      return compareDecimals(a, b);
    case 'float':
      return compareNumbers(nearestFloat(a), nearestFloat(b));
    case 'double':
      return compareNumbers(nearestDouble(a), nearestDouble(b));
    case 'duration':
      return compareDurations(a, b);
    default: {
      const x = instantOf(type, a);
      const y = instantOf(type, b);
      return x === undefined || y === undefined ? undefined : compareInstants(x, y);
    }
  }
};

/** Whether the values of a type have an order. */
export const isOrdered = ({ primitive, fields }: SimpleTypeCodec): boolean =>
  fields !== undefined || ['decimal', 'float', 'double', 'duration'].includes(primitive);

function compareNumbers(x: number, y: number): number | undefined {
  if (x < y) return -1;
  if (x > y) return 1;
  return x === y || (Number.isNaN(x) && Number.isNaN(y)) ? 0 : undefined;
}
