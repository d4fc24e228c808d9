import type { CodeIssue, CodePolicy, CodeRead } from './code-issue.js';
import { codeIssue, readWith } from './code-issue.js';
import type { CodeField } from './code-field.js';
import { checkNumbers, numberFor, readNumbers } from './code-field.js';
import type { CodeChoice } from './code-table.js';
import type { CodeDescription, DescribedField } from './describe-code.js';
import { describeNumber } from './describe-code.js';
import { ACCUMULATION } from './reading-type/accumulation.js';
import { AGGREGATE } from './reading-type/aggregate.js';
import { COMMODITY } from './reading-type/commodity.js';
import { contradictions } from './reading-type/contradictions.js';
import { CURRENCY } from './reading-type/currency.js';
import { FLOW_DIRECTION } from './reading-type/flow-direction.js';
import { MACRO_PERIOD } from './reading-type/macro-period.js';
import { MEASUREMENT_KIND } from './reading-type/measurement-kind.js';
import { MEASURING_PERIOD } from './reading-type/measuring-period.js';
import { MULTIPLIER } from './reading-type/multiplier.js';
import { PHASES } from './reading-type/phases.js';
import { UNIT } from './reading-type/unit.js';
import { unitWords } from './unit-words.js';

/** UML RationalNumber; 0 over 0 where it does not apply. */
export interface RationalCode {
  readonly numerator: number;
  readonly denominator: number;
}

/** The code of a reading type, second edition and later of IEC 61968-9, annex C: 18 numbers. */
export interface ReadingTypeCode {
  readonly macroPeriod: number;
  readonly aggregate: number;
  readonly measuringPeriod: number;
  readonly accumulation: number;
  readonly flowDirection: number;
  readonly commodity: number;
  readonly measurementKind: number;
  readonly interharmonic: RationalCode;
  readonly argument: RationalCode;
  readonly tou: number;
  readonly cpp: number;
  readonly consumptionTier: number;
  readonly phases: number;
  /** Power of ten. */
  readonly multiplier: number;
  readonly unit: number;
  /** Number of ISO 4217. */
  readonly currency: number;
}

/** What a reading type is built of: names or numbers. What is left out does not apply. */
export interface ReadingTypeParts {
  readonly macroPeriod?: CodeChoice<typeof MACRO_PERIOD>;
  readonly aggregate?: CodeChoice<typeof AGGREGATE>;
  readonly measuringPeriod?: CodeChoice<typeof MEASURING_PERIOD>;
  readonly accumulation?: CodeChoice<typeof ACCUMULATION>;
  readonly flowDirection?: CodeChoice<typeof FLOW_DIRECTION>;
  readonly commodity?: CodeChoice<typeof COMMODITY>;
  readonly measurementKind?: CodeChoice<typeof MEASUREMENT_KIND>;
  readonly interharmonic?: RationalCode;
  readonly argument?: RationalCode;
  readonly tou?: number;
  readonly cpp?: number;
  readonly consumptionTier?: number;
  readonly phases?: CodeChoice<typeof PHASES>;
  readonly multiplier?: CodeChoice<typeof MULTIPLIER>;
  readonly unit?: CodeChoice<typeof UNIT>;
  readonly currency?: CodeChoice<typeof CURRENCY>;
}

/** Numbers of ISO 4217 that the table does not name; 0 is "none". */
const isCurrencyNumber = (number: number): boolean => number < 1000;

/** The 18 fields in order. */
export const READING_TYPE_FIELDS: readonly CodeField[] = [
  { name: 'macroPeriod', table: MACRO_PERIOD },
  { name: 'aggregate', table: AGGREGATE },
  { name: 'measuringPeriod', table: MEASURING_PERIOD },
  { name: 'accumulation', table: ACCUMULATION },
  { name: 'flowDirection', table: FLOW_DIRECTION },
  { name: 'commodity', table: COMMODITY },
  { name: 'measurementKind', table: MEASUREMENT_KIND },
  { name: 'interharmonic.numerator' },
  { name: 'interharmonic.denominator' },
  { name: 'argument.numerator' },
  { name: 'argument.denominator' },
  { name: 'tou' },
  { name: 'cpp' },
  { name: 'consumptionTier' },
  { name: 'phases', table: PHASES },
  { name: 'multiplier', table: MULTIPLIER, signed: true },
  { name: 'unit', table: UNIT },
  { name: 'currency', table: CURRENCY, also: isCurrencyNumber },
];

const KIND = 'reading type';

/** Reads a code of 18 fields. A code of the first edition is refused; `parseFirstEditionReadingType` reads it. */
export function parseReadingType(text: string, policy: CodePolicy = {}): CodeRead<ReadingTypeCode> {
  const { numbers, issues } = readNumbers(text, READING_TYPE_FIELDS, KIND, policy);
  if (numbers === undefined) return { ok: false, issues };
  const code = codeOf(numbers);
  return readWith(code, checkReadingTypeCode(code, policy));
}

/** What is to be said about a code by a policy. */
export function checkReadingTypeCode(code: ReadingTypeCode, policy: CodePolicy = {}): readonly CodeIssue[] {
  const doubts = contradictions(code).flatMap(({ field, message }) =>
    codeIssue(policy, 'inconsistent', field, message),
  );
  return [...checkNumbers(numbersOf(code), READING_TYPE_FIELDS, policy), ...doubts];
}

/** Writes a code as its 18 numbers, joined by dots. */
export const formatReadingType = (code: ReadingTypeCode): string => numbersOf(code).join('.');

/** Builds a code from names or numbers: `readingType({ unit: 'Wh', multiplier: 'k', measurementKind: 'energy' })`. */
export function readingType(parts: ReadingTypeParts): ReadingTypeCode {
  const rationals: Readonly<Record<string, number | undefined>> = {
    'interharmonic.numerator': parts.interharmonic?.numerator,
    'interharmonic.denominator': parts.interharmonic?.denominator,
    'argument.numerator': parts.argument?.numerator,
    'argument.denominator': parts.argument?.denominator,
  };
  const choices: Readonly<Record<string, unknown>> = { ...parts, ...rationals };
  return codeOf(READING_TYPE_FIELDS.map((field) => numberFor(field, choices[field.name])));
}

/** A code in words: `fifteen-minute delta data, forward, electricity secondary metered, energy, kWh`. */
export function describeReadingType(code: ReadingTypeCode): CodeDescription {
  const numbers = numbersOf(code);
  const fields = READING_TYPE_FIELDS.map((field, index) =>
    inSymbols(describeNumber(field, numbers[index] ?? 0)),
  );
  return { kind: KIND, code: numbers.join('.'), summary: summaryOf(code, fields), fields };
}

function summaryOf(code: ReadingTypeCode, fields: readonly DescribedField[]): string {
  const say = (name: keyof ReadingTypeCode): string | undefined =>
    code[name] === 0 ? undefined : fields.find(({ field }) => field === name)?.words;
  const numbered = (label: string, number: number): string | undefined =>
    number === 0 ? undefined : `${label} ${number}`;
  const period = [say('measuringPeriod')?.replaceAll(' ', '-'), say('accumulation')];
  const parts = [
    say('macroPeriod'),
    say('aggregate'),
    period.filter((part) => part !== undefined).join(' '),
    say('flowDirection'),
    say('commodity'),
    say('measurementKind'),
    rationalWords('interharmonic', code.interharmonic),
    rationalWords('argument', code.argument),
    numbered('time-of-use rate', code.tou),
    numbered('critical peak period', code.cpp),
    numbered('consumption tier', code.consumptionTier),
    say('phases') === undefined ? undefined : `phases ${say('phases') ?? ''}`,
    unitWords(code.unit, code.multiplier),
    currencyWords(code.currency, say('currency')),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ') || 'nothing is said';
}

const currencyWords = (currency: number, said: string | undefined): string | undefined =>
  said === String(currency) ? `currency ${currency}` : said;

const rationalWords = (label: string, { numerator, denominator }: RationalCode): string | undefined =>
  numerator === 0 && denominator === 0 ? undefined : `${label} ${numerator}/${denominator}`;

/** Phases, units and currencies are symbols, whose letters keep their case. */
function inSymbols(described: DescribedField): DescribedField {
  const { field, number, name } = described;
  if (name === undefined || number === 0) return described;
  if (field === 'unit') return { ...described, words: unitWords(number, 0) ?? described.words };
  if (field === 'currency') return { ...described, words: name };
  const isLetters = field === 'phases' && Object.hasOwn(PHASES.standard, name);
  return isLetters ? { ...described, words: name.replace(/_\d+$/u, '') } : described;
}

const numbersOf = (code: ReadingTypeCode): readonly number[] => [
  code.macroPeriod,
  code.aggregate,
  code.measuringPeriod,
  code.accumulation,
  code.flowDirection,
  code.commodity,
  code.measurementKind,
  code.interharmonic.numerator,
  code.interharmonic.denominator,
  code.argument.numerator,
  code.argument.denominator,
  code.tou,
  code.cpp,
  code.consumptionTier,
  code.phases,
  code.multiplier,
  code.unit,
  code.currency,
];

function codeOf(numbers: readonly number[]): ReadingTypeCode {
  const at = (index: number): number => numbers[index] ?? 0;
  return {
    macroPeriod: at(0),
    aggregate: at(1),
    measuringPeriod: at(2),
    accumulation: at(3),
    flowDirection: at(4),
    commodity: at(5),
    measurementKind: at(6),
    interharmonic: { numerator: at(7), denominator: at(8) },
    argument: { numerator: at(9), denominator: at(10) },
    tou: at(11),
    cpp: at(12),
    consumptionTier: at(13),
    phases: at(14),
    multiplier: at(15),
    unit: at(16),
    currency: at(17),
  };
}
