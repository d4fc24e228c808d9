import type { Values } from '../golden/types/nillable/expected/nil/types.js';
import type { Int } from '@cimbind/runtime/codegen/v1';

declare const int: Int;

const rest = { simple: int, many: [], plain: { a: 'x' }, tagged: { a: 'x', tag: 't' }, open: null } as const;

export const full: Values = rest;
export const nil: Values = {
  ...rest,
  simple: null,
  optional: null,
  many: [int, null],
  plain: null,
  tagged: { $nil: true, tag: 't' },
};

// @ts-expect-error attributes stay required where the element is nil
export const noTag: Values = { ...rest, tagged: { $nil: true } };
// @ts-expect-error an element with attributes is no null
export const nullTagged: Values = { ...rest, tagged: null };
// @ts-expect-error nil is not absent
export const missing: Values = { ...rest, simple: undefined };
