import type { CodeTable } from '../code-table.js';
import { numberOf } from '../code-table.js';
import { COMMODITY } from './commodity.js';
import { MEASUREMENT_KIND } from './measurement-kind.js';
import { UNIT } from './unit.js';
import type { ReadingTypeCode } from '../reading-type.js';

/** Two fields of a code that do not go together. */
export interface Contradiction {
  readonly field: string;
  readonly message: string;
}

const ELECTRICITY = [
  'electricitySecondaryMetered',
  'electricityPrimaryMetered',
  'electricityTransmissionMetered',
] as const;

/** Units that electric energy and electric power are measured in. */
const UNITS_OF = {
  energy: ['Wh', 'VAh', 'VArh', 'J', 'qh'],
  demand: ['W', 'VA', 'VAr', 'q'],
  power: ['W', 'VA', 'VAr', 'q'],
} as const;

/**
 * Fields that contradict each other. The rules are derived from what the fields mean; whether the standard has them is not
 * known, so nobody is held to them unasked.
 */
export function contradictions(code: ReadingTypeCode): readonly Contradiction[] {
  return [...withoutDenominator(code), ...wrongUnit(code), ...withoutPeriod(code)];
}

const withoutDenominator = (code: ReadingTypeCode): readonly Contradiction[] =>
  (['interharmonic', 'argument'] as const)
    .filter((name) => code[name].numerator !== 0 && code[name].denominator === 0)
    .map((name) => ({
      field: `${name}.denominator`,
      message: `${name} is ${code[name].numerator} over 0, expected a denominator from 1, or 0 over 0`,
    }));

function wrongUnit(code: ReadingTypeCode): readonly Contradiction[] {
  if (!is(COMMODITY, ELECTRICITY, code.commodity)) return [];
  return (['energy', 'demand', 'power'] as const)
    .filter((kind) => is(MEASUREMENT_KIND, [kind], code.measurementKind))
    .filter((kind) => !is(UNIT, UNITS_OF[kind], code.unit))
    .map((kind) => ({
      field: 'unit',
      message: `unit ${code.unit} does not measure the ${kind} of electricity, expected one of ${UNITS_OF[kind].join(', ')}`,
    }));
}

/** Delta data is what was added in a period: without one it says nothing. */
const withoutPeriod = (code: ReadingTypeCode): readonly Contradiction[] =>
  code.accumulation === 4 && code.measuringPeriod === 0 && code.macroPeriod === 0
    ? [
        {
          field: 'measuringPeriod',
          message: 'accumulation is delta data, expected a measuring or macro period',
        },
      ]
    : [];

const is = (table: CodeTable, names: readonly string[], number: number): boolean =>
  names.some((name) => numberOf(table, name) === number);
