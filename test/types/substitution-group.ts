import type { Drawing } from '../golden/types/substitution-group/expected/shapes/types.js';
import type { Double } from '@cimbind/runtime/codegen/v1';

declare const double: Double;

export const drawing: Drawing = {
  label: { $type: 'title', value: 'A drawing' },
  shape: [
    { $type: 'circle', value: { radius: double } },
    { $type: 'square', value: { side: double } },
    { $type: 'square', value: { $nil: true, side: double } },
  ],
};

// @ts-expect-error the head is abstract
export const head: Drawing = { shape: [{ $type: 'shape', value: {} }] };
// @ts-expect-error a circle has a radius
export const noRadius: Drawing = { shape: [{ $type: 'circle', value: {} }] };
// @ts-expect-error a circle is not nillable
export const nilCircle: Drawing = { shape: [{ $type: 'circle', value: { $nil: true } }] };

export function narrow(value: Drawing): readonly string[] {
  return value.shape.map((shape) => (shape.$type === 'circle' ? shape.value.radius : shape.value.side));
}
