import { type Escape, parseEscape } from './parse-escape.js';
import type { PatternCursor } from './pattern-fault.js';
import { type CharacterClass, type ClassItem, range } from './pattern-syntax.js';

const MAX_DEPTH = 200;

/** charClassExpr (productions 12 to 22), from the opening bracket on. */
export function parseCharacterClass(cursor: PatternCursor, depth = 0): CharacterClass {
  const start = cursor.at;
  cursor.take();
  const negated = cursor.accept('^');
  const items: ClassItem[] = [];
  let minus: CharacterClass | undefined;
  for (;;) {
    const at = cursor.at;
    if (cursor.next === '') cursor.fail('this character class is not closed by "]"', start);
    if (cursor.fault !== undefined) break;
    if (cursor.next === ']') {
      if (at === start + (negated ? 2 : 1))
        cursor.fail('a character class must not be empty; write "\\]" for a bracket', start);
      cursor.take();
      break;
    }
    if (cursor.looksAt('-[')) {
      if (items.length === 0) cursor.fail('a class is subtracted, but there is nothing to subtract from', at);
      else if (depth >= MAX_DEPTH) cursor.fail('classes are subtracted from each other too deeply', at);
      cursor.take();
      minus = parseCharacterClass(cursor, depth + 1);
      if (!cursor.accept(']')) cursor.fail('a subtraction must be the end of its class: "]" is missing');
      break;
    }
    items.push(...parseItem(cursor, items.length === 0));
  }
  return { negated, items, ...(minus === undefined ? {} : { minus }) };
}

/** charRange or charClassEsc. */
function parseItem(cursor: PatternCursor, isFirst: boolean): readonly ClassItem[] {
  const at = cursor.at;
  if (cursor.next === '-') {
    cursor.take();
    if (!isFirst && !cursor.looksAt(']') && !cursor.looksAt('-['))
      cursor.fail('"-" may stand for itself only at the beginning or the end of a class; write "\\-"', at);
    return [range(0x2d)];
  }
  const from = parseCharacter(cursor);
  if (from.kind === 'class') return from.items;
  if (cursor.next !== '-' || cursor.looksAt('-]') || cursor.looksAt('-[') || cursor.looksAt('--['))
    return [range(from.code)];
  cursor.take();
  if (cursor.next === '-') {
    cursor.fail('a range must not end with "-"; write "\\-"');
    return [];
  }
  const end = cursor.at;
  const to = parseCharacter(cursor);
  if (to.kind === 'class') {
    cursor.fail('a range must end with a character, not with a class of characters', end);
    return [];
  }
  if (to.code < from.code) cursor.fail('this range ends before it begins', at);
  return [range(from.code, to.code)];
}

function parseCharacter(cursor: PatternCursor): Escape {
  const character = cursor.next;
  if (character === '\\') return parseEscape(cursor);
  if (character === '[') cursor.fail('"[" must be written "\\[" inside a character class');
  cursor.take();
  return { kind: 'character', code: character.codePointAt(0) ?? 0 };
}
