import type { Mixed, RepeatedChoice, Text } from '../golden/types/ordered/expected/ordered/types.js';
import type { Decimal } from '@cimbind/runtime/codegen/v1';

declare const decimal: Decimal;

export const repeated: RepeatedChoice = {
  content: 'the attribute',
  content_: [
    { name: 'a', value: 'x' },
    { name: 'b', value: decimal },
    { name: 'b', value: null },
  ],
};
export const mixed: Mixed = { content: ['text', { name: 'em', value: { content: ['more'] } }] };
export const text: Text = { content: ['only text'] };

// @ts-expect-error the value of another name
export const wrongValue: RepeatedChoice = { content_: [{ name: 'a', value: null }] };
// @ts-expect-error no such name
export const wrongName: RepeatedChoice = { content_: [{ name: 'c', value: 'x' }] };
// @ts-expect-error no text between elements
export const textBetween: RepeatedChoice = { content_: ['x'] };
// @ts-expect-error no element in text
export const elementInText: Text = { content: [{ name: 'a', value: 'x' }] };

export function narrow(value: RepeatedChoice): readonly string[] {
  return value.content_.map((entry) => (entry.name === 'a' ? entry.value.trim() : (entry.value ?? 'nil')));
}
