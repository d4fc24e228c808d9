import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.js';

const MOST_LINES = 500;

/** Files that may be longer, with the reason. */
const LONGER: Readonly<Record<string, string>> = {};

const FORBIDDEN = [
  'util',
  'utils',
  'helper',
  'helpers',
  'manager',
  'misc',
  'common',
  'data',
  'info',
  'process',
];

/** Words of the recommendations, which hold a forbidden word. */
const TERMS = /process-contents/gu;

const src = sourceFiles('src');
const all = [...src, ...sourceFiles('test')];

describe('form of the source', () => {
  test(`no file has more than ${MOST_LINES} lines`, () => {
    const long = src
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > MOST_LINES && !(path in LONGER));
    expect(long).toEqual([]);
  });

  test('names of files and folders are in kebab case', () => {
    const wrong = src.filter(({ path }) => !/^[a-z0-9]+(?:[-/][a-z0-9]+)*\.ts$/u.test(path));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('names of files hold no word that says nothing', () => {
    const wrong = src.filter(({ path }) =>
      path
        .replaceAll(TERMS, '')
        .split(/[/.-]/u)
        .some((word) => FORBIDDEN.includes(word)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('exported names hold no word that says nothing', () => {
    const wrong = src.flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gmu)]
        .map(([, name = '']) => name)
        .filter((name) => /(?:^|[a-z])(?:Util|Helper|Manager|Misc)s?(?:[A-Z]|$)/u.test(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only the command line ends the process', () => {
    const wrong = src.filter(
      ({ path, text }) => /\bprocess\.exit\(/u.test(text) && path !== 'src/cli/main.ts',
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('there is no default export', () => {
    const wrong = src.filter(({ text }) => /^export default\b/mu.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('a note to do has an issue number', () => {
    const wrong = src.filter(({ text }) =>
      /\b(?:TODO|FIXME|XXX)\b(?! #\d+)/u.test(text.replaceAll(/'[^']*'/gu, "''")),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('nothing orders or changes text by locale', () => {
    const wrong = all.filter(
      ({ path, text }) =>
        /\.localeCompare\(|\.toLocale(?:Lower|Upper)Case\(/u.test(text) &&
        !path.startsWith('test/architecture/'),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
