import type { CodeField } from './code-field.js';
import { readNumbers } from './code-field.js';
import type { CodePolicy, CodeRead } from './code-issue.js';
import { codeIssue, readWith } from './code-issue.js';
import type { CodeDescription } from './describe-code.js';
import { describeNumber } from './describe-code.js';
import type { ReadingTypeCode } from './reading-type.js';
import { describeReadingType, readingType } from './reading-type.js';
import { FLOW_DIRECTION } from './reading-type/flow-direction.js';
import { MEASURING_PERIOD } from './reading-type/measuring-period.js';
import { MULTIPLIER } from './reading-type/multiplier.js';
import { UNIT } from './reading-type/unit.js';

/** The code of a reading type of the first edition: 11 numbers. Five of them have no publicly known meaning. */
export interface FirstEditionReadingTypeCode {
  readonly timeAttribute: number;
  readonly flowDirection: number;
  /** 0, 1 or 2: which list `kind` counts in. */
  readonly category: number;
  readonly kind: number;
  readonly multiplier: number;
  readonly unit: number;
  /** Fields 2, 3, 7, 8 and 9. */
  readonly others: readonly [number, number, number, number, number];
}

/** What is added to a kind of the first edition to make a measurement kind of the second, by category. */
const KINDS_BEFORE: readonly number[] = [0, 90, 118];

const FIELDS: readonly CodeField[] = [
  { name: 'timeAttribute', table: MEASURING_PERIOD },
  { name: 'field 2' },
  { name: 'field 3' },
  { name: 'flowDirection', table: FLOW_DIRECTION },
  { name: 'category' },
  { name: 'kind' },
  { name: 'field 7' },
  { name: 'field 8' },
  { name: 'field 9' },
  { name: 'multiplier', table: MULTIPLIER, signed: true },
  { name: 'unit', table: UNIT },
];

const KIND = 'reading type of the first edition';

/** How many fields a code of the first edition has. */
export const FIRST_EDITION_FIELD_COUNT = FIELDS.length;

/** Reads a code of the first edition, 11 fields, by what public converters know of it. */
export function parseFirstEditionReadingType(
  text: string,
  policy: CodePolicy = {},
): CodeRead<FirstEditionReadingTypeCode> {
  const { numbers, issues } = readNumbers(text, FIELDS, KIND, policy);
  if (numbers === undefined) return { ok: false, issues };
  const at = (index: number): number => numbers[index] ?? 0;
  const code: FirstEditionReadingTypeCode = {
    timeAttribute: at(0),
    flowDirection: at(3),
    category: at(4),
    kind: at(5),
    multiplier: at(9),
    unit: at(10),
    others: [at(1), at(2), at(6), at(7), at(8)],
  };
  const category =
    KINDS_BEFORE[code.category] === undefined
      ? codeIssue(policy, 'unknown', 'category', `field 5 (category) is ${code.category}, expected 0, 1 or 2`)
      : [];
  const edition = `${text} is a reading type of the first edition, with 11 fields instead of 18`;
  return readWith(code, [...codeIssue(policy, 'firstEdition', '', edition), ...category]);
}

/** Writes a code of the first edition as its 11 numbers. */
export function formatFirstEditionReadingType(code: FirstEditionReadingTypeCode): string {
  return numbersOf(code).join('.');
}

/**
 * The code of 18 fields that says what is known of one of 11. Public converters carry over time attribute, direction, kind,
 * multiplier and unit; whether the time attribute is the measuring period in every case is not publicly known.
 */
export const fromFirstEdition = (code: FirstEditionReadingTypeCode): ReadingTypeCode =>
  readingType({
    measuringPeriod: code.timeAttribute,
    flowDirection: code.flowDirection,
    measurementKind: code.kind + (KINDS_BEFORE[code.category] ?? 0),
    multiplier: code.multiplier,
    unit: code.unit,
  });

/** A code of the first edition in words. */
export function describeFirstEditionReadingType(code: FirstEditionReadingTypeCode): CodeDescription {
  const numbers = numbersOf(code);
  return {
    kind: KIND,
    code: numbers.join('.'),
    summary: describeReadingType(fromFirstEdition(code)).summary,
    fields: FIELDS.map((field, index) => describeNumber(field, numbers[index] ?? 0)),
  };
}

function numbersOf(code: FirstEditionReadingTypeCode): readonly number[] {
  const [second, third, seventh, eighth, ninth] = code.others;
  const { timeAttribute, flowDirection, category, kind, multiplier, unit } = code;
  return [
    timeAttribute,
    second,
    third,
    flowDirection,
    category,
    kind,
    seventh,
    eighth,
    ninth,
    multiplier,
    unit,
  ];
}
