import type { CodeField } from './code-field.js';
import { checkNumbers, numberFor, readNumbers } from './code-field.js';
import type { CodeIssue, CodePolicy, CodeRead } from './code-issue.js';
import { codeIssue, readWith } from './code-issue.js';
import type { CodeChoice, CodeTable } from './code-table.js';
import { nameOf } from './code-table.js';
import type { CodeDescription } from './describe-code.js';
import { describeNumber } from './describe-code.js';
import { QUALITY_CATEGORY } from './reading-quality/category.js';
import { QUALITY_INDEX } from './reading-quality/index-of-category.js';
import { QUALITY_SYSTEM } from './reading-quality/system.js';

/** The code of a reading quality, IEC 61968-9 annex D: three numbers. What `index` means depends on the category. */
export interface ReadingQualityCode {
  readonly system: number;
  readonly category: number;
  readonly index: number;
}

/** The names of the index, by category. */
type QualityIndex = typeof QUALITY_INDEX;

/** What such a code is built of: names or numbers. */
export type ReadingQualityParts =
  | {
      [Category in keyof QualityIndex]: {
        readonly system: CodeChoice<typeof QUALITY_SYSTEM>;
        readonly category: Category;
        readonly index: CodeChoice<QualityIndex[Category]>;
      };
    }[keyof QualityIndex]
  | {
      readonly system: CodeChoice<typeof QUALITY_SYSTEM>;
      readonly category: CodeChoice<typeof QUALITY_CATEGORY>;
      readonly index: number;
    };

const SYSTEM: CodeField = { name: 'system', table: QUALITY_SYSTEM };
const CATEGORY: CodeField = { name: 'category', table: QUALITY_CATEGORY };

/** The three fields in order; the table of the index is that of the category. */
export const READING_QUALITY_FIELDS: readonly CodeField[] = [SYSTEM, CATEGORY, { name: 'index' }];

const KIND = 'reading quality';

/** Reads the code of a reading quality. */
export function parseReadingQuality(text: string, policy: CodePolicy = {}): CodeRead<ReadingQualityCode> {
  const { numbers, issues } = readNumbers(text, READING_QUALITY_FIELDS, KIND, policy);
  if (numbers === undefined) return { ok: false, issues };
  const [system = 0, category = 0, index = 0] = numbers;
  const code = { system, category, index };
  return readWith(code, checkReadingQualityCode(code, policy));
}

/** What is to be said about a code by a policy. */
export function checkReadingQualityCode(
  code: ReadingQualityCode,
  policy: CodePolicy = {},
): readonly CodeIssue[] {
  const name = nameOf(QUALITY_CATEGORY, code.category);
  const obsolete =
    name === 'obsolete'
      ? codeIssue(policy, 'inconsistent', 'category', 'field 2 (category) is 9, which is obsolete')
      : [];
  return [...checkNumbers(numbersOf(code), fieldsFor(code), policy), ...obsolete];
}

/** Writes a code as its three numbers, joined by dots. */
export const formatReadingQuality = (code: ReadingQualityCode): string => numbersOf(code).join('.');

/** Builds a code: `readingQuality({ system: 'endDevice', category: 'estimated', index: 'estimateGeneric' })`. */
export function readingQuality({ system, category, index }: ReadingQualityParts): ReadingQualityCode {
  const categoryNumber = numberFor(CATEGORY, category);
  return {
    system: numberFor(SYSTEM, system),
    category: categoryNumber,
    index: numberFor(indexField(categoryNumber), index),
  };
}

/** A code in words: `end device, valid, data valid`. */
export function describeReadingQuality(code: ReadingQualityCode): CodeDescription {
  const numbers = numbersOf(code);
  const fields = fieldsFor(code).map((field, index) => describeNumber(field, numbers[index] ?? 0));
  return {
    kind: KIND,
    code: numbers.join('.'),
    summary: fields.map(({ words }) => words).join(', '),
    fields,
  };
}

const fieldsFor = ({ category }: ReadingQualityCode): readonly CodeField[] => [
  SYSTEM,
  CATEGORY,
  indexField(category),
];

/** The index in a category: a plain number where the category has no table. */
function indexField(category: number): CodeField {
  const tables: Readonly<Record<string, CodeTable>> = QUALITY_INDEX;
  const table = tables[nameOf(QUALITY_CATEGORY, category) ?? ''];
  return { name: 'index', ...(table === undefined ? {} : { table }) };
}

const numbersOf = ({ system, category, index }: ReadingQualityCode): readonly number[] => [
  system,
  category,
  index,
];
