import type { Random } from '../../../src/samples/random.js';
import { type Change, type ChangeKind, narrows, replaces, rewrites, widens } from './edit.js';

/** A restriction as text. */
const restriction = (base: string, ...facets: readonly string[]): string =>
  `<xs:restriction base="xs:${base}">${facets.join('')}</xs:restriction>`;

const facet = (kind: string, value: string | number): string => `<xs:${kind} value="${String(value)}"/>`;
const values = (...all: readonly string[]): string =>
  all.map((value) => facet('enumeration', value)).join('');

/** One way and the other, as chance has it. */
const eitherWay = (random: Random, wide: string, narrow: string): Change =>
  random.chance(50) ? narrows('', wide, narrow) : widens('', narrow, wide);

const WORDS = ['red', 'green', 'blue', 'black', 'white'];

/** Edits of simple types: facets, values, bases. */
export const VALUE_CHANGES: Readonly<Record<string, ChangeKind>> = {
  'value of an enumeration': (random) => {
    const some = random.shuffled(WORDS).slice(0, random.between(2, 4));
    return eitherWay(
      random,
      restriction('string', values(...some)),
      restriction('string', values(...some.slice(1))),
    );
  },
  'value of an enumeration renamed': () =>
    replaces('', restriction('token', values('red', 'green')), restriction('token', values('red', 'verde'))),
  'order of an enumeration': (random) =>
    rewrites(
      '',
      restriction('string', values(...WORDS)),
      restriction('string', values(...random.shuffled(WORDS))),
    ),
  'enumeration of numbers': (random) =>
    eitherWay(
      random,
      restriction('decimal', values('1', '2.5', '10')),
      restriction('decimal', values('1.0', '10')),
    ),
  'enumerated numbers in other forms': () =>
    rewrites('', restriction('decimal', values('1', '2.50')), restriction('decimal', values('1.0', '02.5'))),
  'enumeration instead of free text': (random) =>
    eitherWay(random, restriction('string'), restriction('string', values(...WORDS))),
  'enumeration of dates': (random) =>
    eitherWay(
      random,
      restriction('date', values('2001-01-01', '2002-02-02')),
      restriction('date', values('2001-01-01')),
    ),
  'greatest length': (random) => {
    const length = random.between(2, 400);
    return eitherWay(
      random,
      restriction('string', facet('maxLength', length + random.between(1, 400))),
      restriction('string', facet('maxLength', length)),
    );
  },
  'least length': (random) => {
    const length = random.between(2, 20);
    return eitherWay(
      random,
      restriction('token', facet('minLength', length)),
      restriction('token', facet('minLength', length + random.between(1, 5))),
    );
  },
  'exact length': (random) =>
    eitherWay(
      random,
      restriction('hexBinary', facet('minLength', 2), facet('maxLength', 8)),
      restriction('hexBinary', facet('length', random.between(2, 8))),
    ),
  'length in other words': (random) => {
    const length = random.between(1, 30);
    return rewrites(
      '',
      restriction('string', facet('length', length)),
      restriction('string', facet('minLength', length), facet('maxLength', length)),
    );
  },
  'octets of base64Binary': (random) =>
    eitherWay(
      random,
      restriction('base64Binary', facet('maxLength', random.between(9, 30))),
      restriction('base64Binary', facet('maxLength', random.between(2, 8))),
    ),
  'upper bound of an integer': (random) => {
    const bound = random.between(1, 9_999);
    return eitherWay(
      random,
      restriction('integer', facet('maxInclusive', bound + random.between(1, 999))),
      restriction('integer', facet('maxInclusive', bound)),
    );
  },
  'lower bound of a decimal': (random) => {
    const bound = random.between(-99, 99);
    return eitherWay(
      random,
      restriction('decimal', facet('minInclusive', `${String(bound)}.25`)),
      restriction('decimal', facet('minInclusive', `${String(bound + 1)}.5`)),
    );
  },
  'exclusive bound becomes inclusive': (random) =>
    eitherWay(
      random,
      restriction('decimal', facet('maxInclusive', '99.5')),
      restriction('decimal', facet('maxExclusive', '99.5')),
    ),
  'exclusive bound of integers in other words': (random) => {
    const bound = random.between(1, 500);
    return rewrites(
      '',
      restriction('integer', facet('maxExclusive', bound + 1)),
      restriction('integer', facet('maxInclusive', bound)),
    );
  },
  'bound of a double': (random) => {
    const bound = random.between(1, 500);
    return eitherWay(
      random,
      restriction('double', facet('maxInclusive', `${String(bound)}.5`)),
      restriction('double', facet('maxInclusive', bound)),
    );
  },
  'bound of a dateTime': (random) => {
    const zone = random.pick(['', 'Z']) ?? '';
    return eitherWay(
      random,
      restriction(
        'dateTime',
        facet('minInclusive', `200${String(random.between(0, 4))}-01-01T00:00:00${zone}`),
      ),
      restriction(
        'dateTime',
        facet('minInclusive', `200${String(random.between(5, 9))}-01-01T00:00:00${zone}`),
      ),
    );
  },
  'bound of a date': (random) =>
    eitherWay(
      random,
      restriction('date', facet('maxInclusive', `20${String(random.between(50, 99))}-12-31`)),
      restriction('date', facet('maxInclusive', `20${String(random.between(10, 49))}-12-31`)),
    ),
  'bound of a time': (random) =>
    eitherWay(
      random,
      restriction('time', facet('maxInclusive', '18:00:00')),
      restriction('time', facet('maxInclusive', '17:30:00')),
    ),
  'bound of a duration': (random) =>
    eitherWay(
      random,
      restriction('duration', facet('maxInclusive', 'P2Y')),
      restriction('duration', facet('maxInclusive', 'P1Y')),
    ),
  'bound of a gYear': (random) =>
    eitherWay(
      random,
      restriction('gYear', facet('minInclusive', '1990')),
      restriction('gYear', facet('minInclusive', '2000')),
    ),
  'digits in all': (random) => {
    const digits = random.between(2, 8);
    return eitherWay(
      random,
      restriction('decimal', facet('totalDigits', digits + random.between(1, 4))),
      restriction('decimal', facet('totalDigits', digits)),
    );
  },
  'digits behind the point': (random) => {
    const digits = random.between(0, 4);
    return eitherWay(
      random,
      restriction('decimal', facet('fractionDigits', digits + random.between(1, 4))),
      restriction('decimal', facet('fractionDigits', digits)),
    );
  },
  'pattern allows less': (random) => {
    const [wide, narrow] =
      random.pick([
        ['[A-Z]{2,4}', '[A-Z]{2,3}'],
        ['[a-z]+', '[a-z]+[aeiou]'],
        ['\\d{3}-\\d{4}', '[1-9]\\d{2}-\\d{4}'],
        ['(ab|cd)*', '(ab)*'],
        ['\\p{L}+', '[A-Za-z]+'],
        ['.*', '\\S*'],
        ['[0-9A-F]{8}', '[0-9A-E]{8}'],
        ['\\i\\c*', '[\\i-[:]][\\c-[:]]*'],
      ] as const) ?? (['a', 'b'] as const);
    return eitherWay(
      random,
      restriction('string', facet('pattern', wide)),
      restriction('string', facet('pattern', narrow)),
    );
  },
  'pattern in other words': (random) => {
    const [one, other] =
      random.pick([
        ['[A-Z]{2,4}', '[A-Z][A-Z][A-Z]?[A-Z]?'],
        ['(a|b)*', '(a*b*)*'],
        ['a+', 'aa*'],
        ['(ab)*a', 'a(ba)*'],
        ['[0-9]{1,3}', '[0-9]|[0-9][0-9]|[0-9][0-9][0-9]'],
        ['x(y|z)', 'xy|xz'],
        ['[\\p{Lu}\\p{Ll}]', '\\p{Lu}|\\p{Ll}'],
      ] as const) ?? (['a', 'a'] as const);
    return rewrites(
      '',
      restriction('string', facet('pattern', one)),
      restriction('string', facet('pattern', other)),
    );
  },
  'pattern added': (random) =>
    eitherWay(
      random,
      restriction('token'),
      restriction('token', facet('pattern', random.pick(['[A-Z]+', '\\d{4}', '(a|b)?']) ?? 'a')),
    ),
  'pattern of several replaced by one': () =>
    rewrites(
      '',
      restriction('string', facet('pattern', 'a+'), facet('pattern', 'b+')),
      restriction('string', facet('pattern', 'a+|b+')),
    ),
  'pattern that says as much as a length': (random) => {
    const length = random.between(2, 9);
    return rewrites(
      '',
      restriction('token', facet('pattern', `[A-Z]{${String(length)}}`)),
      restriction('token', facet('length', length), facet('pattern', '[A-Z]+')),
    );
  },
  'pattern that says as much as bounds': () =>
    rewrites(
      '',
      restriction('integer', facet('pattern', '[0-9]{1,2}')),
      restriction(
        'integer',
        facet('pattern', '[0-9]{1,2}'),
        facet('minInclusive', 0),
        facet('maxInclusive', 99),
      ),
    ),
  'enumerated values that a pattern allows': (random) =>
    eitherWay(
      random,
      restriction('string', facet('pattern', '[a-z]{3,5}')),
      restriction('string', values(...WORDS)),
    ),
  'whole number types': (random) => {
    const [wide, narrow] =
      random.pick([
        ['decimal', 'integer'],
        ['integer', 'long'],
        ['long', 'int'],
        ['int', 'short'],
        ['unsignedInt', 'unsignedShort'],
        ['nonNegativeInteger', 'positiveInteger'],
        ['int', 'unsignedByte'],
        ['integer', 'negativeInteger'],
      ] as const) ?? (['int', 'short'] as const);
    return eitherWay(random, restriction(wide), restriction(narrow));
  },
  'names and texts': (random) => {
    const [wide, narrow] =
      random.pick([
        ['token', 'NMTOKEN'],
        ['NMTOKEN', 'NCName'],
        ['Name', 'NCName'],
        ['token', 'language'],
        ['string', 'decimal'],
        ['token', 'dateTime'],
        ['string', 'boolean'],
        ['double', 'decimal'],
        ['float', 'integer'],
      ] as const) ?? (['token', 'Name'] as const);
    return eitherWay(random, restriction(wide), restriction(narrow));
  },
  'dates become times': () => replaces('', restriction('date'), restriction('dateTime')),
  'bounds instead of a built-in type': () =>
    rewrites(
      '',
      restriction('byte'),
      restriction('integer', facet('minInclusive', -128), facet('maxInclusive', 127)),
    ),
  'white space counts': () =>
    narrows('', restriction('token', values('red', 'green')), restriction('string', values('red', 'green'))),
};

/** Edits of lists and unions: what stands in xs:simpleType. */
export const VARIETY_CHANGES: Readonly<Record<string, ChangeKind>> = {
  'items of a list': (random) =>
    eitherWay(random, '<xs:list itemType="xs:integer"/>', '<xs:list itemType="xs:byte"/>'),
  'a list instead of one item': (random) =>
    eitherWay(random, '<xs:list itemType="xs:int"/>', restriction('int')),
  'length of a list': (random) => {
    const list = (max: number): string =>
      `<xs:restriction><xs:simpleType><xs:list itemType="xs:NMTOKEN"/></xs:simpleType>${facet('maxLength', max)}</xs:restriction>`;
    return eitherWay(random, list(random.between(5, 9)), list(random.between(1, 4)));
  },
  'member of a union': (random) =>
    eitherWay(random, '<xs:union memberTypes="xs:date xs:int"/>', '<xs:union memberTypes="xs:int"/>'),
  'a union instead of a member': (random) =>
    eitherWay(random, '<xs:union memberTypes="xs:dateTime xs:date"/>', restriction('date')),
  'order of a union': () =>
    rewrites(
      '',
      '<xs:union memberTypes="xs:boolean xs:date"/>',
      '<xs:union memberTypes="xs:date xs:boolean"/>',
    ),
  'enumeration split into a union': () =>
    rewrites(
      '',
      restriction('token', values('red', 'green', 'blue')),
      `<xs:union><xs:simpleType>${restriction('token', values('red'))}</xs:simpleType><xs:simpleType>${restriction('token', values('green', 'blue'))}</xs:simpleType></xs:union>`,
    ),
  'narrowed member of a union': (random) => {
    const union = (max: number): string =>
      `<xs:union memberTypes="xs:date"><xs:simpleType>${restriction('integer', facet('maxInclusive', max))}</xs:simpleType></xs:union>`;
    return eitherWay(random, union(100), union(random.between(1, 99)));
  },
};
