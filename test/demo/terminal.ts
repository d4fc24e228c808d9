import { paletteFor } from '../../src/diagnostics/render/palette.js';

/** How the demo speaks: colours on a terminal only, none with NO_COLOR. */
export const palette = paletteFor(process.stdout.isTTY, process.env);

const WIDTH = 100;

/** Lines, three columns in. */
export function say(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(line === '' ? '\n' : `   ${line}\n`);
}

/** The heading of a step. */
export function heading(number: number, title: string): void {
  process.stdout.write(`\n${palette.info(palette.strong(String(number)))}  ${palette.strong(title)}\n`);
}

/** What a user types into a shell, or writes in TypeScript. */
export const command = (text: string): string => `${palette.faint('$')} ${palette.strong(text)}`;
export const source = (text: string): string => `${palette.faint('>')} ${palette.strong(text)}`;

/** Lines of a file, with a bar before them. */
export const excerpt = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => `${palette.faint('│')} ${line}`.trimEnd());

/** A long sentence, broken at spaces; further lines are indented like the first. */
export function wrapped(text: string, indentation: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indentation + line.length + 1 + word.length > WIDTH - 3) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => ' '.repeat(indentation) + one);
}

/** A number with spaces between thousands, the same in every locale. */
export const grouped = (value: number): string =>
  String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/gu, ' ');

/** Seconds since `start` of `performance.now()`: `1.3 s`. */
export const took = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
