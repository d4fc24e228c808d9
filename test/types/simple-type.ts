import { Verb } from '../golden/types/simple-type/expected/simple/types.js';
import type {
  Level,
  ShortVerb,
  Three,
  VerbOrTime,
  Verbs,
} from '../golden/types/simple-type/expected/simple/types.js';
import type { BuiltIns } from '../golden/types/native-numbers/expected/native/types.js';
import type { DateTime, Decimal, Int, Integer } from '@cimbind/runtime/codegen/v1';

declare const time: DateTime;
declare const int: Int;
declare const integer: Integer;

export const byName: Verb = Verb.MeterReading;
export const byValue: Verb = 'meter reading';
export const short: ShortVerb = 'create';
export const verbs: Verbs = ['create', Verb.M];
export const either: VerbOrTime = time;
export const level: Level = integer;
export const three: Three = [int, int, int];
export const wider: Decimal = int;

// @ts-expect-error no such value
export const unknownVerb: Verb = 'destroy';
// @ts-expect-error any string is no dateTime
export const noTime: VerbOrTime = 'yesterday';
// @ts-expect-error a decimal is no integer
export const narrower: Integer = wider;

export function native({ int: small, float, decimal }: BuiltIns): number {
  // @ts-expect-error a decimal is never a number
  return small + float + decimal;
}
