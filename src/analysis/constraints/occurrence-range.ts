import type { Occurs } from '../content-model/effective-total-range.js';

/** An occurrence range in words: `once`, `0 to 5 times`, `1 or more times`. */
export function showRange({ min, max }: Occurs): string {
  if (min === 1 && max === 1) return 'once';
  if (max === 'unbounded') return `${min} or more times`;
  return min === max ? `${min} times` : `${min} to ${max} times`;
}
