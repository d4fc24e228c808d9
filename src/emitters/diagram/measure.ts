import type { ClassBox } from '../../analysis/information/index.js';

/** Sizes of a class box, in pixels. Text is measured by a table, so that a picture is the same on every machine. */
export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

export const FONT_SIZE = 12;
export const LINE_HEIGHT = 16;
/** Above and below the text of a compartment. */
export const PADDING = 6;
/** Left and right of the text of a compartment. */
export const INDENT = 10;

const LONGEST_LINE = 44;

/** Widths in parts of the font size: those of a wide sans serif, so that text fits in a narrow one too. */
const NARROW = /[ijl.,:;'|!()[\]]/u;
const WIDE = /[mwMW@%—]/u;
const CAPITAL = /[A-Z0-9=+«»<>_#&]/u;

const charWidth = (char: string): number =>
  NARROW.test(char) ? 0.35 : WIDE.test(char) ? 0.95 : CAPITAL.test(char) ? 0.7 : 0.6;

/** About how wide a text is. */
export const textWidth = (text: string, size = FONT_SIZE): number =>
  Math.ceil([...text].reduce((sum, char) => sum + charWidth(char), 0) * size);

/** A line that is not too long for a box. */
export const shortened = (line: string): string =>
  line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;

/** The text of a box: stereotypes and name above the line, attributes below it. */
export interface BoxText {
  readonly stereotypes: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** What is written in a box. */
export const boxText = ({ stereotypes, name, lines, hidden }: ClassBox): BoxText => ({
  stereotypes: stereotypes.length === 0 ? '' : shortened(`«${stereotypes.join(', ')}»`),
  name: shortened(name),
  lines: [...lines.map(shortened), ...(hidden > 0 ? [`… ${hidden} more`] : [])],
});

/** How large a box must be for its text. */
export function boxSize(box: ClassBox): BoxSize {
  const { stereotypes, name, lines } = boxText(box);
  const widest = Math.max(
    textWidth(stereotypes, FONT_SIZE - 1),
    // Names are bold.
    textWidth(name) * 1.1,
    ...lines.map((line) => textWidth(line)),
  );
  const headLines = stereotypes === '' ? 1 : 2;
  const head = headLines * LINE_HEIGHT + 2 * PADDING;
  const body = lines.length === 0 ? 0 : lines.length * LINE_HEIGHT + 2 * PADDING;
  return { width: Math.ceil(Math.max(90, widest + 2 * INDENT)), height: head + body };
}
