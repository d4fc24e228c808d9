import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../../src/analysis/pattern/compile-pattern.js';
import { patternMatcher } from '../../../src/runtime/pattern/pattern-matcher.js';

/** Matches by the automaton, and by the regular expression where there is one: they must agree. */
function matches(pattern: string, text: string): boolean {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) throw new Error(`${pattern}: ${compiled.message} at ${compiled.offset}`);
  const linear = patternMatcher(compiled.automaton);
  const verdict = linear.test(text);
  if (compiled.regexp !== undefined) {
    const { source, flags } = compiled.regexp;
    expect(new RegExp(source, flags).test(text), `${source} against "${text}"`).toBe(verdict);
  }
  if (/^[\0-\x7f]*$/.test(text)) {
    const bytes = new TextEncoder().encode(`x${text}x`);
    expect(linear.scan(bytes, 1, bytes.length - 1)).toBe(verdict);
  }
  return verdict;
}

describe('accepts and refuses', () => {
  test.each<[pattern: string, accepted: readonly string[], refused: readonly string[]]>([
    ['', [''], ['a', ' ']],
    ['abc', ['abc'], ['ab', 'abcd', 'xabc']],
    ['a|b|', ['a', 'b', ''], ['ab']],
    ['()', [''], ['a']],
    ['a{2}', ['aa'], ['a', 'aaa']],
    ['a{2,3}', ['aa', 'aaa'], ['a', 'aaaa']],
    ['a{2,}', ['aa', 'aaaaaa'], ['a']],
    ['a{0}', [''], ['a']],
    ['(ab?){2,3}', ['aa', 'abab', 'aaba'], ['a', 'aaaa', 'ba']],
    ['(a{2,3}){2}', ['aaaa', 'aaaaaa'], ['aaa', 'aaaaaaa']],
    ['(a{3}){1,2}', ['aaa', 'aaaaaa'], ['aaaa', 'aaaaa']],
    ['(a?){3}b', ['b', 'aaab'], ['aaaab']],
    ['.', ['a', '\t', '😀', '\u2028'], ['\n', '\r', '']],
    ['^$', ['^$'], ['']],
    ['a^b$', ['a^b$'], ['ab']],
    ['\\d+', ['12', '٣'], ['a', '½']],
    ['\\D', ['a', '😀'], ['1']],
    ['\\w+', ['aé1+$'], ['a-b', 'a b', '_']],
    ['\\W', [' ', '-', '_'], ['a', '+']],
    ['\\s*', [' \t\n\r'], ['\u00a0', '\f']],
    ['\\S', ['\u00a0', 'a'], [' ']],
    ['\\i\\c*', ['a1', ':x', '_', 'é·'], ['1', '-a', 'a b']],
    ['[\\I]', ['1', '-'], ['a']],
    ['\\C', [' ', '('], ['a', '1']],
    ['\\n\\r\\t\\\\\\|\\.\\-\\^\\?\\*\\+\\{\\}\\(\\)\\[\\]', ['\n\r\t\\|.-^?*+{}()[]'], ['']],
    ['[a-c]', ['a', 'b', 'c'], ['d', '-']],
    ['[-a]+', ['a-'], ['b']],
    ['[a-]+', ['a-'], ['b']],
    ['[^-a]', ['b'], ['-', 'a']],
    ['[a-z--[b-z]]', ['a', '-'], ['b']],
    ['[a-z-[aeiou]]+', ['xyz'], ['a', 'xa']],
    ['[a-z-[b-y-[m]]]+', ['amz'], ['b', 'l']],
    ['[^a-c-[x]]', ['d', '1'], ['a', 'x']],
    ['[\\w-[\\d]]', ['a', '+'], ['1']],
    ['[\\^a]', ['^', 'a'], ['b']],
    ['[a^]', ['^', 'a'], ['b']],
    ['[.$|?*+(){}]+', ['.$|?*+(){}'], ['a']],
    ['[+-\\]]', ['+', 'A', ']'], ['*', '^']],
    ['\\p{Lu}\\p{Ll}', ['Ab', 'Éé'], ['ab', 'AB']],
    ['\\P{L}', ['1', '😀'], ['a']],
    ['\\p{Cn}', ['\u0378'], ['a']],
    ['\\p{IsBasicLatin}+', ['abc~'], ['é']],
    ['\\p{IsGreek}', ['α'], ['a']],
    ['\\P{IsGreek}', ['a'], ['α']],
    ['\\p{IsLatin-1Supplement}', ['é'], ['e', 'ā']],
    ['[\\p{IsGreek}-[\\P{Lu}]]', ['Α'], ['α', 'A']],
    ['[\\p{L}\\p{Nd}]+', ['aé1'], ['-']],
    ['😀|a', ['😀', 'a'], ['\ud83d']],
    ['[😀-😂]', ['😁'], ['😃']],
    ['a/b', ['a/b'], ['ab']],
    ['(.*/)?[^/]+', ['a', 'a/b/c'], ['a/', '']],
    ['(a|ab)(c|bcd)(d*)', ['abcd', 'acd', 'abcdd'], ['abd']],
    ['.*a.*b.*', ['xaxbx', 'ab'], ['ba']],
  ])('%s', (pattern, accepted, refused) => {
    for (const text of accepted) expect(matches(pattern, text), `"${text}"`).toBe(true);
    for (const text of refused) expect(matches(pattern, text), `"${text}"`).toBe(false);
  });
});

describe('refuses with a reason', () => {
  test.each([
    ['(a', 'this group is not closed by ")"', 0],
    ['a)', 'this ")" closes nothing; write "\\)" for a parenthesis', 1],
    ['*a', '"*" has nothing before it to repeat; write "\\*" for the character', 0],
    ['a**', 'a quantifier follows a quantifier; XML Schema has no lazy or possessive ones', 2],
    ['a+?', 'a quantifier follows a quantifier; XML Schema has no lazy or possessive ones', 2],
    ['a{2}{3}', 'a quantifier follows a quantifier; XML Schema has no lazy or possessive ones', 4],
    ['a{,2}', 'expected a quantity such as {2}, {2,} or {2,5}; write "\\{" for a brace', 1],
    ['a{2,1}', 'the quantity {2,1} ends before it begins', 1],
    ['{1}', '"{" has nothing before it to repeat; write "\\{" for the character', 0],
    ['a}', '"}" closes nothing; write "\\}" for the character', 1],
    ['a]', '"]" closes nothing; write "\\]" for the character', 1],
    ['(?:a)', 'groups of XML Schema have no options: "(?" is not allowed', 0],
    ['a\\', 'a backslash stands at the end', 1],
    [
      '\\b',
      '"\\b" is no escape of XML Schema; patterns match whole values, so there are no word boundaries',
      0,
    ],
    ['\\u0041', '"\\u" is no escape of XML Schema; write the character itself, or a character reference', 0],
    ['\\1', '"\\1" is no escape of XML Schema', 0],
    ['\\p{Xx}', '"Xx" is no general category of Unicode', 0],
    ['\\p{Cs}', '"Cs" is no general category of Unicode', 0],
    ['\\pL', 'a category such as "{Lu}" or a block such as "{IsBasicLatin}" is missing', 0],
    [
      '\\p{IsLatin1Supplement}',
      '"Latin1Supplement" is no block of Unicode, did you mean "Latin-1Supplement"',
      0,
    ],
    ['[', 'this character class is not closed by "]"', 0],
    ['[]', 'a character class must not be empty; write "\\]" for a bracket', 0],
    ['[^]', 'a character class must not be empty; write "\\]" for a bracket', 0],
    ['[b-a]', 'this range ends before it begins', 1],
    ['[a-\\d]', 'a range must end with a character, not with a class of characters', 3],
    ['[a-c-e]', '"-" may stand for itself only at the beginning or the end of a class; write "\\-"', 4],
    ['[\\w-.]', '"-" may stand for itself only at the beginning or the end of a class; write "\\-"', 3],
    ['[&&--]', 'a range must not end with "-"; write "\\-"', 4],
    ['[a--b]', 'a range must not end with "-"; write "\\-"', 3],
    ['[a[b]', '"[" must be written "\\[" inside a character class', 2],
    ['[-[a]]', 'a class is subtracted, but there is nothing to subtract from', 1],
    ['[a-[b]c]', 'a subtraction must be the end of its class: "]" is missing', 6],
  ])('%s', (pattern, message, offset) => {
    expect(compilePattern(pattern)).toEqual({ ok: false, message, offset });
  });

  test('nesting without end', () => {
    expect(compilePattern('('.repeat(100_000))).toMatchObject({ ok: false });
    expect(compilePattern('[a-'.repeat(100_000))).toMatchObject({ ok: false });
  });
});

/** What a backtracking engine can match in one way at most becomes a regular expression, the rest an automaton only. */
test.each<[string, string | undefined]>([
  ['[0-9]{4}-[0-9]{2}', '^(?:[0-9]{4}-[0-9]{2})$'],
  ['[A-Z][0-9A-Za-z]{0,11}(\\.[a-z]*)?', '^(?:[A-Z][0-9A-Za-z]{0,11}(?:\\.[a-z]*)?)$'],
  ['a/b', '^(?:a\\/b)$'],
  ['a|b', '^(?:[ab])$'],
  ['(ab|c){2}', '^(?:(?:ab|c){2})$'],
  ['[a-z]{1,100000}', '^(?:[a-z]{1,100000})$'],
  ['(a{1,1000}){1,1000}', '^(?:a{1,1000000})$'],
  ['[a-z-[aeiou]]*', '^(?:(?:(?![aeiou])[a-z])*)$'],
  ['(a*)*', '^(?:a*)$'],
  [`a{${'9'.repeat(400)}}`, '^(?:a{9007199254740991})$'],
  ['(a|aa)+', undefined],
  ['(a*b*)*', undefined],
  ['(a+)+b', '^(?:a+b)$'],
  ['.*foo.*', undefined],
  ['a?a?a?aaa', undefined],
  // A long text would exhaust the stack of a backtracking engine.
  ['(ab)*', undefined],
  ['((a?|b?)c)*d', undefined],
  ['([a-z]{1,1000}-){1,1000}', '^(?:(?:[a-z]{1,1000}-){1,1000})$'],
])('%s as a regular expression: %s', (pattern, source) => {
  const compiled = compilePattern(pattern);
  expect(compiled.ok && compiled.regexp?.source).toEqual(source);
});

describe('linear time and bounded memory', () => {
  const evil = 'a'.repeat(200_000);
  test.each([
    ['(a|aa)+b', evil],
    ['(a*)*b', evil],
    ['(a?){50}a{50}b', evil],
    ['([a-z]+)+[A-Z]', evil],
    ['(.*a){20}b', evil],
    ['(x+x+)+y', 'x'.repeat(200_000)],
    ['(ab?)*', evil + evil + evil],
  ])('%s', (pattern, text) => {
    const started = performance.now();
    expect(matches(pattern, `${text}!`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test('an automaton with too many states goes on without them', () => {
    let text = '';
    for (let at = 0, seed = 1; at < 20_000; at++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      text += seed % 3 === 0 ? 'a' : 'b';
    }
    expect(matches('(a|b)*a(a|b){40}', `${text}a${'b'.repeat(40)}`)).toBe(true);
    expect(matches('(a|b)*a(a|b){40}', `${text}b${'b'.repeat(40)}`)).toBe(false);
  });

  test('thousands of branches', () => {
    const branches = Array.from(
      { length: 5_000 },
      (_, index) => `${String.fromCodePoint(0x4e00 + index)}${index}`,
    );
    const started = performance.now();
    const source = `(${branches.join('|')})+`;
    expect(matches(source, (branches[4_999] ?? '') + (branches[0] ?? ''))).toBe(true);
    expect(matches(source, '丁2')).toBe(false);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('counts without end are opened upwards, never refused', () => {
    const compiled = compilePattern('((ab|a){1,1000}c){1,1000}');
    expect(compiled).toMatchObject({ ok: true, isApproximate: true });
    expect(matches('((ab|a){1,1000}c){1,1000}', 'abacac')).toBe(true);
    expect(matches('((ab|a){1,1000}c){1,1000}', 'abab')).toBe(false);
    expect(compilePattern('(ab|a){1,1000}')).toMatchObject({ ok: true, isApproximate: false });
    expect(compilePattern(`a{${'9'.repeat(400)}}b*b`)).toMatchObject({ ok: true });
  });
});
