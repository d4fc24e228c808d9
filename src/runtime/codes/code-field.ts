import type { CodeIssue, CodePolicy } from './code-issue.js';
import { codeIssue } from './code-issue.js';
import type { CodeTable } from './code-table.js';
import { nameOf, numberOf, standingOf } from './code-table.js';

/** One field of a code. */
export interface CodeField {
  readonly name: string;
  /** The table of an enumeration; absent for a plain number. */
  readonly table?: CodeTable;
  /** Whether the number may be negative: the power of ten is the only one. */
  readonly signed?: boolean;
  /** Numbers that are good though the table has no name for them. */
  readonly also?: (number: number) => boolean;
}

const NUMBER = /^(?:0|-?[1-9]\d{0,8})$/u;

/** Whether a text is made like a code, whatever its fields say: two numbers or more, joined by dots. */
export const looksLikeCode = (text: string): boolean => /^-?\d+(?:\.-?\d+)+$/u.test(text);

/** The numbers of a text. What is no number is said, with its field, and the result is undefined. */
export function readNumbers(
  text: string,
  fields: readonly CodeField[],
  what: string,
  policy: CodePolicy,
): { readonly numbers: readonly number[] | undefined; readonly issues: readonly CodeIssue[] } {
  const parts = text.split('.');
  if (parts.length !== fields.length) {
    const message = `${show(text)} is no ${what}: ${text === '' ? 0 : parts.length} fields, expected ${fields.length}`;
    return { numbers: undefined, issues: codeIssue(policy, 'malformed', '', message) };
  }
  const wrong = parts.flatMap((part, index) => {
    const field = fields[index];
    if (field === undefined || isNumberOf(part, field)) return [];
    const expected = field.signed === true ? 'a whole number' : 'a whole number from 0';
    const message = `field ${index + 1} (${field.name}) is ${show(part)}, expected ${expected}`;
    return [{ field: field.name, message }];
  });
  return wrong.length === 0
    ? { numbers: parts.map(Number), issues: [] }
    : {
        numbers: undefined,
        issues: wrong.flatMap(({ field, message }) => codeIssue(policy, 'malformed', field, message)),
      };
}

const isNumberOf = (part: string, { signed }: CodeField): boolean =>
  NUMBER.test(part) && (signed === true || !part.startsWith('-'));

/** What is to be said about numbers that are not plainly standard. */
export const checkNumbers = (
  numbers: readonly number[],
  fields: readonly CodeField[],
  policy: CodePolicy,
): readonly CodeIssue[] =>
  fields.flatMap((field, index) => {
    const number = numbers[index];
    return number === undefined ? [] : checkNumber(number, field, index, policy);
  });

function checkNumber(
  number: number,
  { name, table, also }: CodeField,
  index: number,
  policy: CodePolicy,
): readonly CodeIssue[] {
  if (table === undefined || also?.(number) === true) return [];
  const standing = standingOf(table, number);
  if (standing === 'standard') return [];
  const known = nameOf(table, number);
  const at = `field ${index + 1} (${name}) is ${number}${known === undefined ? '' : ` (${known})`}`;
  switch (standing) {
    case 'unknown':
      return codeIssue(policy, 'unknown', name, `${at}, which no table has`);
    case 'vendor':
      return codeIssue(policy, 'vendor', name, `${at}, which is a vendor's own`);
    case 'unconfirmed':
      return codeIssue(policy, 'unconfirmed', name, `${at}, on which public sources do not agree`);
  }
}

/** The number that a name or a number stands for; 0 where nothing is chosen. Throws a RangeError where it stands for none. */
export function numberFor(field: CodeField, choice: unknown): number {
  const number =
    typeof choice === 'string' && field.table !== undefined ? numberOf(field.table, choice) : (choice ?? 0);
  if (typeof number === 'number' && isNumberOf(String(number), field)) return number;
  throw new RangeError(`${field.name} is ${String(choice)}, expected a number or a name of its table`);
}

/** A text as a message quotes it, shortened where it is long. */
const show = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}…` : text);
