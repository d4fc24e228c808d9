import type { Random } from '../../../src/samples/random.js';

/** A regular expression of the recommendation, appendix F. One in some has an error. */
export function makePattern(random: Random): string {
  if (random.chance(3)) return random.pick(WRONG);
  return alternatives(random, random.chance(15) ? 3 : 2);
}

const WRONG = [
  '[b-a]',
  'a{2,1}',
  '(a',
  'a)',
  '[a',
  '*',
  'a**',
  '\\p{Foo}',
  '\\q',
  '[]',
  'a{,2}',
  '\\p{IsNope}',
  '[a-z-[b]',
  '?',
  '\\',
  'a{1',
  '(?:a)',
  'a{x}',
  '[^]',
  '\\b',
  '[[a]]',
  'a+?',
  '\\u0041',
  '{2}',
] as const;

function alternatives(random: Random, depth: number): string {
  const count = random.chance(25) ? random.between(2, 3) : 1;
  return Array.from({ length: count }, () => branch(random, depth)).join('|');
}

const branch = (random: Random, depth: number): string =>
  Array.from({ length: random.chance(5) ? 0 : random.between(1, 3) }, () => piece(random, depth)).join('');

function piece(random: Random, depth: number): string {
  const atom = makeAtom(random, depth);
  if (random.chance(50)) return atom;
  return (
    atom +
    random.pick([
      '?',
      '*',
      '+',
      '{2}',
      '{1,2}',
      '{0,3}',
      '{2,}',
      '{0}',
      '{0,0}',
      '{1,}',
      '{0,}',
      '{10}',
      '{0,1}',
    ])
  );
}

function makeAtom(random: Random, depth: number): string {
  const kind = random.below(100);
  if (kind < 35)
    return random.pick([
      'a',
      'b',
      'x',
      '1',
      '0',
      '-',
      ' ',
      'A',
      '\u00e9',
      '_',
      ':',
      ',',
      '^',
      '$',
      '&',
      '<',
      '\u4e00',
      '\ud83d\ude00',
    ]);
  if (kind < 50) return escape(random);
  if (kind < 54) return '.';
  if (kind < 80) return characterClass(random, 2);
  if (depth === 0) return 'a';
  return `(${alternatives(random, depth - 1)})`;
}

const escape = (random: Random): string =>
  random.pick([
    '\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\i',
    '\\I',
    '\\c',
    '\\C',
    '\\.',
    '\\-',
    '\\\\',
    '\\n',
    '\\t',
    '\\r',
    '\\(',
    '\\?',
    '\\*',
    '\\[',
    '\\]',
    '\\{',
    '\\}',
    '\\|',
    '\\^',
    '\\+',
    property(random),
  ]);

const property = (random: Random): string =>
  `\\${random.pick(['p', 'p', 'P'])}{${random.pick(['L', 'Lu', 'Ll', 'Lm', 'Lo', 'Lt', 'N', 'Nd', 'Nl', 'No', 'P', 'Pd', 'Pc', 'Po', 'Ps', 'S', 'Sm', 'Sc', 'Z', 'Zs', 'C', 'Cc', 'Cn', 'M', 'Mn', 'IsBasicLatin', 'IsLatin-1Supplement', 'IsGreek', 'IsCJKUnifiedIdeographs'])}}`;

function characterClass(random: Random, depth: number): string {
  const parts = Array.from({ length: random.between(1, 3) }, () =>
    random.pick([
      random.pick(['a', 'b', 'z', '0', '_', '.', '+', '*', '(', '$', ' ', '\u00e9', '|']),
      random.pick(['a-z', 'A-Z', '0-9', 'a-c', 'b-x', '\\t-\\r', ' -~', '\u00e0-\u00ff', '\\--a', '!-\\]']),
      escape(random),
    ]),
  );
  const subtraction = depth > 0 && random.chance(25) ? `-${characterClass(random, depth - 1)}` : '';
  const hyphen = subtraction === '' && random.chance(8) ? '-' : '';
  const first = random.chance(4) ? '-' : '';
  return `[${random.chance(20) ? '^' : ''}${first}${parts.join('')}${hyphen}${subtraction}]`;
}
