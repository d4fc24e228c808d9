import { readFileSync } from 'node:fs';
import type { SuiteResult } from './run-suite.js';

/** The name of a test in the list of expected failures. */
export const nameOf = ({ kind, group, test }: Pick<SuiteResult, 'kind' | 'group' | 'test'>): string =>
  `${kind} ${group} ${test}`;

/** Tests that are known to come out otherwise than the suite says, with the reason: one a line, `kind group test  # reason`. */
export const expectedFailures = (): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(new URL('./expected-failures.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => {
        const [name = '', ...reason] = line.split(/\s+#\s+/);
        return [name.trim(), reason.join(' # ')] as const;
      }),
  );

/** Results held against the list of expected failures. */
export interface Comparison {
  /** Wrong, and not in the list. */
  readonly surprising: readonly SuiteResult[];
  /** In the list, and right. */
  readonly passing: readonly string[];
}

/** Holds results against the list: tests that were not run are not looked at. */
export function compareWithExpected(results: readonly SuiteResult[]): Comparison {
  const expected = expectedFailures();
  return {
    surprising: results.filter((result) => !result.right && !expected.has(nameOf(result))),
    passing: results.filter((result) => result.right && expected.has(nameOf(result))).map(nameOf),
  };
}
