import { describe, expect, test } from 'vitest';
import type { ComponentId } from '../../../src/model/schema/index.js';
import type { PropertyRequest } from '../../../src/analysis/naming/index.js';
import {
  componentPath,
  enumerationMembers,
  moduleAlias,
  modulePaths,
  propertyNames,
} from '../../../src/analysis/naming/index.js';

const paths = (...namespaces: readonly string[]): readonly (string | undefined)[] => {
  const found = modulePaths(namespaces);
  return namespaces.map((namespace) => found.get(namespace));
};

describe('folder of a namespace', () => {
  test.each([
    ['http://iec.ch/TC57/2011/MeterReadings#', 'meter-readings'],
    ['http://iec.ch/TC57/2011/schema/message', 'tc57-2011-message'],
    ['http://naesb.org/espi', 'espi'],
    ['http://naesb.org/espi/customer', 'customer'],
    ['http://www.multispeak.org/V5.0/commonTypes', 'common-types'],
    ['http://www.w3.org/2005/Atom', 'atom'],
    ['http://www.w3.org/XML/1998/namespace', 'xml'],
    ['http://docs.oasis-open.org/ns/energyinterop/201110', 'energyinterop-201110'],
    ['urn:iec62325.351:tc57wg16:451-1:acknowledgementdocument:8:0', 'acknowledgementdocument-8-0'],
    ['urn:ieee:std:2030.5:ns', 'std-2030-5'],
    ['http://example.org/', 'example'],
    ['http://www.multispeak.org/V5.0', 'multispeak-v5-0'],
    ['http://example.org/IEC61968CimPart9/1.0', 'iec61968-cim-part9-1-0'],
    ['größe', 'gro-e'],
    ['http://example.org/aux', 'aux-ns'],
    ['日本', 'namespace'],
    ['', 'no-namespace'],
  ])('%s is %s', (namespace, path) => {
    expect(paths(namespace)).toEqual([path]);
  });

  test('namespaces that would share a folder get more segments, others do not', () => {
    expect(
      paths('http://a.org/2011/Meter#', 'http://a.org/2012/Meter#', 'http://a.org/2011/Reading#'),
    ).toEqual(['2011-meter', '2012-meter', 'reading']);
  });

  test('a number tells apart what has no more segments, whatever comes first', () => {
    expect(paths('http://a.org/m', 'http://a.org/m#')).toEqual(['a-m', 'a-m-2']);
    expect(paths('http://a.org/m#', 'http://a.org/m')).toEqual(['a-m-2', 'a-m']);
  });

  test('a folder of the configuration is kept', () => {
    expect(
      modulePaths(['http://a.org/b', 'http://c.org/b'], { 'http://a.org/b': 'b' }).get('http://c.org/b'),
    ).toBe('c-b');
  });

  test.each([
    ['meter-readings', 'MeterReadings'],
    ['2011-message', 'Ns2011Message'],
  ])('%s is %s in an identifier', (path, alias) => {
    expect(moduleAlias(path)).toBe(alias);
  });
});

describe('properties', () => {
  const of = (kind: PropertyRequest['kind'], localName: string, namespace = ''): PropertyRequest => ({
    kind,
    localName,
    namespace,
  });
  test.each<[string, readonly PropertyRequest[], readonly string[]]>([
    ['names stay as they are', [of('element', 'IntervalBlock.start-time')], ['IntervalBlock.start-time']],
    [
      'the attribute gives way to the element',
      [of('attribute', 'a'), of('element', 'a')],
      ['aAttribute', 'a'],
    ],
    [
      'the foreign namespace gives way',
      [of('element', 'a', 'urn:x'), of('element', 'a', 'home')],
      ['a_x', 'a'],
    ],
    [
      'no namespace is nearer than a foreign one',
      [of('element', 'a', 'urn:x'), of('element', 'a')],
      ['a_x', 'a'],
    ],
    [
      'foreign attributes too',
      [of('attribute', 'lang', 'urn:x'), of('attribute', 'lang')],
      ['lang_x', 'lang'],
    ],
    [
      'what every object inherits',
      [of('element', 'constructor'), of('element', '__proto__')],
      ['constructor_', '__proto___'],
    ],
    ['a second wildcard', [of('synthetic', 'any'), of('synthetic', 'any')], ['any', 'any2']],
    ['a wildcard meets an element', [of('synthetic', 'any'), of('element', 'any')], ['any_', 'any']],
    [
      'a name that is taken by a suffix',
      [of('element', 'a'), of('attribute', 'a'), of('element', 'aAttribute')],
      ['a', 'aAttribute2', 'aAttribute'],
    ],
    [
      'both at once',
      [of('element', 'a'), of('attribute', 'a'), of('attribute', 'a', 'urn:x')],
      ['a', 'aAttribute', 'aAttribute_x'],
    ],
    [
      'the configuration decides',
      [{ ...of('element', 'a'), override: 'b' }, of('element', 'b')],
      ['b', 'b2'],
    ],
  ])('%s', (_, requests, expected) => {
    expect(propertyNames(requests, 'home', () => 'x')).toEqual(expected);
  });
});

test.each([
  ['words', ['meter reading', 'create'], ['MeterReading', 'Create']],
  ['case', ['m', 'M', 'kW'], ['m', 'M', 'KW']],
  ['numbers', ['1.23', '12.3', '-1', '1'], ['_1_23', '_12_3', 'Minus1', '_1']],
  ['signs', ['+', '-', '', ' ', '€'], ['Plus', 'Minus', 'Empty', 'Space', 'U20AC']],
  ['same form', ['a-b', 'a b', 'aB'], ['a_b2', 'a_b', 'aB']],
  ['inherited', ['constructor', 'Constructor'], ['constructor_', 'Constructor']],
])('members of an enumeration: %s', (_, values, members) => {
  expect(enumerationMembers(values).map(({ member }) => member)).toEqual(members);
});

test('takes component ids apart', () => {
  expect(
    componentPath('type:{http://a.org/b}Order/element({http://a.org/b}item)[2]/type()' as ComponentId),
  ).toEqual({
    symbolSpace: 'type',
    namespace: 'http://a.org/b',
    localName: 'Order',
    steps: [
      { axis: 'element', localName: 'item', ordinal: 2 },
      { axis: 'type', localName: '', ordinal: 1 },
    ],
  });
});
