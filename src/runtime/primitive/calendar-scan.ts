import { daysInMonth } from './calendar.js';
import { UNSURE } from './scan.js';

// Two digits at an offset as a number; anything from 100 on where they are none. A read behind the end gives none.
const two = (bytes: Uint8Array, at: number): number => {
  const tens = (bytes[at] as number) ^ 0x30;
  const ones = (bytes[at + 1] as number) ^ 0x30;
  return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
};

/** `YYYY-MM-DD` with a year from 0001 to 9999: other years are left to `check`. */
export function scanDay(bytes: Uint8Array, at: number): boolean {
  const century = two(bytes, at);
  const years = two(bytes, at + 2);
  const month = two(bytes, at + 5);
  const day = two(bytes, at + 8);
  if (century > 99 || years > 99 || century + years === 0) return false;
  if (bytes[at + 4] !== 0x2d || bytes[at + 7] !== 0x2d) return false;
  if (month > 12 || month === 0 || day === 0 || day > 31) return false;
  return day < 29 || day <= daysInMonth(century * 100 + years, month);
}

/** `hh:mm:ss`, a fraction and a zone. 24:00:00 is left to `check`. */
export function scanClock(bytes: Uint8Array, at: number, limit: number): number {
  if (two(bytes, at) > 23 || two(bytes, at + 3) > 59 || two(bytes, at + 6) > 59) return UNSURE;
  if (bytes[at + 2] !== 0x3a || bytes[at + 5] !== 0x3a) return UNSURE;
  let next = at + 8;
  if (next < limit && bytes[next] === 0x2e) {
    const first = ++next;
    while (next < limit && ((bytes[next] as number) ^ 0x30) < 10) next++;
    if (next === first) return UNSURE;
  }
  return scanZone(bytes, next, limit);
}

/** Nothing, `Z`, or `+hh:mm` up to 13:59; 14:00 is left to `check`. */
export function scanZone(bytes: Uint8Array, at: number, limit: number): number {
  if (at >= limit) return at > limit ? UNSURE : at;
  const sign = bytes[at];
  if (sign === 0x5a) return at + 1;
  if (sign !== 0x2b && sign !== 0x2d) return at;
  return at + 6 <= limit && bytes[at + 3] === 0x3a && two(bytes, at + 1) < 14 && two(bytes, at + 4) < 60
    ? at + 6
    : UNSURE;
}
