import type { Meter } from '../golden/types/sequence/expected/meter/types.js';
import type { DateTime, Decimal, Int } from '@cimbind/runtime/codegen/v1';

declare const decimal: Decimal;
declare const dateTime: DateTime;
declare const int: Int;

export const least: Meter = { id: 'a', serial: '1', reading: [], phase: [] };
export const most: Meter = {
  id: 'a',
  virtual: true,
  serial: '1',
  installed: dateTime,
  reading: [decimal],
  phase: [int],
  vendor: undefined,
  model: 'x',
};

// @ts-expect-error a required attribute
export const noId: Meter = { serial: '1', reading: [], phase: [] };
// @ts-expect-error a list is always there
export const noList: Meter = { id: 'a', serial: '1', phase: [] };
// @ts-expect-error a number is no decimal: it would have lost digits
export const number: Meter = { id: 'a', serial: '1', reading: [1.5], phase: [] };
// @ts-expect-error nor is any string
export const text: Meter = { id: 'a', serial: '1', reading: ['1.5'], phase: [] };
// @ts-expect-error maxOccurs is 0
export const never: Meter = { id: 'a', serial: '1', reading: [], phase: [], never: 'x' };
// @ts-expect-error values are readonly
least.serial = '2';
// @ts-expect-error lists too
least.reading.push(decimal);
