/** Paints text for a terminal, or leaves it as it is. */
export interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly good: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly added: Paint;
  readonly removed: Paint;
}

type Paint = (text: string) => string;

const sgr =
  (open: number, close: number): Paint =>
  (text) =>
    text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`;

/** Colours by the numbers that every terminal knows. */
export const COLOURED: Palette = {
  error: sgr(31, 39),
  warning: sgr(33, 39),
  info: sgr(36, 39),
  good: sgr(32, 39),
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  added: sgr(32, 39),
  removed: sgr(31, 39),
};

const asItIs: Paint = (text) => text;

/** No colours: files, pipes, NO_COLOR. */
export const PLAIN: Palette = {
  error: asItIs,
  warning: asItIs,
  info: asItIs,
  good: asItIs,
  strong: asItIs,
  faint: asItIs,
  added: asItIs,
  removed: asItIs,
};

/** Colour on a terminal only, never with NO_COLOR (https://no-color.org) or TERM=dumb; FORCE_COLOR asks for it anywhere. */
export function paletteFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Palette {
  if ((env['NO_COLOR'] ?? '') !== '') return PLAIN;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '0' && forced !== 'false') return COLOURED;
  return isTerminal && env['TERM'] !== 'dumb' ? COLOURED : PLAIN;
}
