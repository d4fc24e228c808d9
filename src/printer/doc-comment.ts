import type { Code } from './code.js';
import { NO_CODE } from './code.js';

/** A block tag of TSDoc: `{ tag: 'remarks', text: 'occurs 0..unbounded' }`. */
export interface DocTag {
  readonly tag: 'remarks' | 'schemaComponent' | 'see' | 'deprecated' | 'defaultValue' | 'example';
  readonly text: string;
}

/** Lines are broken here, so that a comment at the usual indentations stays within the print width. */
const WIDTH = 104;

/**
 * A TSDoc comment; nothing if there is nothing to say. Text of a model cannot end it, and cannot be taken for a tag.
 * Line breaks and paragraphs of the text are kept, long lines are broken.
 */
export function docComment(texts: readonly string[], tags: readonly DocTag[] = []): Code {
  const body = texts.map(safeLines).filter((lines) => lines.length > 0);
  const said = body.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  const tagged = tags.flatMap(({ tag, text }) => tagLines(tag, text));
  const all = said.length > 0 && tagged.length > 0 ? [...said, '', ...tagged] : [...said, ...tagged];
  if (all.length === 0) return NO_CODE;
  const text = all.length === 1 ? `/** ${all[0] ?? ''} */` : `/**\n${all.map(starred).join('\n')}\n */`;
  return { kind: 'verbatim', text };
}

const starred = (line: string): string => (line === '' ? ' *' : ` * ${line}`);

/** Tags whose text is one thing: it is not broken into lines. */
const WHOLE: ReadonlySet<string> = new Set(['schemaComponent', 'see']);

function tagLines(tag: string, text: string): readonly string[] {
  if (WHOLE.has(tag)) return [`@${tag} ${safe(text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' '))}`];
  const [first, ...others] = safeLines(text);
  if (first === undefined) return [`@${tag}`];
  const [head = '', ...more] = broken(`@${tag} ${first}`);
  return [head, ...more.map(safe), ...others.filter((line) => line !== '')];
}

/** Nothing in it needs care: one line that fits, of plain characters, single spaces between words. */
const PLAIN = /^[!-?A-~](?: ?[!-),-.0-?A-z|~]){0,103}$/;

function safeLines(text: string): readonly string[] {
  if (PLAIN.test(text) && !text.includes('source')) return [text];
  const lines = text
    .replace(/\r\n?|[\p{Zl}\p{Zp}\u0085\f\v]/gu, '\n')
    // Controls, bidirectional overrides, unpaired surrogates.
    .replace(/\t|\u00a0/g, ' ')
    .replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu, '\ufffd')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim());
  const kept = lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== ''));
  while (kept.at(-1) === '') kept.pop();
  if (kept[0] === '') kept.shift();
  return rejoined(kept).flatMap(broken).map(safe);
}

/** A line that starts an item of a list. */
const ITEM = /^([-*+•·–]|\(?\w{1,3}[.)])\s/u;

/**
 * Lines that the author's editor broke are joined where one of them has to be broken again: a text of long lines and
 * stumps is hard to read. Short lines are meant as they are.
 */
function rejoined(lines: readonly string[]): readonly string[] {
  if (lines.every((line) => line.length <= WIDTH)) return lines;
  const joined: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const last = joined.at(-1);
    if (isOpen && last !== undefined && line !== '' && !ITEM.test(line))
      joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
    isOpen = line.length > WIDTH / 2;
  }
  return joined;
}

/** An end of comment must not end the comment; `@` in front is no tag, `{@` no inline tag. */
const safe = (line: string): string =>
  line
    .replaceAll('*/', '*\\/')
    .replace(/^@/, '\\@')
    .replaceAll('{@', '\\{@')
    // Bundlers and debuggers look for these anywhere.
    .replace(/[#@](?=\s*source(Mapping)?URL)/g, '\\$&');

/** Breaks a long line at spaces; a word that is longer stays whole. */
function broken(line: string): readonly string[] {
  if (line.length <= WIDTH) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > WIDTH) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
