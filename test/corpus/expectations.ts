import { readFileSync } from 'node:fs';

/** A line of one of the lists beside this file: what, where, and why. */
export interface Expectation {
  readonly kind: string;
  readonly file: string;
  readonly reason: string;
}

/** Reads a list: `kind | file | reason`, one a line; lines that begin with `#` are remarks. */
export const readExpectations = (name: string): readonly Expectation[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', file = '', ...rest] = line.split('|').map((cell) => cell.trim());
      const reason = rest.join('|');
      if (reason === '') throw new Error(`${name}: a line needs kind, file and reason: ${line}`);
      return { kind, file, reason };
    });
