import { describe, expect, test } from 'vitest';
import { indexModel, lintModel } from '../../../src/analysis/information/index.js';
import { buildInformationModel } from '../../../src/readers/uml/model-builder.js';
import type {
  RawAssociation,
  RawAttribute,
  RawClass,
  RawLiteral,
  RawModel,
  RawPackage,
} from '../../../src/readers/uml/raw-model.js';
import { emptyRawModel } from '../../../src/readers/uml/raw-model.js';

const origin = { source: 'test', record: 'row 1' };
const shared = { notes: 'Something.', origin };

const aPackage = (name: string, rest: Partial<RawPackage> = {}): RawPackage => ({
  id: name,
  name,
  ...shared,
  ...rest,
});
const aClass = (name: string, rest: Partial<RawClass> = {}): RawClass => ({
  id: name,
  name,
  package: 'Core',
  metaclass: 'class',
  ...shared,
  ...rest,
});
const anAttribute = (owner: string, name: string, rest: Partial<RawAttribute> = {}): RawAttribute => ({
  owner,
  name,
  type: { id: 'String' },
  multiplicity: '0..1',
  ...shared,
  ...rest,
});
const aLiteral = (owner: string, name: string, rest: Partial<RawLiteral> = {}): RawLiteral => ({
  owner,
  name,
  stereotypes: ['enum'],
  ...shared,
  ...rest,
});
const anAssociation = (
  source: string,
  target: string,
  rest: Partial<RawAssociation> = {},
  ends: readonly [object, object] = [{}, {}],
): RawAssociation => ({
  name: '',
  origin,
  ends: [
    { class: { id: source }, name: `${source}s`, multiplicity: '0..*', ...shared, ...ends[0] },
    { class: { id: target }, name: target, multiplicity: '0..1', ...shared, ...ends[1] },
  ],
  ...rest,
});
const anEnumeration =
  (name: string, literals: readonly RawLiteral[]) =>
  (raw: RawModel): void => {
    raw.classes.push(aClass(name, { metaclass: 'enumeration', stereotypes: ['enumeration'] }));
    raw.literals.push(...literals);
  };

/** A model that keeps every rule, and what makes it break one. */
function broken(change: (raw: RawModel) => void): readonly string[] {
  const raw = emptyRawModel('xmi-2.1', 'model.xmi', 'Test');
  raw.packages.push(
    aPackage('CIM'),
    aPackage('Core', { parent: 'CIM' }),
    aPackage('Metering', { parent: 'CIM' }),
  );
  raw.classes.push(
    aClass('String', { stereotypes: ['Primitive'] }),
    aClass('Meter', { package: 'Metering' }),
    aClass('Point'),
  );
  raw.attributes.push(anAttribute('Meter', 'serial'));
  raw.associations.push(anAssociation('Meter', 'Point'));
  change(raw);
  const { value } = buildInformationModel(raw);
  return lintModel(indexModel(value)).map(({ rule, message }) => `${rule ?? ''} ${message}`);
}

describe('the rules of the CIM modelling guide', () => {
  test('are kept by a model that keeps them', () => {
    expect(broken(() => undefined)).toEqual([]);
  });

  test.each<[string, (raw: RawModel) => void]>([
    [
      'R025 the package metering is not named in upper camel case',
      (raw) => raw.packages.push(aPackage('metering')),
    ],
    [
      'R027 the package name Core is used for CIM::Core and CIM::Metering::Core, expected one package of the name',
      (raw) => {
        raw.packages.push(aPackage('Core', { id: 'other', parent: 'Metering' }));
        raw.classes.push(aClass('Other', { package: 'other' }));
      },
    ],
    [
      'R038 the class register is not named in upper camel case',
      (raw) => raw.classes.push(aClass('register')),
    ],
    [
      'R038 the class Meter Reading is not named in upper camel case',
      (raw) => raw.classes.push(aClass('Meter Reading')),
    ],
    [
      'R049 the attribute Meter.Form is not named in lower camel case',
      (raw) => raw.attributes.push(anAttribute('Meter', 'Form')),
    ],
    [
      'R068 the role Meter.point is not named in upper camel case',
      (raw) => raw.associations.splice(0, 1, anAssociation('Meter', 'Point', {}, [{}, { name: 'point' }])),
    ],
    [
      'R086 the value Kind.A is not named in lower camel case',
      anEnumeration('Kind', [aLiteral('Kind', 'A')]),
    ],
    [
      'R118 Special.serial has the name of Meter.serial, which the class inherits',
      (raw) => {
        raw.classes.push(aClass('Special', { package: 'Metering' }));
        raw.attributes.push(anAttribute('Special', 'serial'));
        raw.generalizations.push({ specific: 'Special', general: { id: 'Meter' }, origin });
      },
    ],
    [
      'R043 the datatype Voltage has no attribute unit, multiplier',
      (raw) => {
        raw.classes.push(aClass('Voltage', { stereotypes: ['CIMDatatype'] }));
        raw.attributes.push(anAttribute('Voltage', 'value'));
      },
    ],
    [
      'R052 Voltage.unit has the type String, a primitive, expected one of kind enumeration',
      (raw) => {
        raw.classes.push(aClass('Voltage', { stereotypes: ['CIMDatatype'] }));
        raw.classes.push(aClass('Multiplier', { stereotypes: ['enumeration'] }));
        raw.attributes.push(
          anAttribute('Voltage', 'value'),
          anAttribute('Voltage', 'unit'),
          anAttribute('Voltage', 'multiplier', { type: { id: 'Multiplier' } }),
        );
      },
    ],
    [
      'R044 the class Base is abstract, expected a decision in each profile',
      (raw) => raw.classes.push(aClass('Base', { abstract: true })),
    ],
    [
      'R119 Status inherits from Point, a class, expected classes without such a stereotype',
      (raw) => {
        raw.classes.push(aClass('Status', { stereotypes: ['Compound'] }));
        raw.generalizations.push({ specific: 'Status', general: { id: 'Point' }, origin });
      },
    ],
    [
      'R075 the association Status - Point ends at the compound Status, expected a class',
      (raw) => {
        raw.classes.push(aClass('Status', { stereotypes: ['Compound'] }));
        raw.associations.push(anAssociation('Status', 'Point', {}, [{ name: 'Statuses' }, {}]));
      },
    ],
    [
      'R115 Both inherits from Meter and Point, expected one class',
      (raw) => {
        raw.classes.push(aClass('Both', { package: 'Metering' }));
        for (const id of ['Meter', 'Point'])
          raw.generalizations.push({ specific: 'Both', general: { id }, origin });
      },
    ],
    [
      'R055 Meter.point has the type Point, a class, expected a primitive, datatype, enumeration or compound',
      (raw) => raw.attributes.push(anAttribute('Meter', 'point', { type: { id: 'Point' } })),
    ],
    [
      'R057 Meter.form has the initial value "1S", expected it to be static and constant',
      (raw) => raw.attributes.push(anAttribute('Meter', 'form', { default: '1S', static: true })),
    ],
    [
      'R058 Meter.form has the multiplicity 1, expected 0..1',
      (raw) => raw.attributes.push(anAttribute('Meter', 'form', { multiplicity: '1..1' })),
    ],
    [
      'R065 the association Meter - Point is named measures, expected role names only',
      (raw) => raw.associations.splice(0, 1, anAssociation('Meter', 'Point', { name: 'measures' })),
    ],
    [
      'R072 the association Meter - Point is a composition, expected an association or a shared aggregation',
      (raw) =>
        raw.associations.splice(
          0,
          1,
          anAssociation('Meter', 'Point', {}, [{}, { aggregation: 'composite' }]),
        ),
    ],
    [
      'R073 the association Meter - Point can be followed to Point only, expected no direction',
      (raw) =>
        raw.associations.splice(
          0,
          1,
          anAssociation('Meter', 'Point', {}, [{ navigable: false }, { navigable: true }]),
        ),
    ],
    [
      'R090 1 of 2 values of Kind are without the stereotype «enum»',
      anEnumeration('Kind', [aLiteral('Kind', 'a'), aLiteral('Kind', 'b', { stereotypes: [] })]),
    ],
    [
      'R095 Kind.b has the code 1, which another value of the enumeration has',
      anEnumeration('Kind', [aLiteral('Kind', 'a', { code: '1' }), aLiteral('Kind', 'b', { code: '1' })]),
    ],
    [
      'R096 1 of 2 values of Kind have a code, expected all or none',
      anEnumeration('Kind', [aLiteral('Kind', 'a', { code: '1' }), aLiteral('Kind', 'b')]),
    ],
    ['R104 Register has no notes', (raw) => raw.classes.push(aClass('Register', { notes: '' }))],
    [
      'R104 Meter.a has no notes, like 1 more of its 3 members',
      (raw) =>
        raw.attributes.push(
          anAttribute('Meter', 'a', { notes: '' }),
          anAttribute('Meter', 'b', { notes: '' }),
        ),
    ],
    [
      'R070 one end of Meter - Point without notes',
      (raw) => raw.associations.splice(0, 1, anAssociation('Meter', 'Point', {}, [{ notes: '' }, {}])),
    ],
    [
      'R123 Old is deprecated, but 1 of 2 attributes and 1 of 1 associations are not',
      (raw) => {
        raw.classes.push(aClass('Old', { stereotypes: ['deprecated'] }));
        raw.attributes.push(
          anAttribute('Old', 'a'),
          anAttribute('Old', 'b', { stereotypes: ['deprecated'] }),
        );
        raw.associations.push(anAssociation('Old', 'Point'));
      },
    ],
    [
      'R128 the primitive Blob is not one of CIM',
      (raw) => raw.classes.push(aClass('Blob', { stereotypes: ['Primitive'] })),
    ],
    [
      'R012 the packages Core and Metering depend on one another: Point inherits, Meter.serial',
      (raw) => {
        raw.generalizations.push({ specific: 'Point', general: { id: 'Meter' }, origin });
      },
    ],
  ])('%s', (expected, change) => {
    expect(broken(change)).toEqual([expected]);
  });

  test('classes of an extension may be inherited from besides', () => {
    expect(
      broken((raw) => {
        raw.classes.push(aClass('Base'), aClass('AcmePoint'));
        raw.generalizations.push(
          { specific: 'Point', general: { id: 'Base' }, origin },
          { specific: 'Point', general: { id: 'AcmePoint' }, stereotypes: ['CIMExtension'], origin },
        );
      }),
    ).toEqual([]);
  });

  test('formats that keep no notes are not asked for them', () => {
    const silent = broken((raw) => {
      for (const list of [raw.packages, raw.classes, raw.attributes] as { notes?: string | undefined }[][]) {
        for (const [at, one] of list.entries()) list[at] = { ...one, notes: '' };
      }
    });
    expect(silent).toEqual([]);
  });
});
