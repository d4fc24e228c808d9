import { describe, expect, test } from 'vitest';
import { sampleLiteral } from '../../../src/samples/literal/sample-literal.js';
import { Prefixes } from '../../../src/samples/prefixes.js';
import { Random } from '../../../src/samples/random.js';
import { schemaOfText, typeOf } from './schema-of-text.js';

/** The type `T`: `int minInclusive=3` or the declaration itself. */
const declarationOf = (type: string): string => {
  if (type.startsWith('<')) return type;
  const [base = '', ...facets] = type.split(' ');
  const stated = facets.map((facet) => {
    const [kind = '', value = ''] = [facet.slice(0, facet.indexOf('=')), facet.slice(facet.indexOf('=') + 1)];
    return `<x:${kind} value="${value}"/>`;
  });
  return `<x:simpleType name="T"><x:restriction base="x:${base}">${stated.join('')}</x:restriction></x:simpleType>`;
};

function literalsOf(type: string, hint = 'value'): readonly (string | undefined)[] {
  const schema = schemaOfText(declarationOf(type));
  return Array.from({ length: 12 }, (_, at) =>
    sampleLiteral(
      { schema, random: new Random(at), prefixes: new Prefixes(), hint, isShort: at % 4 === 3 },
      typeOf('T'),
    ),
  );
}

describe('values look like what they are', () => {
  test.each<[type: string, form: RegExp]>([
    ['boolean', /^(?:true|false|0|1)$/],
    ['int minInclusive=3 maxExclusive=5', /^[34]$/],
    ['decimal fractionDigits=2 minInclusive=0.05 maxInclusive=0.07', /^0\.0[567]$/],
    ['decimal minExclusive=1 maxExclusive=1.001', /^1\.000\d+$/],
    ['decimal totalDigits=3 minInclusive=995', /^99[5-9]$/],
    ['integer maxInclusive=-1000000000000000000000', /^-1\d{21}$/],
    ['nonPositiveInteger minInclusive=-1', /^(?:-1|0)$/],
    ['unsignedByte pattern=\\d{3}', /^[0-2]\d\d$/],
    ['double minInclusive=0.5 maxInclusive=0.75', /^0\.[5-7]\d*$/],
    ['float minExclusive=1E10', /^[\d.E+]+$/],
    [
      'dateTime minInclusive=2031-01-01T00:00:00Z maxInclusive=2031-01-01T01:00:00Z',
      /^2031-01-01T0[01]:\d\d:00Z$/,
    ],
    ['dateTime', /^2024-0\d-\d\dT\d\d:(?:00|15|30|45):00Z$/],
    ['date maxExclusive=1999-03-01', /^1999-02-2\d$|^1998-/],
    ['date minInclusive=2024-02-29 maxInclusive=2024-02-29', /^2024-02-29$/],
    ['time minInclusive=23:59:00', /^23:59:\d\d$/],
    ['gYear minInclusive=1850 maxInclusive=1852', /^185[0-2]$/],
    ['gYearMonth minInclusive=2025-11', /^20(?:25|26)-\d\d$/],
    ['gMonthDay minInclusive=--02-28 maxInclusive=--03-01', /^--0(?:2-2[89]|3-01)$/],
    ['duration minInclusive=P2D maxInclusive=P1M', /^P\w+$/],
    ['duration pattern=PT\\d+M', /^PT\d+M$/],
    ['hexBinary length=3', /^[0-9A-F]{6}$/],
    ['base64Binary minLength=2 maxLength=2', /^[A-Za-z0-9+/]{3}=$/],
    ['dateTime pattern=19\\d\\d-\\d0-\\d1T0\\d:\\d1:\\d0', /^19\d\d-10-[0-2]1T0\d:[0-5]1:[0-5]0$/],
    ['float pattern=...[Ee]..', /^[\d.+-]{3}[Ee][\d+-]\d$/],
    ['byte pattern=\\-\\d{3}', /^-[01]\d\d$/],
    ['string length=5', /^.{5}$/],
    ['string minLength=30', /^.{30,}$/],
    ['token maxLength=2', /^\S{0,2}$/],
    ['NCName maxLength=1', /^[A-Za-z_]$/],
    ['language', /^[a-z]{2}(?:-[A-Z]{2})?$/],
    ['anyURI maxLength=3', /^\S{1,3}$/],
    ['string enumeration=kWh enumeration=kvarh', /^k(?:W|var)h$/],
    ['string pattern=[A-Z]{2}-\\d{4}', /^[A-Z]{2}-\d{4}$/],
    ['string pattern=\\d* maxLength=3', /^\d{0,3}$/],
    ['string pattern=(a|bc){2,}x? length=6', /^(?:a|bc){2,}x?$/],
    ['NMTOKENS length=2', /^\S+ \S+$/],
    ['IDREFS pattern=[a-c]{2}\\s[x-z]', /^[a-c]{2} [x-z]$/],
    [
      '<x:simpleType name="T"><x:list itemType="x:boolean"/></x:simpleType>',
      /^(?:(?:true|false|0|1)(?: |$))*$/,
    ],
    [
      '<x:simpleType name="T"><x:union memberTypes="x:gDay x:boolean"/></x:simpleType>',
      /^(?:---\d\d|true|false|0|1)$/,
    ],
  ])('%s', (type, form) => {
    for (const literal of literalsOf(type)) expect(literal).toMatch(form);
  });
});

test('identifiers of objects are UUIDs where a pattern or a name says so', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const pattern = '[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}';
  expect(literalsOf(`string pattern=${pattern}`)[0]).toMatch(uuid);
  expect(literalsOf('string', 'mRID')[0]).toMatch(uuid);
});

test('patterns of several steps hold together', () => {
  const inner =
    '<x:simpleType><x:restriction base="x:string"><x:pattern value="[a-f]+"/></x:restriction></x:simpleType>';
  const type = `<x:simpleType name="T"><x:restriction>${inner}<x:pattern value="[d-z]{3}"/></x:restriction></x:simpleType>`;
  for (const literal of literalsOf(type)) expect(literal).toMatch(/^[def]{3}$/);
});

test.each([
  'string length=3 pattern=ab',
  'int minInclusive=3 maxInclusive=2',
  '<x:simpleType name="T"><x:restriction base="x:string"><x:enumeration value="toolong"/><x:maxLength value="3"/></x:restriction></x:simpleType>',
])('a type without values has none: %s', (type) => {
  expect(literalsOf(type).every((literal) => literal === undefined)).toBe(true);
});
