import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { type InformationModel, printMultiplicity } from '../../../src/model/information/index.js';
import { normalizeGuid } from '../../../src/readers/uml/guid.js';
import { buildInformationModel } from '../../../src/readers/uml/model-builder.js';
import { readMultiplicity } from '../../../src/readers/uml/multiplicity-text.js';
import { plainNotes } from '../../../src/readers/uml/plain-notes.js';
import {
  emptyRawModel,
  type RawAssociationEnd,
  type RawAttribute,
  type RawClass,
  type RawModel,
  type RawPackage,
} from '../../../src/readers/uml/raw-model.js';

const origin = { source: 'test', record: 'row 1' };
const aPackage = (id: string, name: string, parent?: string): RawPackage => ({ id, name, parent, origin });
const aClass = (id: string, name: string, rest: Partial<RawClass> = {}): RawClass => ({
  id,
  name,
  metaclass: 'class',
  origin,
  ...rest,
});
const anAttribute = (owner: string, name: string, rest: Partial<RawAttribute> = {}): RawAttribute => ({
  owner,
  name,
  type: { name: 'String' },
  multiplicity: '0..1',
  origin,
  ...rest,
});
const anEnd = (id: string, name: string, rest: Partial<RawAssociationEnd> = {}): RawAssociationEnd => ({
  class: { id },
  name,
  multiplicity: '0..1',
  origin,
  ...rest,
});

function build(fill: (raw: RawModel) => void): {
  readonly model: InformationModel;
  readonly diagnostics: readonly Diagnostic[];
  readonly said: readonly string[];
} {
  const raw = emptyRawModel('xmi-2.1', 'model.xmi');
  fill(raw);
  const { value: model, diagnostics } = buildInformationModel(raw);
  return { model, diagnostics, said: diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

describe('places', () => {
  test('an id is the path of names, with an ordinal where the place has the name already', () => {
    const { model } = build((raw) => {
      raw.packages.push(aPackage('2', 'Core', '1'), aPackage('1', 'CIM'), aPackage('3', 'Core', '1'));
      raw.classes.push(
        aClass('a', 'Terminal', { package: '2' }),
        aClass('b', 'Terminal', { package: '2' }),
        aClass('c', 'Loose'),
      );
    });
    expect([...model.packages.keys()]).toEqual(['package:/CIM', 'package:/CIM/Core', 'package:/CIM/Core[2]']);
    expect([...model.classes.keys()]).toEqual([
      'class:/CIM/Core/Terminal',
      'class:/CIM/Core/Terminal[2]',
      'class:/Loose',
    ]);
    expect([...model.packages.values()].map((one) => [one.parent, one.packages, one.classes])).toEqual([
      [undefined, ['package:/CIM/Core', 'package:/CIM/Core[2]'], []],
      ['package:/CIM', [], ['class:/CIM/Core/Terminal', 'class:/CIM/Core/Terminal[2]']],
      ['package:/CIM', [], []],
    ]);
  });

  test('slashes in names make no two ids equal', () => {
    const { model } = build((raw) => {
      raw.packages.push(aPackage('1', 'A'), aPackage('2', 'A/B'), aPackage('3', 'B', '1'));
      raw.classes.push(aClass('x', 'C', { package: '2' }), aClass('y', 'C', { package: '3' }));
    });
    expect(new Set(model.packages.keys()).size).toBe(3);
    expect(new Set(model.classes.keys()).size).toBe(2);
  });

  test('packages inside of themselves and without an owner are put at the top', () => {
    const { model, said } = build((raw) => {
      raw.packages.push(aPackage('1', 'A', '2'), aPackage('2', 'B', '1'), aPackage('3', 'C', 'gone'));
      raw.classes.push(aClass('x', 'X', { package: 'gone' }), aClass('y', 'Y', { package: '2' }));
    });
    expect([...model.packages.keys()]).toEqual(['package:/C', 'package:/A', 'package:/A/B']);
    expect([...model.classes.keys()]).toEqual(['class:/A/B/Y', 'class:/X']);
    expect(said.filter((one) => one.startsWith('UML2010'))).toEqual([
      'UML2010 C is in package gone, which is not in the model; it is put at the top',
      'UML2010 X is in package gone, which is not in the model; it is put at the top',
      'UML2010 the package A is inside of itself, it is put at the top',
    ]);
  });

  test('namespace tags are inherited down the packages, and overruled on the way', () => {
    const { model } = build((raw) => {
      raw.packages.push(
        { ...aPackage('1', 'CIM'), tags: [{ name: 'nsuri', value: 'http://iec.ch/TC57/CIM100#' }] },
        aPackage('2', 'Core', '1'),
        { ...aPackage('3', 'Vendor', '1'), tags: [{ name: 'baseuri', value: ' http://example.org/v# ' }] },
      );
      raw.classes.push(aClass('x', 'X', { package: '2' }), aClass('y', 'Y', { package: '3' }));
    });
    expect([...model.classes.values()].map(({ namespace }) => namespace)).toEqual([
      'http://iec.ch/TC57/CIM100#',
      'http://example.org/v#',
    ]);
  });
});

describe('classes', () => {
  test.each([
    ['class', [], 'class'],
    ['class', ['CIMDatatype'], 'datatype'],
    ['class', ['Primitive'], 'primitive'],
    ['class', ['Compound', 'deprecated'], 'compound'],
    ['class', ['CodeList'], 'enumeration'],
    ['class', ['deprecated', 'enumeration'], 'enumeration'],
    ['datatype', [], 'datatype'],
    ['datatype', ['enumeration'], 'enumeration'],
    ['primitive', [], 'primitive'],
    ['enumeration', [], 'enumeration'],
  ] as const)('a %s with stereotypes %j is of kind %s', (metaclass, stereotypes, kind) => {
    const { model } = build((raw) => raw.classes.push(aClass('x', 'X', { metaclass, stereotypes })));
    expect([...model.classes.values()].map((one) => one.kind)).toEqual([kind]);
  });

  test('attributes of an enumeration are its literals, an initial value is the code', () => {
    const { model } = build((raw) => {
      raw.classes.push(aClass('x', 'X', { stereotypes: ['enumeration'] }));
      raw.attributes.push(
        anAttribute('x', 'b', { type: {}, default: ' "8" ', stereotypes: ['enum'] }),
        anAttribute('x', 'a'),
      );
    });
    const [{ attributes, literals } = { attributes: [], literals: [] }] = [...model.classes.values()];
    expect(attributes).toEqual([]);
    expect(literals.map(({ name, code }) => [name, code])).toEqual([
      ['b', '8'],
      ['a', undefined],
    ]);
  });

  test('a type is found by identifier, then by name, the same package first; what is ambiguous or dangling is told', () => {
    const { model, said } = build((raw) => {
      raw.packages.push(aPackage('1', 'A'), aPackage('2', 'B'));
      raw.classes.push(
        aClass('s1', 'Status', { package: '1' }),
        aClass('s2', 'Status', { package: '2' }),
        aClass('x', 'X', { package: '2' }),
      );
      raw.attributes.push(
        anAttribute('x', 'byId', { type: { id: 's1', name: 'Other' } }),
        anAttribute('x', 'byName', { type: { id: '0', name: 'Status' } }),
        anAttribute('x', 'byPath', { type: { name: 'A::Status' } }),
        anAttribute('x', 'native', { type: { name: 'int' } }),
        anAttribute('x', 'lost', { type: { id: 'gone' } }),
        anAttribute('x', 'untyped', { type: {} }),
        anAttribute('gone', 'stray'),
      );
    });
    const x = [...model.classes.values()].find(({ name }) => name === 'X');
    expect(x?.attributes.map(({ type }) => type)).toEqual([
      { kind: 'class', id: 'class:/A/Status' },
      { kind: 'class', id: 'class:/B/Status' },
      { kind: 'class', id: 'class:/A/Status' },
      { kind: 'unresolved', name: 'int' },
      { kind: 'unresolved', name: 'gone' },
      { kind: 'unresolved', name: '' },
    ]);
    expect(said).toEqual([
      expect.stringMatching(/^UML2001 the type gone of X\.lost is not/u),
      expect.stringMatching(/^UML2001 the type int of X\.native is not/u),
      'UML2002 X.byName names the class Status, which is /B/Status and /A/Status; /B/Status is taken',
      'UML2003 the class name Status is used 2 times: /A/Status and /B/Status',
      'UML2013 X.untyped has no type',
      'UML2014 stray belongs to gone, which is not a class of the model; it is left out',
    ]);
  });

  test('generalisations that dangle or close a circle are left out', () => {
    const { model, said } = build((raw) => {
      raw.classes.push(aClass('a', 'A'), aClass('b', 'B'), aClass('c', 'C'));
      const inherits = (specific: string, general: string): void => {
        raw.generalizations.push({ specific, general: { id: general }, origin });
      };
      inherits('a', 'b');
      inherits('b', 'c');
      inherits('c', 'a');
      inherits('a', 'a');
      inherits('a', 'gone');
      inherits('a', 'b');
    });
    expect([...model.classes.values()].map(({ generalizations }) => generalizations)).toEqual([
      [{ general: 'class:/B', stereotypes: [] }],
      [{ general: 'class:/C', stereotypes: [] }],
      [],
    ]);
    expect(said).toEqual([
      'UML2008 A inherits from gone, and gone is not a class of the model',
      'UML2009 A inherits from A: a circle, its last step is left out',
      'UML2009 C inherits from A inherits from B inherits from C: a circle, its last step is left out',
    ]);
  });

  test('an extension of the same name that is drawn to its class is no duplicate', () => {
    const { said } = build((raw) => {
      raw.packages.push(aPackage('1', 'Core'), aPackage('2', 'Vendor'));
      raw.classes.push(aClass('a', 'Meter', { package: '1' }), aClass('b', 'Meter', { package: '2' }));
      raw.generalizations.push({
        specific: 'a',
        general: { id: 'b' },
        stereotypes: ['CIMExtension'],
        origin,
      });
    });
    expect(said).toEqual([]);
  });
});

test('an association is named by the property of its source; what is missing is told', () => {
  const { model, said } = build((raw) => {
    raw.packages.push(aPackage('1', 'Core'));
    raw.classes.push(aClass('t', 'Terminal', { package: '1' }), aClass('e', 'Equipment', { package: '1' }));
    const ends = [anEnd('t', 'Terminals', { multiplicity: '0..*' }), anEnd('e', 'Equipment')] as const;
    raw.associations.push(
      { name: '', ends, origin },
      { name: '', ends, origin },
      { name: 'link', ends: [anEnd('t', ''), anEnd('e', '', { multiplicity: undefined })], origin },
      { name: '', ends: [anEnd('t', 'a'), anEnd('note', 'b')], origin },
    );
  });
  expect(
    model.associations.map(({ id, ends }) => [
      id,
      ...ends.map((end) => `${end.class} ${end.name} ${printMultiplicity(end.multiplicity)}`),
    ]),
  ).toEqual([
    [
      'association:/Core/Terminal#Equipment',
      'class:/Core/Terminal Terminals 0..*',
      'class:/Core/Equipment Equipment 0..1',
    ],
    [
      'association:/Core/Terminal#Equipment[2]',
      'class:/Core/Terminal Terminals 0..*',
      'class:/Core/Equipment Equipment 0..1',
    ],
    ['association:/Core/Terminal#Equipment[3]', 'class:/Core/Terminal  0..1', 'class:/Core/Equipment  0..1'],
  ]);
  expect(said).toEqual([
    'UML2004 the end at Equipment of the association link (Terminal - Equipment) has no role name',
    'UML2004 the end at Terminal of the association link (Terminal - Equipment) has no role name',
    'UML2006 the end at Equipment of the association link (Terminal - Equipment) has no multiplicity, 0..1 is taken',
    'UML2011 the association Terminal - note ends at note, which is not a class of the model',
  ]);
});

test('names, identifiers and stereotypes that are wrong are told once', () => {
  const { model, said } = build((raw) => {
    raw.classes.push(
      aClass('x', ' X ', { stereotypes: ['odd', ' odd', '', 'deprecated'] }),
      aClass('x', 'Twin', { stereotypes: ['odd'] }),
      aClass('y', '', { stereotypes: ['odd'] }),
      aClass('string', 'String'),
    );
    raw.attributes.push(anAttribute('x', 'a'), anAttribute('x', 'a'), anAttribute('x', ''));
  });
  expect([...model.classes.values()].map((one) => [one.id, one.stereotypes, one.attributes.length])).toEqual([
    ['class:/X', ['odd', 'deprecated'], 3],
    ['class:/Twin', ['odd'], 0],
    ['class:/', ['odd'], 0],
    ['class:/String', [], 0],
  ]);
  expect(said).toEqual([
    'UML2007 the stereotype «odd» of X, Twin and a class without a name is not known',
    'UML2012 X has an attribute without a name',
    'UML2012 the model has a class without a name',
    'UML2015 X.a is there 2 times',
    'UML2016 Twin and X have the identifier x; it stands for X',
  ]);
});

test('a model without classes is told', () => {
  expect(build(() => undefined).said).toEqual(['UML1004 model.xmi has no class']);
});

test.each([
  ['0..1', '0..1', undefined],
  ['1', '1', undefined],
  ['*', '0..*', undefined],
  ['n', '0..*', undefined],
  ['0..n', '0..*', undefined],
  ['1..unbounded', '1..*', undefined],
  [' 2 .. 5 ', '2..5', undefined],
  ['1..-1', '1..*', undefined],
  [{ lower: '0', upper: '-1' }, '0..*', undefined],
  [{ lower: '1', upper: '1' }, '1', undefined],
  [{ upper: '*' }, '0..*', undefined],
  ['', '0..1', 'missing'],
  [{}, '0..1', 'missing'],
  [undefined, '0..1', 'missing'],
  ['0.1', '0..1', 'typo'],
  ['0...*', '0..*', 'typo'],
  ['O..1', '0..1', 'typo'],
  ['1..0', '0..1', 'typo'],
  ['0..', '0..*', 'typo'],
  ['..1', '0..1', 'typo'],
  ['1,n', '1..*', 'typo'],
  ['[0..1]', '0..1', 'typo'],
  ['1-3', '1..3', 'typo'],
  ['M:1..unbounded', '1..*', 'typo'],
  ['some', '0..1', 'typo'],
] as const)('multiplicity %j is read as %s, fault: %s', (raw, value, fault) => {
  const read = readMultiplicity(raw);
  expect([printMultiplicity(read.value), read.fault]).toEqual([value, fault]);
});

test.each([
  ['{c6e2a1c5-0aab-47d5-8e0a-3b5b6ad44afe}', '{C6E2A1C5-0AAB-47D5-8E0A-3B5B6AD44AFE}'],
  ['EAID_DC0F668B_52E6_4bed_ABE5_766F68B58D49', '{DC0F668B-52E6-4BED-ABE5-766F68B58D49}'],
  ['MX_EAID_DC0F668B_52E6_4bed_ABE5_766F68B58D49', '{DC0F668B-52E6-4BED-ABE5-766F68B58D49}'],
  ['http://iec.ch/TC57/CIM100#Terminal', 'http://iec.ch/TC57/CIM100#Terminal'],
  ['EAID_dst37B03A_C00A_443b_A3A8_D5CF6A7AFF13', undefined],
  ['I1b5424em10359131feemm7deb', undefined],
  ['', undefined],
  [undefined, undefined],
])('GUID %s is %s', (text, guid) => {
  expect(normalizeGuid(text)).toBe(guid);
});

test.each([
  ['a\r\nb\rc  \n', 'a\nb\nc'],
  ['<b>Note</b>: x &lt; y &amp;amp; z &#233;&#xe9;&#x110000;', 'Note: x < y &amp; z éé&#x110000;'],
  ['<ul>\r\n\t<li>one</li>\r\n\t<li>two</li>\r\n</ul>', '\t- one\n\t- two'],
  ['if a<b then <Terminal> is set', 'if a<b then <Terminal> is set'],
  ['see <a href="$element://{1}"><font color="#0000ff"><u>Bay</u></font></a>.', 'see Bay.'],
  [undefined, ''],
])('notes %j are plain as %j', (text, plain) => {
  expect(plainNotes(text)).toBe(plain);
});
