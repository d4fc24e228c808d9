import type {
  Beside,
  Emptiable,
  Nested,
  OptionalGroup,
  Simple,
  TwoChoices,
} from '../golden/types/choice/expected/choice/types.js';
import type { DateOnly } from '@cimbind/runtime/codegen/v1';

declare const day: DateOnly;

export const a: Simple = { a: 'x' };
export const b: Simple = { b: true };
export const spelled: Simple = { a: 'x', b: undefined };
// @ts-expect-error both branches
export const both: Simple = { a: 'x', b: true };
// @ts-expect-error no branch
export const none: Simple = {};

export function narrow(value: Simple): string {
  return value.a === undefined ? String(value.b) : value.a.trim();
}

export const beside: Beside = { before: '1', b: '2', c: '3', e: ['4'] };
export const withoutSecond: Beside = { before: '1', a: '2' };
// @ts-expect-error c belongs to the branch of b
export const mixedUp: Beside = { before: '1', a: '2', c: '3' };
// @ts-expect-error d and e exclude each other
export const twoOfSecond: Beside = { before: '1', a: '2', d: '3', e: ['4'] };
// @ts-expect-error one of the first choice is required
export const noFirst: Beside = { before: '1', d: '3' };

export const nested: Nested = { kind: 'k', b: 'x' };
export const other: Nested = { c: 'x' };
// @ts-expect-error kind goes with a or b
export const halfNested: Nested = { kind: 'k' };
// @ts-expect-error c excludes kind
export const tooMuch: Nested = { kind: 'k', a: 'x', c: 'y' };

export const absent: OptionalGroup = {};
export const present: OptionalGroup = { from: day, to: day };
export const noted: OptionalGroup = { from: day, to: day, note: ['x'] };
// @ts-expect-error from and to come together
export const half: OptionalGroup = { from: day };
// @ts-expect-error a note without a period
export const noteOnly: OptionalGroup = { note: ['x'] };

export const two: TwoChoices = { a: 'x', d: 'y' };
// @ts-expect-error one of each
export const oneOfTwo: TwoChoices = { a: 'x' };

export const empty: Emptiable = {};
export const list: Emptiable = { b: ['x'] };
// @ts-expect-error still a choice
export const bothEmptiable: Emptiable = { a: 'x', b: ['y'] };
