import type { CodeField } from './code-field.js';
import type { CodeStanding } from './code-table.js';
import { nameOf, standingOf } from './code-table.js';
import { words } from './words.js';

/** One field of a code, explained. */
export interface DescribedField {
  readonly field: string;
  readonly number: number;
  /** The name that the tables give the number. */
  readonly name: string | undefined;
  readonly words: string;
  readonly standing: CodeStanding;
}

/** A code in words. */
export interface CodeDescription {
  /** What kind of code it is: `reading type`. */
  readonly kind: string;
  readonly code: string;
  /** One line: what all fields say together. */
  readonly summary: string;
  readonly fields: readonly DescribedField[];
}

/** A number in the words of its field. */
export function describeNumber(field: CodeField, number: number): DescribedField {
  const name = field.table === undefined ? undefined : nameOf(field.table, number);
  const isPlain = field.table === undefined || field.also?.(number) === true;
  const standing = field.table === undefined || isPlain ? 'standard' : standingOf(field.table, number);
  return {
    field: field.name,
    number,
    name,
    words: wordsFor(field.name, name, number, isPlain, standing),
    standing,
  };
}

function wordsFor(
  field: string,
  name: string | undefined,
  number: number,
  isPlain: boolean,
  standing: CodeStanding,
): string {
  if (name !== undefined) return words(name);
  if (isPlain) return number === 0 ? 'none' : String(number);
  return standing === 'vendor'
    ? `vendor's own ${words(field)} ${number}`
    : `unknown ${words(field)} ${number}`;
}
