import type { TimeOption } from './interface-options.js';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A time in milliseconds; undefined where the text is none. */
export function millisecondsOf(time: TimeOption): number | undefined {
  if (typeof time === 'number') return time;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)$/u.exec(time) ?? [];
  const factor = UNITS[unit ?? ''];
  return amount === undefined || factor === undefined ? undefined : Math.round(Number(amount) * factor);
}
