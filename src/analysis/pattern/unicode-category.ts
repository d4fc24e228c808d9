import { type CodePointSet, ofRanges } from './code-point-set.js';
import { GENERAL_CATEGORIES, GENERAL_CATEGORY_RUNS } from './general-category-table.js';

/** The categories of appendix F.1.1 (IsCategory): `L`, `Lu`, … Surrogates are no characters, so `Cs` is missing. */
export const isCategoryName = (name: string): boolean =>
  /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/.test(name);

/** The code points of a general category, or of all that begin with a letter. */
export function categorySet(name: string): CodePointSet {
  const known = sets.get(name);
  if (known !== undefined) return known;
  runs ??= readRuns();
  const set = ofRanges(runs.filter((run) => run.category.startsWith(name)).map(({ from, to }) => [from, to]));
  sets.set(name, set);
  return set;
}

interface Run {
  readonly category: string;
  readonly from: number;
  readonly to: number;
}

const sets = new Map<string, CodePointSet>();
let runs: readonly Run[] | undefined;

function readRuns(): readonly Run[] {
  const all: Run[] = [];
  let from = 0;
  for (const [, letter = '', length = ''] of GENERAL_CATEGORY_RUNS.matchAll(/([A-Z!%&(])([0-9a-z]*)/g)) {
    const to = from + (length === '' ? 1 : parseInt(length, 36)) - 1;
    all.push({ category: GENERAL_CATEGORIES[LETTERS.indexOf(letter)] ?? '', from, to });
    from = to + 1;
  }
  return all;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!%&(';
