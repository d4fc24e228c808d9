import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { describe, expect, test, vi } from 'vitest';
import type { Read } from '../../../../src/diagnostics/diagnostic.js';
import type { InformationModel } from '../../../../src/model/information/index.js';
import { readEaProject } from '../../../../src/readers/uml/ea/read-ea-project.js';
import { buildInformationModel } from '../../../../src/readers/uml/model-builder.js';
import { emptyRawModel, type RawModel } from '../../../../src/readers/uml/raw-model.js';
import { dumpModel } from '../../../support/dump-model.js';
import { writeQea } from '../../../support/write-qea.js';

const read = (bytes: Uint8Array, label = 'model.qea'): Promise<Read<InformationModel | undefined>> =>
  readEaProject({ uri: `file:///${label}`, label, bytes });

const said = ({ diagnostics }: Read<unknown>): readonly string[] =>
  diagnostics.map(({ code, message }) => `${code} ${message}`);

/** The bytes of a database that statements of SQL make. */
function sql(...statements: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-test-'));
  try {
    const file = join(folder, 'made.db');
    const database = new sqlite.Database(file);
    // Without waiting for the disk at every statement.
    database.exec('PRAGMA synchronous = OFF');
    for (const statement of statements) database.exec(statement);
    database.close();
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TABLES = [
  'CREATE TABLE t_package (Package_ID, Parent_ID, Name, Notes, TPos, ea_guid)',
  'CREATE TABLE t_object (Object_ID, Object_Type, Name, Note, Package_ID, Stereotype, Abstract, PDATA1, TPos, ea_guid)',
  'CREATE TABLE t_attribute (ID, Object_ID, Name, Type, Classifier, LowerBound, UpperBound, "Default", Stereotype, ' +
    'IsStatic, Const, Pos, Notes, ea_guid)',
  'CREATE TABLE t_connector (Connector_ID, Connector_Type, Name, Notes, Direction, Stereotype, ea_guid, ' +
    'Start_Object_ID, SourceRole, SourceCard, SourceRoleNote, SourceStyle, SourceIsAggregate, SourceStereotype, ' +
    'End_Object_ID, DestRole, DestCard, DestRoleNote, DestStyle, DestIsAggregate, DestStereotype)',
  'CREATE TABLE t_xref (Name, Type, Description, Client)',
  'CREATE TABLE t_objectproperties (Object_ID, Property, Value, Notes)',
  'CREATE TABLE t_attributetag (ElementID, Property, "Value", Notes)',
  'CREATE TABLE t_connectortag (ElementID, Property, VALUE, NOTES)',
  'CREATE TABLE t_taggedvalue (ElementID, BaseClass, TagValue, Notes)',
];

const row = (table: string, values: Readonly<Record<string, string | number | null>>): string => {
  const texts = Object.values(values).map((value) =>
    typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL'),
  );
  return `INSERT INTO ${table} ("${Object.keys(values).join('", "')}") VALUES (${texts.join(', ')})`;
};

const ROOT = row('t_package', { Package_ID: 1, Parent_ID: 0, Name: 'Model' });
const CORE = row('t_package', { Package_ID: 2, Parent_ID: 1, Name: 'Core' });
const aClass = (
  Object_ID: number,
  Name: string,
  more: Readonly<Record<string, string | number>> = {},
): string => row('t_object', { Object_ID, Object_Type: 'Class', Name, Package_ID: 2, ...more });

describe('a project', () => {
  test('gives packages, classes, attributes, literals, associations with all that belongs to them', async () => {
    const bytes = sql(
      ...TABLES,
      row('t_package', { Package_ID: 1, Parent_ID: 0, Name: 'Utility' }),
      row('t_package', {
        Package_ID: 5,
        Parent_ID: 1,
        Name: 'Metering',
        TPos: 2,
        Notes: 'Meters.\r\n\r\nAnd more.',
      }),
      row('t_package', {
        Package_ID: 2,
        Parent_ID: 1,
        Name: 'Core',
        TPos: 1,
        ea_guid: '{00000000-0000-4000-8000-00000000000a}',
      }),
      row('t_object', {
        Object_ID: 90,
        Object_Type: 'Package',
        Name: 'Core',
        Package_ID: 1,
        PDATA1: '2',
        Stereotype: 'CIMExtension',
      }),
      row('t_objectproperties', {
        Object_ID: 90,
        Property: 'nsuri',
        Value: 'http://example.org/core#',
        Notes: null,
      }),
      aClass(10, 'Terminal', {
        ea_guid: '{G10}',
        TPos: 1,
        Note: 'An &lt;end&gt; of <b>equipment</b> &#8211; electrical.',
      }),
      aClass(11, 'Equipment', { ea_guid: '{G11}', TPos: 0, Abstract: '1', Stereotype: 'deprecated' }),
      row('t_xref', {
        ...{ Name: 'Stereotypes', Type: 'element property', Client: '{g11}' },
        Description:
          '@STEREO;Name=deprecated;GUID={1};@ENDSTEREO;@STEREO;Name=European;FQName=a::b;@ENDSTEREO;',
      }),
      row('t_xref', {
        Name: 'CustomProperties',
        Type: 'element property',
        Client: '{G11}',
        Description: '@STEREO;Name=no;',
      }),
      aClass(12, 'PhaseCode', { Stereotype: 'enumeration' }),
      row('t_object', { Object_ID: 13, Object_Type: 'PrimitiveType', Name: 'Integer', Package_ID: 2 }),
      row('t_object', { Object_ID: 14, Object_Type: 'Object', Name: 'aTerminal', Package_ID: 2 }),
      row('t_object', { Object_ID: 15, Object_Type: 'Note', Note: 'Drawn here.', Package_ID: 2 }),
      row('t_object', { Object_ID: 16, Object_Type: 'Enumeration', Name: 'Side', Package_ID: 5 }),
      row('t_attribute', {
        ...{
          ID: 2,
          Object_ID: 10,
          Name: 'sequence',
          Type: 'Whatever',
          Classifier: '13',
          LowerBound: '0',
          UpperBound: '*',
        },
        ...{ Default: '1', IsStatic: 1, Const: 1, Pos: 1, Notes: 'Counts.' },
      }),
      row('t_attribute', {
        ID: 1,
        Object_ID: 10,
        Name: 'phases',
        Type: 'PhaseCode',
        Classifier: '0',
        LowerBound: '0',
        UpperBound: '1',
        Pos: 0,
      }),
      row('t_attribute', {
        ID: 3,
        Object_ID: 12,
        Name: 'A',
        Type: '',
        Default: '"01"',
        Stereotype: 'enum',
        Pos: 1,
      }),
      row('t_attribute', { ID: 4, Object_ID: 12, Name: 'N', Pos: 0 }),
      row('t_attribute', { ID: 5, Object_ID: 14, Name: 'of an instance' }),
      row('t_attribute', { ID: 6, Object_ID: 16, Name: 'left' }),
      row('t_attributetag', { ElementID: 2, Property: 'long', Value: '<memo>', Notes: 'Once upon a time' }),
      row('t_attributetag', { ElementID: 2, Property: 'unit', Value: 'm', Notes: 'Values: m | km' }),
      row('t_connector', {
        ...{
          Connector_ID: 2,
          Connector_Type: 'Aggregation',
          ea_guid: '{C2}',
          Direction: 'Source -> Destination',
        },
        ...{
          Start_Object_ID: 10,
          SourceRole: 'Terminals',
          SourceCard: '0..*',
          SourceIsAggregate: 0,
          SourceRoleNote: 'All of them.',
        },
        ...{
          End_Object_ID: 11,
          DestRole: 'Equipment',
          DestCard: '1',
          DestIsAggregate: 2,
          DestStereotype: 'ByReference',
        },
        ...{ SourceStyle: 'Union=0;Navigable=Non-Navigable;', DestStyle: 'Owned=0;Navigable=Navigable;' },
      }),
      row('t_xref', {
        Name: 'Stereotypes',
        Type: 'connectorSrcEnd property',
        Client: '{C2}',
        Description: '@STEREO;Name=Attribute;@ENDSTEREO;',
      }),
      row('t_connectortag', { ElementID: 2, Property: 'drawn', VALUE: 'yes', NOTES: null }),
      row('t_taggedvalue', {
        ElementID: '{C2}',
        BaseClass: 'ASSOCIATION_TARGET',
        TagValue: 'order',
        Notes: '7$ea_notes=Seventh',
      }),
      row('t_taggedvalue', { ElementID: '{C2}', BaseClass: 'PACKAGE', TagValue: 'LastImport', Notes: 'x' }),
      row('t_connector', {
        Connector_ID: 1,
        Connector_Type: 'Generalization',
        Start_Object_ID: 12,
        End_Object_ID: 11,
      }),
      row('t_connector', {
        Connector_ID: 3,
        Connector_Type: 'Association',
        Start_Object_ID: 14,
        End_Object_ID: 10,
      }),
      row('t_connector', {
        Connector_ID: 4,
        Connector_Type: 'Dependency',
        Start_Object_ID: 12,
        End_Object_ID: 10,
      }),
    );
    const { value } = await read(bytes);
    expect(value?.format).toBe('ea-sqlite');
    expect(value && dumpModel(value)).toMatchInlineSnapshot(`
      "model Utility

      package:/Core «CIMExtension» {00000000-0000-4000-8000-00000000000A}
        @nsuri = "http://example.org/core#"
        in no package
        owns class:/Core/Equipment
        owns class:/Core/Integer
        owns class:/Core/PhaseCode
        owns class:/Core/Terminal

      package:/Metering
        | Meters.
        | 
        | And more.
        in no package
        owns class:/Metering/Side

      abstract class class:/Core/Equipment «deprecated» «European»
        in package:/Core
        namespace http://example.org/core#

      primitive class:/Core/Integer
        in package:/Core
        namespace http://example.org/core#

      enumeration class:/Core/PhaseCode «enumeration»
        in package:/Core
        namespace http://example.org/core#
        inherits from class:/Core/Equipment
        literal N
        literal A = 01 «enum»

      class class:/Core/Terminal
        | An <end> of equipment – electrical.
        in package:/Core
        namespace http://example.org/core#
        attribute phases: class:/Core/PhaseCode [0..1]
        attribute sequence: class:/Core/Integer [0..*] = "1" static constant
          | Counts.
          @long = "Once upon a time"
          @unit = "m" ("Values: m | km")

      enumeration class:/Metering/Side
        in package:/Metering
        literal left

      association:/Core/Terminal#Equipment
        @drawn = "yes"
        end Terminals: class:/Core/Terminal [0..*] not navigable «Attribute»
          | All of them.
        end Equipment: class:/Core/Equipment [1] composite navigable «ByReference»
          @order = "7" ("Seventh")
      "
    `);
    expect(value?.classes.get('class:/Core/Terminal' as never)?.origin).toEqual({
      source: 'file:///model.qea',
      record: 't_object 10',
    });
  });

  test('without positions is in the order of names; the case of columns and numbers as text do not matter', async () => {
    const bytes = sql(
      ...TABLES.map((statement) => statement.replace('t_object (', 'T_Object (').replace('TPos', 'tpos')),
      ROOT,
      CORE,
      ...['Gamma', 'Alpha', 'Beta'].map((name, at) => aClass(at + 1, name)),
    );
    const { value, diagnostics } = await read(bytes);
    expect([...(value?.classes.values() ?? [])].map(({ name }) => name)).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(diagnostics).toEqual([]);
  });

  test('that was written with a write-ahead log is read', async () => {
    const bytes = sql(...TABLES, ROOT, CORE, aClass(1, 'One'));
    bytes[18] = 2;
    bytes[19] = 2;
    const { value } = await read(bytes);
    expect(value?.classes.size).toBe(1);
  });

  test('leaves nothing behind', async () => {
    const project = sql(...TABLES, ROOT);
    const folder = mkdtempSync(join(tmpdir(), 'cimbind-test-'));
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
    try {
      await read(project);
      await read(project.subarray(0, 1000));
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'a package in itself',
      [row('t_package', { Package_ID: 7, Parent_ID: 7, Name: 'Own' })],
      ['UML2010 the package Own is inside of itself, it is put at the top'],
    ],
    [
      'an association that leads nowhere',
      [
        aClass(1, 'One'),
        row('t_connector', {
          Connector_ID: 1,
          Connector_Type: 'Association',
          Start_Object_ID: 1,
          End_Object_ID: 99,
        }),
      ],
      ['UML2011 the association One - class 99 ends at class 99, which is not a class of the model'],
    ],
    [
      'an attribute of nothing',
      [aClass(1, 'One'), row('t_attribute', { ID: 1, Object_ID: 99, Name: 'lost', Type: 'int' })],
      ['UML2014 lost belongs to class 99, which is not a class of the model; it is left out'],
    ],
    [
      'a classifier that dangles, with a name that several have',
      [
        ...[aClass(1, 'One'), aClass(2, 'Two'), aClass(3, 'Two', { Package_ID: 1 })],
        row('t_attribute', {
          ID: 1,
          Object_ID: 1,
          Name: 'two',
          Type: 'Two',
          Classifier: '77',
          LowerBound: '0',
          UpperBound: '1',
        }),
      ],
      [
        'UML2002 One.two names the class Two, which is /Core/Two and /Two; /Core/Two is taken',
        'UML2003 the class name Two is used 2 times: /Core/Two and /Two',
      ],
    ],
  ])('with %s is reported and read', async (_, statements, expected) => {
    const result = await read(sql(...TABLES, ROOT, CORE, ...statements));
    expect(result.value).toBeDefined();
    expect(said(result).filter((line) => !line.startsWith('UML1004'))).toEqual(expected);
  });
});

describe('what is no project', () => {
  const project = sql(...TABLES, ROOT, CORE, aClass(1, 'One'));
  const jet = (version: number, key: number): Uint8Array => {
    const bytes = new Uint8Array(4096);
    bytes.set(new TextEncoder().encode(version < 2 ? 'Standard Jet DB\0' : 'Standard ACE DB\0'), 4);
    bytes[1] = 1;
    bytes[0x14] = version;
    bytes.fill(key, 0x3e, 0x42);
    // The provider of the encryption: 4.3, extensible.
    bytes.set([8, 0, 4, 0, 3, 0], 0x299);
    return bytes;
  };

  test.each<readonly [string, Uint8Array, string, RegExp]>([
    [
      'a database of something else',
      sql('CREATE TABLE t_package (x)'),
      'UML3003',
      /without the table t_object/u,
    ],
    ['an empty database', sql('PRAGMA user_version = 1'), 'UML3003', /without the table t_package/u],
    ['a database that ends too early', project.subarray(0, 5000), 'UML3001', /malformed/u],
    ['the first bytes of a database', project.subarray(0, 30), 'UML3001', /malformed/u],
    ['a Jet database of which only a page is there', jet(1, 0), 'UML3001', /cannot be read as a database/u],
    ['a Jet database of a version that is not known', jet(99, 0), 'UML3001', /version/u],
    ['an encrypted database', jet(3, 0x5a), 'UML3002', /is encrypted/u],
  ])('%s is refused', async (_, bytes, code, message) => {
    const result = await read(bytes, 'some/model.qea');
    expect(result.value).toBeUndefined();
    expect(result.diagnostics.map((one) => one.code)).toEqual([code]);
    expect(result.diagnostics[0]?.message).toMatch(/some\/model\.qea/u);
    expect(result.diagnostics[0]?.message).toMatch(message);
  });

  test('a damaged page costs its table, not the model', async () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      row('t_attribute', { ID: at, Object_ID: 1, Name: `attribute ${at}`, Notes: 'x'.repeat(100) }),
    );
    const bytes = sql('PRAGMA page_size = 1024', ...TABLES, ROOT, CORE, aClass(1, 'One'), ...many);
    const last = bytes.length - 3 * 1024;
    bytes.fill(0xa5, last);
    const result = await read(bytes);
    expect(result.value?.classes.size).toBe(1);
    expect(said(result).filter((line) => line.startsWith('UML3004'))).toEqual([
      'UML3004 the table t_attribute of model.qea cannot be read: database disk image is malformed',
    ]);
  });

  test('whatever byte is wrong, nothing is thrown', async () => {
    for (let at = 0; at < project.length; at += 911) {
      const bytes = project.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      await expect(read(bytes)).resolves.toBeDefined();
    }
  });
});

describe('writeQea', () => {
  const origin = { source: 'test', record: 'row' };
  const guid = (digit: number): string => `{0000000${digit}-0000-4000-8000-000000000000}`;

  function sample(): InformationModel {
    const raw: RawModel = emptyRawModel('xmi-2.5', 'sample', 'Sample');
    raw.packages.push(
      {
        id: 'p',
        name: 'Core',
        guid: guid(1),
        notes: 'First.\nSecond <line> & more.',
        tags: [{ name: 'nsuri', value: 'http://x#' }],
        origin,
      },
      { id: 'q', parent: 'p', name: 'Inner', guid: guid(2), stereotypes: ['CIMExtension'], origin },
    );
    raw.classes.push(
      {
        id: 'a',
        package: 'p',
        name: 'A',
        metaclass: 'class',
        abstract: true,
        guid: guid(3),
        stereotypes: ['Entsoe', 'deprecated'],
        origin,
      },
      {
        id: 'b',
        package: 'q',
        name: 'B',
        metaclass: 'class',
        guid: guid(4),
        tags: [
          { name: 'long', value: 'y'.repeat(300) },
          { name: 'n', value: '1', notes: 'why' },
        ],
        origin,
      },
      { id: 'e', package: 'q', name: 'E', metaclass: 'enumeration', guid: guid(5), origin },
      {
        id: 's',
        package: 'p',
        name: 'String',
        metaclass: 'class',
        stereotypes: ['Primitive'],
        guid: guid(6),
        origin,
      },
      { id: 'd', package: 'p', name: 'D', metaclass: 'datatype', guid: guid(7), origin },
    );
    raw.attributes.push(
      {
        owner: 'b',
        name: 'name',
        type: { id: 's' },
        multiplicity: '0..1',
        default: 'x',
        constant: true,
        static: true,
        guid: guid(8),
        origin,
      },
      {
        owner: 'b',
        name: 'kind',
        type: { id: 'e' },
        multiplicity: '1..*',
        guid: '{00000008-0000-4000-8000-000000000001}',
        tags: [{ name: 't', value: 'v' }],
        origin,
      },
      {
        owner: 'b',
        name: 'far',
        type: { name: 'int' },
        multiplicity: '2',
        guid: '{00000008-0000-4000-8000-000000000002}',
        origin,
      },
    );
    raw.literals.push(
      {
        owner: 'e',
        name: 'one',
        code: '1',
        guid: '{00000009-0000-4000-8000-000000000001}',
        notes: 'Uno.',
        stereotypes: ['enum'],
        origin,
      },
      { owner: 'e', name: 'two', guid: '{00000009-0000-4000-8000-000000000002}', origin },
    );
    raw.generalizations.push({
      specific: 'b',
      general: { id: 'a' },
      guid: '{0000000A-0000-4000-8000-000000000001}',
      origin,
    });
    raw.associations.push({
      name: '',
      guid: '{0000000A-0000-4000-8000-000000000002}',
      notes: 'Belongs.',
      tags: [{ name: 'drawn', value: 'yes' }],
      origin,
      ends: [
        {
          name: 'Bs',
          class: { id: 'b' },
          multiplicity: '0..*',
          navigable: false,
          tags: [{ name: 'o', value: '1', notes: 'n' }],
          origin,
        },
        {
          name: 'A',
          class: { id: 'a' },
          multiplicity: '1',
          aggregation: 'composite',
          notes: 'The whole.',
          stereotypes: ['ByReference'],
          origin,
        },
      ],
    });
    return buildInformationModel(raw).value;
  }

  test('what it writes reads as the same model, and is the same each time', async () => {
    const model = sample();
    const bytes = writeQea(model);
    const { value } = await read(bytes);
    expect(value && dumpModel(value)).toBe(dumpModel(model));
    expect(Buffer.from(writeQea(model)).equals(bytes)).toBe(true);
  });
});
