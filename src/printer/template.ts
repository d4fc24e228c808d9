import { invariant } from '../foundation/invariant.js';

/** The fixed text of a template, prepared once for each place in the emitters' source. */
export interface Template {
  /** One more than there are holes. */
  readonly texts: readonly string[];
  readonly holes: readonly HolePlace[];
}

export interface HolePlace {
  /** Indentation of the line on which the hole stands: that of every further line of what is printed there. */
  readonly indentation: string;
  /** Nothing else stands on the line: it disappears if nothing is printed. */
  readonly isAlone: boolean;
}

const prepared = new WeakMap<readonly string[], Template>();

/** Takes away the indentation that the lines share, and the line breaks next to the back-ticks. */
export function templateOf(strings: readonly string[]): Template {
  const known = prepared.get(strings);
  if (known !== undefined) return known;
  const texts = trimmed(dedented(strings));
  const template: Template = { texts, holes: texts.slice(1).map((_, index) => placeOf(texts, index)) };
  prepared.set(strings, template);
  return template;
}

function dedented(strings: readonly string[]): readonly string[] {
  let shared = Infinity;
  strings.forEach((text, index) => {
    invariant(typeof text === 'string', 'a template holds an escape that is none');
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      const spaces = spacesAt(text, at + 1);
      const end = at + 1 + spaces;
      const isBlank = end === text.length ? index === strings.length - 1 : text[end] === '\n';
      if (!isBlank) shared = Math.min(shared, spaces);
    }
  });
  if (shared === Infinity || shared === 0) return strings;
  const margin = '\n' + ' '.repeat(shared);
  return strings.map((text) => text.replaceAll(margin, '\n'));
}

function trimmed(strings: readonly string[]): readonly string[] {
  const texts = [...strings];
  const last = texts.length - 1;
  texts[0] = (texts[0] ?? '').replace(/^\n/, '');
  texts[last] = (texts[last] ?? '').replace(/\n *$/, '');
  return texts;
}

function placeOf(texts: readonly string[], hole: number): HolePlace {
  const before = texts[hole] ?? '';
  const after = texts[hole + 1] ?? '';
  const lineStart = before.lastIndexOf('\n') + 1;
  const isFirstOnLine =
    (lineStart > 0 || hole === 0) && lineStart + spacesAt(before, lineStart) === before.length;
  const isLastOnLine = after.startsWith('\n') || (after === '' && hole + 2 === texts.length);
  return { indentation: ' '.repeat(indentationOf(texts, hole)), isAlone: isFirstOnLine && isLastOnLine };
}

/** Spaces at the start of the line on which a hole stands: the line may begin before an earlier hole. */
function indentationOf(texts: readonly string[], hole: number): number {
  for (let index = hole; index >= 0; index--) {
    const text = texts[index] ?? '';
    const lineStart = text.lastIndexOf('\n') + 1;
    if (lineStart > 0 || index === 0) return spacesAt(text, lineStart);
  }
  return 0;
}

function spacesAt(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at - from;
}
