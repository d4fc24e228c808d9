import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/diagnostics/catalogue/index.js';
import { sourceFiles } from './source-files.js';

const FAMILIES = [
  'CFG',
  'SRC',
  'XML',
  'XSD',
  'WSD',
  'UML',
  'RDF',
  'PRF',
  'NAM',
  'GEN',
  'IFC',
  'DRF',
  'CMP',
  'VAL',
  'SMP',
  'TRN',
  'ADP',
];

/** Every code that the runtime reports. It imports nothing, so it spells codes out. */
const reported = sourceFiles('src/runtime').flatMap(({ path, text }) =>
  [...text.matchAll(/'((?:VAL|XML|TRN)\d{4})'/gu)].map(([, code = '']) => ({ path, code })),
);

/** Every code that a file of the catalogue spells out. */
const defined = sourceFiles('src/diagnostics/catalogue').flatMap(({ path, text }) =>
  [...text.matchAll(/^\s*code: '([^']*)'/gmu)].map(([, code = '']) => ({ path, code })),
);

describe('catalogue of diagnostics', () => {
  test('codes are well-formed', () => {
    const wrong = CATALOGUE.filter(
      ({ code }) => !/^[A-Z]{3}\d{4}$/u.test(code) || !FAMILIES.includes(code.slice(0, 3)),
    );
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  test('no code is used twice', () => {
    const codes = CATALOGUE.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test('every definition is in the catalogue', () => {
    const known = new Set(CATALOGUE.map(({ code }) => code));
    expect(defined.filter(({ code }) => !known.has(code))).toEqual([]);
  });

  test('every code of the runtime is in the catalogue', () => {
    const known = new Set(CATALOGUE.map(({ code }) => code));
    expect(reported.filter(({ code }) => !known.has(code))).toEqual([]);
  });

  test('a code is born in the file of its family', () => {
    const wrong = defined.filter(({ path, code }) => {
      const file = path.split('/').at(-1) ?? '';
      return !file.startsWith(code.slice(0, 3).toLowerCase());
    });
    expect(wrong).toEqual([]);
  });

  test('titles read as parts of a sentence', () => {
    const wrong = CATALOGUE.filter(
      ({ title }) => title === '' || title.endsWith('.') || /[!?]$/u.test(title),
    );
    expect(wrong.map(({ code, title }) => `${code} ${title}`)).toEqual([]);
  });
});
