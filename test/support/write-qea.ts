import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import type {
  Association,
  AssociationEnd,
  ElementId,
  InformationModel,
  ModelClass,
  ModelElement,
  Multiplicity,
  TaggedValue,
} from '../../src/model/information/index.js';
import { classKind } from '../../src/readers/uml/class-kind.js';

type Value = string | number;
type Record = Readonly<globalThis.Record<string, Value>>;

/** The tables that Enterprise Architect keeps a class model in, with the columns that matter and a few that do not. */
const TABLES = {
  t_package: 'Package_ID INTEGER PRIMARY KEY, Name, Parent_ID INTEGER, Notes, ea_guid, TPos INTEGER, Version',
  t_object:
    'Object_ID INTEGER PRIMARY KEY, Object_Type, Diagram_ID INTEGER, Name, Alias, Note, Package_ID INTEGER, ' +
    'Stereotype, Abstract, PDATA1, Scope, ea_guid, ParentID INTEGER, TPos INTEGER',
  t_attribute:
    'ID INTEGER PRIMARY KEY, Object_ID INTEGER, Name, Scope, Stereotype, IsStatic INTEGER, LowerBound, UpperBound, ' +
    `Notes, Pos INTEGER, Const INTEGER, Classifier, "Default", Type, ea_guid, StyleEx`,
  t_connector:
    'Connector_ID INTEGER PRIMARY KEY, Name, Direction, Notes, Connector_Type, SubType, SourceCard, DestCard, ' +
    'SourceRole, SourceRoleNote, SourceIsAggregate INTEGER, DestRole, DestRoleNote, DestIsAggregate INTEGER, ' +
    'Start_Object_ID INTEGER, End_Object_ID INTEGER, Stereotype, ea_guid, SourceStereotype, DestStereotype, ' +
    'SourceStyle, DestStyle',
  t_xref: 'XrefID PRIMARY KEY, Name, Type, Visibility, Description, Client, Supplier',
  t_objectproperties: 'PropertyID INTEGER PRIMARY KEY, Object_ID INTEGER, Property, Value, Notes, ea_guid',
  t_attributetag: 'PropertyID INTEGER PRIMARY KEY, ElementID INTEGER, Property, VALUE, NOTES, ea_guid',
  t_connectortag: 'PropertyID INTEGER PRIMARY KEY, ElementID INTEGER, Property, VALUE, NOTES, ea_guid',
  t_taggedvalue: 'PropertyID PRIMARY KEY, ElementID, BaseClass, TagValue, Notes',
  t_diagram: 'Diagram_ID INTEGER PRIMARY KEY, Package_ID INTEGER, Name, Diagram_Type, ea_guid',
} as const;

type Table = keyof typeof TABLES;

/** Writes a project file as Enterprise Architect lays it out (`.qea`): the same bytes for the same model. */
export function writeQea(model: InformationModel): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-write-qea-'));
  try {
    const file = join(folder, 'model.qea');
    const database = new sqlite.Database(file);
    try {
      for (const [name, columns] of Object.entries(TABLES))
        database.exec(`CREATE TABLE ${name} (${columns})`);
      database.exec('BEGIN');
      for (const [table, records] of recordsOf(model)) insert(database, table, records);
      database.exec('COMMIT');
    } finally {
      database.close();
    }
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function insert(
  database: InstanceType<typeof sqlite.Database>,
  table: Table,
  records: readonly Record[],
): void {
  for (const record of records) {
    const columns = Object.keys(record);
    const names = columns.map((column) => `"${column}"`).join(', ');
    const holes = columns.map(() => '?').join(', ');
    database.run(`INSERT INTO ${table} (${names}) VALUES (${holes})`, Object.values(record));
  }
}

const ROOT = 1;

function recordsOf(model: InformationModel): ReadonlyMap<Table, readonly Record[]> {
  const tables = new Map<Table, Record[]>((Object.keys(TABLES) as Table[]).map((table) => [table, []]));
  const add = (table: Table, record: Record): void => {
    tables.get(table)?.push(record);
  };
  const packages = numbered(model.packages.keys(), ROOT + 1);
  const objects = numbered([...model.packages.keys(), ...model.classes.keys()], 1);
  const packageNumber = (id: ElementId | undefined): number =>
    id === undefined ? ROOT : (packages.get(id) ?? ROOT);
  add('t_package', { Package_ID: ROOT, Name: model.name, Parent_ID: 0, ea_guid: guidOf('model'), TPos: 0 });
  for (const [position, one] of [...model.packages.values()].entries()) {
    const guid = one.guid ?? guidOf(one.id);
    const number = packageNumber(one.id);
    const parent = packageNumber(one.parent);
    const shared = { Name: one.name, ea_guid: guid, TPos: position };
    add('t_package', { ...shared, Package_ID: number, Parent_ID: parent, Notes: notesOf(one.notes) });
    const object = objects.get(one.id) ?? 0;
    const PDATA1 = String(number);
    const Stereotype = one.stereotypes[0] ?? '';
    const own = { Object_ID: object, Object_Type: 'Package', Package_ID: parent, PDATA1, Stereotype };
    add('t_object', { ...shared, ...own, Note: notesOf(one.notes) });
    addStereotypes(add, 'element property', guid, one);
    addObjectTags(add, object, one);
  }
  for (const [position, one] of [...model.classes.values()].entries()) {
    const guid = one.guid ?? guidOf(one.id);
    const object = objects.get(one.id) ?? 0;
    add('t_object', {
      ...{ Object_ID: object, Object_Type: objectType(one), Name: one.name, Note: notesOf(one.notes) },
      ...{ Package_ID: packageNumber(one.package), Stereotype: one.stereotypes[0] ?? '', Scope: 'Public' },
      ...{ Abstract: one.abstract ? '1' : '0', ea_guid: guid, TPos: position },
    });
    addStereotypes(add, 'element property', guid, one);
    addObjectTags(add, object, one);
    addMembers(add, tables, model, objects, one);
  }
  for (const one of model.classes.values()) {
    for (const [at, { general, guid, stereotypes }] of one.generalizations.entries()) {
      const own = guid ?? guidOf(`${one.id} generalization ${at}`);
      add('t_connector', {
        ...{ Connector_ID: (tables.get('t_connector')?.length ?? 0) + 1, Connector_Type: 'Generalization' },
        ...{ Start_Object_ID: objects.get(one.id) ?? 0, End_Object_ID: objects.get(general) ?? 0 },
        ...{ Direction: 'Source -> Destination', Stereotype: stereotypes[0] ?? '', ea_guid: own },
      });
      addStereotypes(add, 'connector property', own, { stereotypes });
    }
  }
  for (const one of model.associations) addAssociation(add, tables, objects, one);
  return tables;
}

type Add = (table: Table, record: Record) => void;
type Tables = ReadonlyMap<Table, readonly Record[]>;
type Numbers = ReadonlyMap<ElementId, number>;

const numbered = (ids: Iterable<ElementId>, first: number): Numbers =>
  new Map([...ids].map((id, at) => [id, first + at]));

/** Where stereotypes say what a class is, as in CIM, it stays a class. */
function objectType({ kind, stereotypes }: ModelClass): string {
  if (kind === 'compound' || classKind('class', stereotypes) === kind) return 'Class';
  return kind === 'enumeration' ? 'Enumeration' : kind === 'primitive' ? 'PrimitiveType' : 'DataType';
}

function addMembers(
  add: Add,
  tables: Tables,
  model: InformationModel,
  objects: Numbers,
  owner: ModelClass,
): void {
  const isLiteral = owner.kind === 'enumeration';
  for (const [position, member] of (isLiteral ? owner.literals : owner.attributes).entries()) {
    const number = (tables.get('t_attribute')?.length ?? 0) + 1;
    const guid = member.guid ?? guidOf(`${owner.id} ${position} ${member.name}`);
    const shared: Record = {
      ...{ ID: number, Object_ID: objects.get(owner.id) ?? 0, Name: member.name, Pos: position },
      ...{ Stereotype: member.stereotypes[0] ?? '', Notes: notesOf(member.notes), ea_guid: guid },
    };
    if ('multiplicity' in member) {
      const { type } = member;
      const [LowerBound, UpperBound] = bounds(member.multiplicity);
      add('t_attribute', {
        ...shared,
        Type: type.kind === 'class' ? (model.classes.get(type.id)?.name ?? '') : type.name,
        Classifier: String(type.kind === 'class' ? (objects.get(type.id) ?? 0) : 0),
        ...{ LowerBound, UpperBound, Default: member.default ?? '' },
        ...{ IsStatic: Number(member.static), Const: Number(member.constant) },
      });
    } else {
      const code = 'code' in member ? (member.code ?? '') : '';
      add('t_attribute', {
        ...shared,
        ...{ LowerBound: '1', UpperBound: '1', Default: code, StyleEx: 'IsLiteral=1;' },
      });
    }
    addStereotypes(add, 'attribute property', guid, member);
    for (const tag of member.taggedValues) add('t_attributetag', tagRecord('ElementID', number, tag));
  }
}

function addAssociation(add: Add, tables: Tables, objects: Numbers, one: Association): void {
  const number = (tables.get('t_connector')?.length ?? 0) + 1;
  const guid = one.guid ?? guidOf(one.id);
  const [source, target] = one.ends;
  const isAggregation = source.aggregation !== 'none' || target.aggregation !== 'none';
  add('t_connector', {
    ...{ Connector_ID: number, Name: one.name, Notes: notesOf(one.notes), ea_guid: guid },
    ...{ Connector_Type: isAggregation ? 'Aggregation' : 'Association', Direction: 'Unspecified' },
    ...{ Start_Object_ID: objects.get(source.class) ?? 0, End_Object_ID: objects.get(target.class) ?? 0 },
    Stereotype: one.stereotypes[0] ?? '',
    ...endColumns('Source', source),
    ...endColumns('Dest', target),
  });
  addStereotypes(add, 'connector property', guid, one);
  addStereotypes(add, 'connectorSrcEnd property', guid, source);
  addStereotypes(add, 'connectorDestEnd property', guid, target);
  for (const tag of one.taggedValues) add('t_connectortag', tagRecord('ElementID', number, tag));
  for (const [BaseClass, end] of [
    ['ASSOCIATION_SOURCE', source],
    ['ASSOCIATION_TARGET', target],
  ] as const) {
    for (const [at, { name, value, notes }] of end.taggedValues.entries()) {
      const Notes = notes === undefined ? value : `${value}$ea_notes=${notes}`;
      const PropertyID = guidOf(`${guid} ${BaseClass} ${at}`);
      add('t_taggedvalue', { PropertyID, ElementID: guid, BaseClass, TagValue: name, Notes });
    }
  }
}

const AGGREGATIONS = { none: 0, shared: 1, composite: 2 } as const;

function endColumns(side: 'Source' | 'Dest', end: AssociationEnd): Record {
  const [lower, upper] = bounds(end.multiplicity);
  const word = end.navigable === undefined ? 'Unspecified' : end.navigable ? 'Navigable' : 'Non-Navigable';
  return {
    [`${side}Role`]: end.name,
    [`${side}Card`]: lower === upper ? upper : `${lower}..${upper}`,
    [`${side}RoleNote`]: notesOf(end.notes),
    [`${side}IsAggregate`]: AGGREGATIONS[end.aggregation],
    [`${side}Stereotype`]: end.stereotypes[0] ?? '',
    [`${side}Style`]: `Union=0;Derived=0;AllowDuplicates=0;Owned=0;Navigable=${word};`,
  };
}

function addStereotypes(
  add: Add,
  type: string,
  client: string,
  { stereotypes }: Pick<ModelElement, 'stereotypes'>,
): void {
  if (stereotypes.length === 0) return;
  const Description = stereotypes.map((name) => `@STEREO;Name=${name};@ENDSTEREO;`).join('');
  const shared = { XrefID: guidOf(`${client} ${type}`), Name: 'Stereotypes', Visibility: 'Public' };
  add('t_xref', { ...shared, Type: type, Description, Client: client });
}

function addObjectTags(add: Add, object: number, { taggedValues }: ModelElement): void {
  for (const tag of taggedValues) {
    const { VALUE: Value = '', NOTES: Notes = '', ...rest } = tagRecord('Object_ID', object, tag);
    add('t_objectproperties', { ...rest, Value, Notes });
  }
}

/** A value that is longer than its column goes into the notes. */
const tagRecord = (column: string, element: number, { name, value, notes }: TaggedValue): Record => ({
  [column]: element,
  Property: name,
  VALUE: value.length > 255 ? '<memo>' : value,
  NOTES: value.length > 255 ? value : (notes ?? ''),
});

const bounds = ({ lower, upper }: Multiplicity): readonly [string, string] => [
  String(lower),
  upper === 'unbounded' ? '*' : String(upper),
];

/** Notes are kept with the line ends of Windows, and what would be markup as references. */
const notesOf = (notes: string): string =>
  notes.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '\r\n');

/** A GUID for what has none, always the same. */
function guidOf(seed: string): string {
  const digits = createHash('sha256').update(seed).digest('hex').slice(0, 32).toUpperCase();
  return `{${(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u.exec(digits) ?? []).slice(1).join('-')}}`;
}
