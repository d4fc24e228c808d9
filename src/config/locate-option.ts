import type { Step } from './shape.js';

/** A stretch of text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds an option in the text of a configuration, JSON or an object literal, by a scan of brackets, strings and comments.
 * Gives the key, or the beginning of a list item. Where the path leads through something computed, the deepest step that
 * is written out is given; undefined where not even the outermost object is.
 */
export function locateOption(text: string, path: readonly Step[]): TextRange | undefined {
  let at = outermostObject(text);
  if (at === undefined) return undefined;
  let best: TextRange = { start: at, end: at + 1 };
  for (const step of path) {
    const found: Entry | undefined = entriesOf(text, at).find(({ key }) => key === step);
    if (found === undefined) return best;
    best = found.range;
    at = found.value;
  }
  return best;
}

interface Entry {
  readonly key: Step;
  readonly range: TextRange;
  /** Where the value begins. */
  readonly value: number;
}

function outermostObject(text: string): number | undefined {
  const call = /define(?:Config|Interface)\s*\(\s*(?=\{)|export\s+default\s*(?=\{)/u.exec(text);
  const at = call === null ? skipTrivia(text, 0) : call.index + call[0].length;
  return text[at] === '{' ? at : undefined;
}

function entriesOf(text: string, open: number): readonly Entry[] {
  const isObject = text[open] === '{';
  if (!isObject && text[open] !== '[') return [];
  const entries: Entry[] = [];
  let at = skipTrivia(text, open + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    const start = at;
    if (isObject) {
      const end = endOfToken(text, at);
      const colon = skipTrivia(text, end);
      const value = text[colon] === ':' ? skipTrivia(text, colon + 1) : start;
      entries.push({ key: unquoted(text.slice(start, end)), range: { start, end }, value });
      at = endOfValue(text, value);
    } else {
      entries.push({ key: index, range: { start, end: endOfToken(text, at) }, value: at });
      at = endOfValue(text, at);
    }
    at = skipTrivia(text, text[at] === ',' ? at + 1 : at);
  }
  return entries;
}

const unquoted = (token: string): string => token.replace(/^(["'])(.*)\1$/su, '$2');

/** A string, a word, or one character. Always moves on. */
function endOfToken(text: string, at: number): number {
  const quote = text[at];
  if (quote === '"' || quote === "'" || quote === '`') return endOfString(text, at, quote);
  const word = /[\w$@./-]+/uy;
  word.lastIndex = at;
  return word.test(text) ? word.lastIndex : at + 1;
}

function endOfString(text: string, open: number, quote: string): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

/** The comma or the bracket that ends a value. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    at = skipTrivia(text, at);
    const character = text[at] ?? '';
    if (depth === 0 && (character === ',' || character === '}' || character === ']')) return at;
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    at = endOfToken(text, at);
  }
  return at;
}

function skipTrivia(text: string, start: number): number {
  const trivia = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/uy;
  trivia.lastIndex = start;
  trivia.test(text);
  return Math.max(start, trivia.lastIndex);
}
