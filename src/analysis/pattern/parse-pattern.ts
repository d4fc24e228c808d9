import { parseCharacterClass } from './parse-character-class.js';
import { parseEscape } from './parse-escape.js';
import { PatternCursor, type PatternFault } from './pattern-fault.js';
import { EMPTY_WORD, type PatternNode, range } from './pattern-syntax.js';

export type ParsedPattern =
  { readonly ok: true; readonly node: PatternNode } | ({ readonly ok: false } & PatternFault);

const MAX_DEPTH = 500;

/** Reads a regular expression by the grammar of the second edition (Datatypes, appendix F). */
export function parsePattern(text: string): ParsedPattern {
  const cursor = new PatternCursor(text);
  const node = parseExpression(cursor, 0);
  if (cursor.next === ')') cursor.fail('this ")" closes nothing; write "\\)" for a parenthesis');
  return cursor.fault === undefined ? { ok: true, node } : { ok: false, ...cursor.fault };
}

/** regExp: branches. */
function parseExpression(cursor: PatternCursor, depth: number): PatternNode {
  const branches = [parseBranch(cursor, depth)];
  while (cursor.accept('|')) branches.push(parseBranch(cursor, depth));
  return branches.length === 1 ? (branches[0] ?? EMPTY_WORD) : { kind: 'choice', branches };
}

/** branch: pieces, an atom each with its quantifier. */
function parseBranch(cursor: PatternCursor, depth: number): PatternNode {
  const parts: PatternNode[] = [];
  while (cursor.next !== '' && cursor.next !== '|' && cursor.next !== ')') {
    parts.push(parseQuantifier(cursor, parseAtom(cursor, depth)));
  }
  return parts.length === 1 ? (parts[0] ?? EMPTY_WORD) : { kind: 'sequence', parts };
}

function parseAtom(cursor: PatternCursor, depth: number): PatternNode {
  const at = cursor.at;
  switch (cursor.next) {
    case '(': {
      cursor.take();
      if (depth >= MAX_DEPTH) cursor.fail('groups are nested too deeply', at);
      if (cursor.looksAt('?')) cursor.fail('groups of XML Schema have no options: "(?" is not allowed', at);
      const node = parseExpression(cursor, depth + 1);
      if (!cursor.accept(')')) cursor.fail('this group is not closed by ")"', at);
      return node;
    }
    case '[':
      return { kind: 'characters', characters: parseCharacterClass(cursor) };
    case '.':
      cursor.take();
      return { kind: 'characters', characters: { negated: true, items: [range(0x0a), range(0x0d)] } };
    case '\\': {
      const escape = parseEscape(cursor);
      const items = escape.kind === 'class' ? escape.items : [range(escape.code)];
      return { kind: 'characters', characters: { negated: false, items } };
    }
    case '?':
    case '*':
    case '+':
    case '{':
      cursor.fail(
        `"${cursor.next}" has nothing before it to repeat; write "\\${cursor.next}" for the character`,
      );
      return EMPTY_WORD;
    case ']':
    case '}':
      cursor.fail(`"${cursor.next}" closes nothing; write "\\${cursor.next}" for the character`);
      return EMPTY_WORD;
    default: {
      const code = cursor.take().codePointAt(0) ?? 0;
      return { kind: 'characters', characters: { negated: false, items: [range(code)] } };
    }
  }
}

/** quantifier: `?`, `*`, `+`, `{n}`, `{n,}` or `{n,m}`; one at most. */
function parseQuantifier(cursor: PatternCursor, body: PatternNode): PatternNode {
  const at = cursor.at;
  let min = 0;
  let max = Infinity;
  switch (cursor.next) {
    case '?':
      max = 1;
      cursor.take();
      break;
    case '*':
      cursor.take();
      break;
    case '+':
      min = 1;
      cursor.take();
      break;
    case '{': {
      QUANTITY.lastIndex = at;
      const match = QUANTITY.exec(cursor.text);
      if (match === null) {
        cursor.fail('expected a quantity such as {2}, {2,} or {2,5}; write "\\{" for a brace');
        return body;
      }
      min = countOf(match[1] ?? '');
      max = match[2] === undefined ? min : match[2] === ',' ? Infinity : countOf(match[2].slice(1));
      cursor.at += match[0].length;
      if (max < min) cursor.fail(`the quantity ${match[0]} ends before it begins`, at);
      break;
    }
    default:
      return body;
  }
  if (/[?*+{]/.test(cursor.next)) {
    cursor.fail('a quantifier follows a quantifier; XML Schema has no lazy or possessive ones');
  }
  return { kind: 'repeat', body, min, max };
}

const QUANTITY = /\{([0-9]+)(,[0-9]*)?\}/y;

/** No text is long enough to tell larger numbers apart. */
const countOf = (digits: string): number => Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
