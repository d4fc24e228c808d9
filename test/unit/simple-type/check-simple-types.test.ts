import { describe, expect, test } from 'vitest';
import { checkSimpleTypes } from '../../../src/analysis/constraints/simple-type/check-simple-types.js';
import { restricted, schemaOfText } from './schema-text.js';

/** Rule and message of each diagnostic. */
function findings(declarations: string): readonly string[] {
  const { schema, diagnostics } = schemaOfText(declarations);
  return [...diagnostics, ...checkSimpleTypes(schema)].map(
    ({ code, rule, message }) => `${code} ${rule ?? '-'}: ${message}`,
  );
}

const derived = (base: readonly string[], own: readonly string[]): string => {
  const [primitive = '', ...facets] = base;
  return restricted('B', primitive, ...facets) + restricted('T', 't:B', ...own);
};

describe('fine', () => {
  test.each([
    restricted('T', 'x:string'),
    restricted('T', 'x:string', 'length=5'),
    restricted('T', 'x:string', 'minLength=5', 'maxLength=5'),
    restricted('T', 'x:NMTOKENS', 'minLength=2'),
    restricted('T', 'x:decimal', 'totalDigits=3', 'fractionDigits=3'),
    restricted('T', 'x:unsignedByte', 'fractionDigits=0', 'maxInclusive=255', 'minExclusive=0'),
    derived(['x:int', 'minExclusive=5'], ['minExclusive=5']),
    derived(['x:int', 'maxInclusive=5'], ['maxExclusive=5']),
    derived(['x:int', 'maxExclusive=5', 'minInclusive=1'], ['maxInclusive=4', 'minExclusive=1']),
    derived(['x:string', 'minLength=2'], ['length=2']),
    derived(['x:string', 'maxLength!=2'], ['maxLength=02']),
    derived(['x:date', 'minInclusive=2000-01-01'], ['minInclusive=2000-06-01']),
    restricted('T', 'x:QName', 'enumeration=t:a', 'length=3'),
    '<x:simpleType name="T"><x:list itemType="x:anySimpleType"/></x:simpleType>',
    '<x:simpleType name="T"><x:union memberTypes="x:NMTOKENS x:int"/></x:simpleType>',
    '<x:simpleType name="T"><x:union memberTypes="x:NOTATION x:int"/></x:simpleType>',
  ])('%s', (declarations) => {
    expect(findings(declarations)).toEqual([]);
  });
});

test.each<[declarations: string, ...expected: string[]]>([
  [
    restricted('T', 'x:anySimpleType'),
    'XSD3002 cos-st-restricts.1.1: the base type is anySimpleType, expected an atomic type, a list or a union',
  ],
  [
    '<x:simpleType name="B" final="restriction"><x:restriction base="x:int"/></x:simpleType>' +
      restricted('T', 't:B'),
    'XSD3001 st-props-correct.3: type {urn:t}B is final for restriction, so no type can be derived from it so',
  ],
  [
    '<x:simpleType name="B" final="list union"><x:restriction base="x:int"/></x:simpleType><x:simpleType name="L"><x:list itemType="t:B"/></x:simpleType><x:simpleType name="U"><x:union memberTypes="t:B"/></x:simpleType>',
    'XSD3001 cos-st-restricts.2.3.1.1: type {urn:t}B is final for list, so no type can be derived from it so',
    'XSD3001 cos-st-restricts.3.3.1.1: type {urn:t}B is final for union, so no type can be derived from it so',
  ],
  [
    '<x:simpleType name="T"><x:list itemType="x:NMTOKENS"/></x:simpleType>',
    'XSD3003 cos-st-restricts.2.1: type {http://www.w3.org/2001/XMLSchema}NMTOKENS is a list or holds one, expected an atomic type or a union of such types as item type',
  ],
  [
    '<x:simpleType name="T"><x:list><x:simpleType><x:union memberTypes="x:int x:IDREFS"/></x:simpleType></x:list></x:simpleType>',
    'XSD3003 cos-st-restricts.2.1: an anonymous type is a list or holds one, expected an atomic type or a union of such types as item type',
  ],
  [
    restricted('T', 'x:boolean', 'enumeration=true'),
    'XSD3011 cos-applicable-facets: facet "enumeration" does not apply to boolean',
  ],
  [
    restricted('T', 'x:int', 'length=1'),
    'XSD3011 cos-applicable-facets: facet "length" does not apply to decimal',
  ],
  [
    restricted('T', 'x:double', 'totalDigits=1'),
    'XSD3011 cos-applicable-facets: facet "totalDigits" does not apply to double',
  ],
  [
    restricted('T', 'x:NMTOKENS', 'maxInclusive=1'),
    'XSD3011 cos-applicable-facets: facet "maxInclusive" does not apply to a list',
  ],
  [
    `<x:simpleType name="U"><x:union memberTypes="x:int"/></x:simpleType>${restricted('T', 't:U', 'maxLength=1')}`,
    'XSD3011 cos-applicable-facets: facet "maxLength" does not apply to a union',
  ],
  [
    derived(['x:string', 'maxLength!=2'], ['maxLength=1']),
    'XSD3012 cos-st-restricts.1.3.2: facet "maxLength" is "1", but a base type fixes it to "2"',
  ],
  [
    restricted('T', 'x:int', 'whiteSpace=preserve'),
    'XSD3012 cos-st-restricts.1.3.2: facet "whiteSpace" is "preserve", but a base type fixes it to "collapse"',
    'XSD3027 whiteSpace-valid-restriction: facet "whiteSpace" is "preserve", but the base type has "collapse"',
  ],
  [
    restricted('T', 'x:token', 'whiteSpace=replace'),
    'XSD3027 whiteSpace-valid-restriction: facet "whiteSpace" is "replace", but the base type has "collapse"',
  ],
  [
    restricted('T', 'x:int', 'maxInclusive='),
    'XSD3013 cos-st-restricts.1.3.2: facet "maxInclusive" is "", which is no value of the base type int: expected an integer',
  ],
  [
    restricted('T', 'x:date', 'maxInclusive=2005-02-30'),
    'XSD3013 cos-st-restricts.1.3.2: facet "maxInclusive" is "2005-02-30", which is no value of the base type date: expected a date such as 2005-12-31',
  ],
  [
    derived(['x:int', 'pattern=[0-9]'], ['maxInclusive=12']),
    'XSD3013 cos-st-restricts.1.3.2: facet "maxInclusive" is "12", which is no value of the base type B: expected a text of the form [0-9]',
  ],
  [
    restricted('T', 'x:int', 'enumeration=1', 'enumeration=x'),
    'XSD3014 enumeration-valid-restriction: enumeration value "x" is no value of the base type int: expected an integer',
  ],
  [
    restricted('T', 'x:QName', 'enumeration=z:a'),
    'XSD3014 enumeration-valid-restriction: enumeration value "z:a" is no value of the base type QName: expected a name whose prefix is bound to a namespace, and "z" is not',
  ],
  [
    derived(['x:string', 'enumeration=a'], ['enumeration=a', 'enumeration=b']),
    'XSD3014 enumeration-valid-restriction: enumeration value "b" is no value of the base type B: expected "a"',
  ],
  [
    restricted('T', 'x:string', 'pattern=a+?'),
    'XSD3015 -: pattern "a+?", at character 3: a quantifier follows a quantifier; XML Schema has no lazy or possessive ones',
  ],
  [
    restricted('T', 'x:string', 'pattern=((ab|a){1,1000}c){1,1000}'),
    'XSD3016 -: the nested repetitions of pattern "((ab|a){1,1000}c){1,1000}" are too many, so values with more repetitions than allowed are accepted',
  ],
  [
    derived(['x:string', 'length=2'], ['length=3']),
    'XSD3021 length-valid-restriction: facet "length" is 3, but the base type has 2',
  ],
  [
    derived(['x:string', 'minLength=2'], ['minLength=1']),
    'XSD3022 minLength-valid-restriction: facet "minLength" is 1, but the base type allows at least 2',
  ],
  [
    derived(['x:string', 'maxLength=2'], ['maxLength=3']),
    'XSD3022 maxLength-valid-restriction: facet "maxLength" is 3, but the base type allows at most 2',
  ],
  [
    derived(['x:decimal', 'totalDigits=2'], ['totalDigits=3']),
    'XSD3022 totalDigits-valid-restriction: facet "totalDigits" is 3, but the base type allows at most 2',
  ],
  [
    derived(['x:decimal', 'fractionDigits=2'], ['fractionDigits=3']),
    'XSD3022 fractionDigits-valid-restriction: facet "fractionDigits" is 3, but the base type allows at most 2',
  ],
  [
    restricted('T', 'x:string', 'length=5', 'minLength=1'),
    'XSD3023 length-minLength-maxLength: facet "length" is 5, and facet "minLength" is 1',
  ],
  [
    derived(['x:string', 'length=5'], ['maxLength=5']),
    'XSD3023 length-minLength-maxLength: facet "length" is 5, and facet "maxLength" is 5',
  ],
  [
    derived(['x:string', 'maxLength=4'], ['length=5']),
    'XSD3023 length-minLength-maxLength: facet "length" is 5, and facet "maxLength" is 4',
  ],
  [
    restricted('T', 'x:string', 'minLength=6', 'maxLength=5'),
    'XSD3024 minLength-less-than-equal-to-maxLength: facet "minLength" is 6, but facet "maxLength" is 5',
  ],
  [
    restricted('T', 'x:decimal', 'totalDigits=2', 'fractionDigits=3'),
    'XSD3024 fractionDigits-totalDigits: facet "fractionDigits" is 3, but facet "totalDigits" is 2',
  ],
  [
    restricted('T', 'x:int', 'minInclusive=6', 'maxInclusive=5'),
    'XSD3024 minInclusive-less-than-equal-to-maxInclusive: facet "minInclusive" is 6, but facet "maxInclusive" is 5',
  ],
  [
    restricted('T', 'x:int', 'minInclusive=5', 'maxExclusive=5'),
    'XSD3024 minInclusive-less-than-maxExclusive: facet "minInclusive" is 5, but facet "maxExclusive" is 5',
  ],
  [
    restricted('T', 'x:int', 'minInclusive=5', 'minExclusive=4'),
    'XSD3025 minInclusive-minExclusive: facets "minInclusive" and "minExclusive" must not be stated both in one restriction',
  ],
  [
    derived(['x:int', 'maxInclusive=5'], ['maxInclusive=6']),
    'XSD3026 maxInclusive-valid-restriction: facet "maxInclusive" is 6, but facet "maxInclusive" of the base type is 5',
  ],
  [
    restricted('T', 'x:byte', 'minInclusive=-129'),
    'XSD3026 minInclusive-valid-restriction: facet "minInclusive" is -129, but facet "minInclusive" of the base type is -128',
  ],
  [
    derived(['x:time', 'maxInclusive=12:00:00-10:00'], ['maxInclusive=12:00:00-14:00']),
    'XSD3026 maxInclusive-valid-restriction: facet "maxInclusive" is 12:00:00-14:00, but facet "maxInclusive" of the base type is 12:00:00-10:00',
  ],
  [
    '<x:element name="e" type="x:NOTATION"/><x:attribute name="a" type="t:T"/>' +
      restricted('T', 'x:NOTATION', 'length=1'),
    'XSD3031 enumeration-required-notation: the type of this element is NOTATION without an enumeration of notations',
    'XSD3031 enumeration-required-notation: the type of this attribute is NOTATION without an enumeration of notations',
  ],
  [
    restricted('T', 'x:NOTATION', 'enumeration=t:n'),
    'XSD3032 enumeration-valid-restriction: notation "t:n" is not declared',
  ],
])('%s', (declarations, ...expected) => {
  expect(findings(declarations)).toEqual(expected);
});
