import { describe, expect, test } from 'vitest';
import type { Code, Hole } from '../../../src/printer/index.js';
import {
  annotation,
  code,
  docComment,
  exported,
  identifier,
  indent,
  joinCode,
  lines,
  literal,
  member,
  propertyName,
  raw,
  renderModule,
} from '../../../src/printer/index.js';

const print = (item: Code, language: 'ts' | 'js' = 'ts'): string =>
  renderModule([item], { language, modulePath: 'a.ts' }).slice(0, -1);

describe('holes', () => {
  test.each<[string, Hole, string]>([
    ['text', 'abc', `'abc'`],
    ['an apostrophe', `it's`, `"it's"`],
    ['both quotes', `'"`, String.raw`'\'"'`],
    ['a back-slash and a line break', 'a\\\n', String.raw`'a\\\n'`],
    ['line separators', '\u2028\u2029', String.raw`'\u2028\u2029'`],
    ['an unpaired surrogate', 'a\ud800b', String.raw`'a\ud800b'`],
    ['a paired surrogate', '😀', `'😀'`],
    ['a tag character', '\u{e0001}', String.raw`'\u{e0001}'`],
    ['the end of a script', '</script><!--', String.raw`'\x3C/script>\x3C!--'`],
    ['a bidirectional override', 'a\u202eb', String.raw`'a\u202eb'`],
    ['a template', '`${x}`', "'`${x}`'"],
    ['a number', 1.5, '1.5'],
    ['negative zero', -0, '-0'],
    ['a big integer', 12n, '12n'],
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['an identifier', identifier('größe'), 'größe'],
    ['codes', [code`a`, code`b`], 'ab'],
  ])('prints %s', (_, hole, expected) => {
    expect(print(code`${hole}`)).toBe(expected);
  });

  test.each(['class', 'a-b', '', '1a', 'a b', 'await', 'a\n'])('refuses the identifier %j', (name) => {
    expect(() => identifier(name)).toThrow(/not an identifier/);
  });

  test.each([
    ['a', 'a', 'o.a'],
    ['a-b', `'a-b'`, `o['a-b']`],
    ['class', 'class', 'o.class'],
    ['__proto__', `['__proto__']`, 'o.__proto__'],
    [`'`, `"'"`, `o["'"]`],
  ])('prints the property %s', (name, property, access) => {
    expect(print(propertyName(name))).toBe(property);
    expect(print(member(identifier('o'), name))).toBe(access);
  });

  test('prints values of any depth', () => {
    expect(print(literal({ a: [1, 'b', null], 'c-d': { e: undefined } }))).toBe(
      `{ a: [1, 'b', null], 'c-d': { e: undefined } }`,
    );
  });
});

describe('layout', () => {
  test('takes the indentation of the template away and indents code in holes', () => {
    const inner = code`
          if (a) {
            b();
          }
        `;
    const outer = code`
      function f() {
        ${inner}
      }
    `;
    expect(print(outer)).toBe('function f() {\n  if (a) {\n    b();\n  }\n}');
  });

  test('keeps lines without text empty', () => {
    expect(print(indent(raw('a\n\nb')))).toBe('  a\n\n  b');
  });

  test.each<[string, readonly Code[], string]>([
    ['nothing', [], '{\n}'],
    ['one', [code`a;`], '{\n  a;\n}'],
    ['some', [code`a;`, raw(''), code`b;`], '{\n  a;\n  b;\n}'],
  ])('drops the line of a hole that prints nothing: %s', (_, statements, expected) => {
    const block = code`
      {
        ${lines(statements)}
      }
    `;
    expect(print(block)).toBe(expected);
  });

  test('drops a first line that prints nothing', () => {
    expect(
      print(code`
        ${docComment([])}
        a;
        ${docComment(['Text.'])}
        b;
      `),
    ).toBe('a;\n/** Text. */\nb;');
  });

  test('leaves separators out around nothing', () => {
    expect(print(joinCode([annotation`x`, code`a`, annotation`y`, code`b`], ', '), 'js')).toBe('a, b');
  });

  test('leaves type-only fragments out of JavaScript', () => {
    const item = code`
      ${annotation`
        interface A {}
      `}
      ${exported('const', 'a')}${annotation`: ${{ module: 'm', name: 'T' }}`} = ${1};
    `;
    expect(print(item)).toBe(`import type { T } from 'm';\n\ninterface A {}\nexport const a: T = 1;`);
    expect(print(item, 'js')).toBe('export const a = 1;');
  });
});

describe('comments', () => {
  test.each<[string, string, string]>([
    ['one line', 'When.', '/** When. */'],
    ['an end of comment', 'a */ b', '/** a *\\/ b */'],
    ['a tag', '@internal', '/** \\@internal */'],
    ['an inline tag', 'see {@link x}', '/** see \\{@link x} */'],
    ['paragraphs', ' a\n   b\n\n\n c ', '/**\n * a\n * b\n *\n * c\n */'],
    ['a line separator', 'a\u2028b', '/**\n * a\n * b\n */'],
    ['nothing', ' \n ', ''],
  ])('%s', (_, text, expected) => {
    expect(print(docComment([text]))).toBe(expected);
  });

  test('puts tags below the text', () => {
    expect(print(docComment(['A.'], [{ tag: 'remarks', text: 'occurs 0..2' }]))).toBe(
      '/**\n * A.\n *\n * @remarks occurs 0..2\n */',
    );
  });

  test('breaks long lines, and a word at the start is no tag then either', () => {
    const text = `${'word '.repeat(20)}wor @tag`;
    expect(print(docComment([text]))).toBe(`/**\n * ${'word '.repeat(20)}wor\n * \\@tag\n */`);
  });
});
