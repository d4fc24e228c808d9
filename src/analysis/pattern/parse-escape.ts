import { type CodePointSet, complement } from './code-point-set.js';
import { NAME_CHARACTER_SET, NAME_START_SET } from './name-classes.js';
import type { PatternCursor } from './pattern-fault.js';
import { category, type ClassItem, range } from './pattern-syntax.js';
import { blockNames, blockSet } from './unicode-block.js';
import { isCategoryName } from './unicode-category.js';

/** What an escape stands for: one character, or a class of them. */
export type Escape =
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'class'; readonly items: readonly ClassItem[] };

const NOTHING: Escape = { kind: 'class', items: [] };

/** SingleCharEsc, MultiCharEsc or catEsc (productions 24 to 37), from the backslash on. */
export function parseEscape(cursor: PatternCursor): Escape {
  const start = cursor.at;
  cursor.take();
  const letter = cursor.take();
  if (letter === '') return fail(cursor, 'a backslash stands at the end', start);
  const code = SINGLE.get(letter);
  if (code !== undefined) return { kind: 'character', code };
  const items = MULTIPLE.get(letter);
  if (items !== undefined) return { kind: 'class', items };
  if (letter === 'p' || letter === 'P') return parseProperty(cursor, start, letter === 'P');
  return fail(cursor, `"\\${letter}" is no escape of XML Schema${HINTS.get(letter) ?? ''}`, start);
}

function parseProperty(cursor: PatternCursor, start: number, negated: boolean): Escape {
  const match = /^\{([A-Za-z0-9-]*)\}/.exec(cursor.text.slice(cursor.at, cursor.at + 64));
  if (match === null)
    return fail(cursor, 'a category such as "{Lu}" or a block such as "{IsBasicLatin}" is missing', start);
  const [whole, name = ''] = match;
  cursor.at += whole.length;
  if (isCategoryName(name)) return { kind: 'class', items: [category(name, negated)] };
  if (!name.startsWith('Is')) return fail(cursor, `"${name}" is no general category of Unicode`, start);
  const block = blockSet(name.slice(2));
  if (block === undefined)
    return fail(cursor, `"${name.slice(2)}" is no block of Unicode${nearest(name.slice(2))}`, start);
  return { kind: 'class', items: itemsOf(negated ? complement(block) : block) };
}

function nearest(name: string): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const near = blockNames().find((block) => plain(block) === plain(name));
  return near === undefined ? '' : `, did you mean "${near}"`;
}

function fail(cursor: PatternCursor, message: string, at: number): Escape {
  cursor.fail(message, at);
  return NOTHING;
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

const itemsOf = (set: CodePointSet): readonly ClassItem[] => {
  const items: ClassItem[] = [];
  for (let at = 0; at < set.length; at += 2) items.push(range(set[at] ?? 0, (set[at + 1] ?? 0) - 1));
  return items;
};

const SINGLE: ReadonlyMap<string, number> = new Map([
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ...[...'\\|.-^?*+{}()[]'].map((character) => [character, codeOf(character)] as const),
]);

/** Only positive items that a class may hold beside others: `\w` is written as what is left of all categories. */
const MULTIPLE: ReadonlyMap<string, readonly ClassItem[]> = new Map([
  ['s', [range(0x09, 0x0a), range(0x0d), range(0x20)]],
  ['S', [range(0, 0x08), range(0x0b, 0x0c), range(0x0e, 0x1f), range(0x21, 0x10ffff)]],
  ['i', itemsOf(NAME_START_SET)],
  ['I', itemsOf(complement(NAME_START_SET))],
  ['c', itemsOf(NAME_CHARACTER_SET)],
  ['C', itemsOf(complement(NAME_CHARACTER_SET))],
  ['d', [category('Nd')]],
  ['D', [category('Nd', true)]],
  ['w', [category('L'), category('M'), category('N'), category('S')]],
  ['W', [category('P'), category('Z'), category('C')]],
]);

const HINTS: ReadonlyMap<string, string> = new Map([
  ['b', '; patterns match whole values, so there are no word boundaries'],
  ['B', '; patterns match whole values, so there are no word boundaries'],
  ['A', '; patterns match whole values, so there are no anchors'],
  ['Z', '; patterns match whole values, so there are no anchors'],
  ['z', '; patterns match whole values, so there are no anchors'],
  ['u', '; write the character itself, or a character reference'],
  ['x', '; write the character itself, or a character reference'],
  ['$', '; "$" stands for itself'],
  ['/', '; "/" stands for itself'],
  ['"', '; a quotation mark stands for itself'],
  ["'", '; an apostrophe stands for itself'],
]);
