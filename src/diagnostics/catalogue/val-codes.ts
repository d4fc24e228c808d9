import type { DiagnosticDefinition } from '../diagnostic.js';
import { runtimeIssue as issue, type Said } from './runtime-issue.js';

/** Issues of the codes of IEC 61968-9, which no schema can check: `checkCodes` of `@cimbind/runtime/codes` reports them. */
export const VAL_CODES: readonly DiagnosticDefinition<Said>[] = [
  issue(
    'VAL5001',
    'error',
    'a text is no code',
    'A reading type has 18 whole numbers joined by dots (11 in the first edition), an end device event or control type 4, a reading quality 3. ' +
      'Only the power of ten of a reading type may be negative, and no number has a leading zero. `cimbind explain` with a code says what it means, field by field.',
  ),
  issue(
    'VAL5002',
    'warning',
    'a field of a code has a number that no table has',
    'The tables are those of public sources. The number can be a mistake, or come from a later edition. The policy says what becomes of it: { unknown: "refuse" }.',
  ),
  issue(
    'VAL5003',
    'info',
    "a field of a code has a number of a vendor's own",
    'Numbers from 1000 on, and some that vendors are known to use, mean something only among partners that agreed on it. The policy: { vendor: "warn" }.',
  ),
  issue(
    'VAL5004',
    'info',
    'a field of a code has a number on which public sources do not agree',
    'Only one public source has the number, or two have it for different things. Compare it with the edition that your partners use. The policy: { unconfirmed: "warn" }.',
  ),
  issue(
    'VAL5005',
    'info',
    'a reading type is written as in the first edition',
    'The first edition of IEC 61968-9 had 11 fields. `parseFirstEditionReadingType` reads them, `fromFirstEdition` makes 18 of them as far as that is publicly known. ' +
      'The policy: { firstEdition: "refuse" }.',
  ),
  issue(
    'VAL5006',
    'info',
    'two fields of a code contradict each other',
    'A fraction without a denominator, energy in a unit of power, and the like. The rules are derived from what the fields mean, not taken from the standard, so they are off unless asked for: ' +
      '{ inconsistent: "warn" }.',
  ),
];
