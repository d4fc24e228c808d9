import { isScalar } from 'yaml';
import type { Marked, Multiplicity } from '../../../model/information/index.js';
import { type NodeShape, refuse } from './node-shape.js';

const RANGE = /^(0|[1-9]\d{0,8})(?:\.\.(\*|0|[1-9]\d{0,8}))?$/u;

/** How often: `1`, `0..1`, `1..*`, `2..5`. */
export const occurs: NodeShape<Marked<Multiplicity>> = {
  schema: {
    oneOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: '^[0-9]+(\\.\\.([0-9]+|\\*))?$' },
    ],
  },
  read(place, ctx) {
    const value = isScalar(place.node) ? parseOccurs(String(place.node.value)) : undefined;
    if (value === undefined) return refuse(place, ctx, 'how often it occurs: 1, 0..1, 0..*, 1..*, 2..5');
    return { value, span: ctx.spanOf(place.node, place.holder) };
  },
};

/** Undefined where the text is no range, or ends before it begins. */
export function parseOccurs(text: string): Multiplicity | undefined {
  const match = RANGE.exec(text);
  if (match === null) return undefined;
  const [, low = '', high = low] = match;
  const lower = Number(low);
  if (high === '*') return { lower, upper: 'unbounded' };
  return Number(high) < lower ? undefined : { lower, upper: Number(high) };
}
