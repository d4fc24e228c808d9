import type { Read } from '../../../diagnostics/diagnostic.js';
import type { Aggregation, InformationModel, Origin } from '../../../model/information/index.js';
import type { SourceBytes } from '../../source/source-host.js';
import { eaNavigability } from '../ea-navigability.js';
import { buildInformationModel } from '../model-builder.js';
import {
  emptyRawModel,
  type Metaclass,
  type NativeId,
  type RawAssociationEnd,
  type RawElement,
  type RawModel,
} from '../raw-model.js';
import { type Annotations, collectAnnotations } from './annotations.js';
import { openProject } from './open-project.js';
import type { ProjectTables } from './project-tables.js';
import { isSqlite } from './sqlite-database.js';
import { inTreeOrder } from './tree-order.js';

type ObjectRow = ProjectTables['objects'][number];
type ConnectorRow = ProjectTables['connectors'][number];

/** Reads a project file of Enterprise Architect: `.qea` and `.qeax` (SQLite), `.eap` and `.eapx` (Jet). */
export async function readEaProject(document: SourceBytes): Promise<Read<InformationModel | undefined>> {
  const { value: tables, diagnostics } = await openProject(document.label, document.bytes);
  if (tables === undefined) return { value: undefined, diagnostics };
  const raw = rawModelOf(tables, document);
  raw.diagnostics.push(...diagnostics);
  return buildInformationModel(raw);
}

/** The kinds of rows of `t_object` that are classes. The others are instances, notes, diagrams, requirements, … */
const METACLASSES: Readonly<Record<string, Metaclass>> = {
  class: 'class',
  interface: 'class',
  enumeration: 'enumeration',
  datatype: 'datatype',
  primitivetype: 'primitive',
  primitive: 'primitive',
};

const metaclassOf = ({ Object_Type }: ObjectRow): Metaclass | undefined =>
  METACLASSES[Object_Type.toLowerCase()];

const packageId = (number: string): NativeId => `package ${number}`;
const classId = (number: string): NativeId => `class ${number}`;

function rawModelOf(tables: ProjectTables, document: SourceBytes): RawModel {
  const annotations = collectAnnotations(tables);
  const originOf = (record: string): Origin => ({ source: document.uri, record });
  const model = emptyRawModel(isSqlite(document.bytes) ? 'ea-sqlite' : 'ea-jet', document.label);
  addPackages(model, tables, annotations, originOf);
  addClasses(model, tables, annotations, originOf);
  addConnectors(model, tables, annotations, originOf);
  return model;
}

type OriginOf = (record: string) => Origin;

/** A row without a parent is the root that the tool draws around all packages of a model: no package itself. */
function addPackages(
  model: RawModel,
  tables: ProjectTables,
  annotations: Annotations,
  originOf: OriginOf,
): void {
  const roots = tables.packages.filter(({ Parent_ID }) => isNone(Parent_ID));
  const isRoot = new Set(roots.map(({ Package_ID }) => Package_ID));
  const [root] = roots;
  if (root !== undefined) model.name = root.Name;
  const rows = new Map(
    tables.objects.filter(({ Object_Type }) => Object_Type === 'Package').map((row) => [row.PDATA1, row]),
  );
  for (const row of inTreeOrder(tables.packages)) {
    if (isRoot.has(row.Package_ID)) continue;
    const object = rows.get(row.Package_ID);
    model.packages.push({
      id: packageId(row.Package_ID),
      parent: isRoot.has(row.Parent_ID) ? undefined : packageId(row.Parent_ID),
      name: row.Name,
      guid: row.ea_guid,
      notes: row.Notes || object?.Note,
      stereotypes: annotations.stereotypesOf(row.ea_guid, object?.Stereotype ?? ''),
      tags: object === undefined ? [] : annotations.objectTags(object.Object_ID),
      origin: originOf(`t_package ${row.Package_ID}`),
    });
  }
}

function addClasses(
  model: RawModel,
  tables: ProjectTables,
  annotations: Annotations,
  originOf: OriginOf,
): void {
  const roots = new Set(
    tables.packages.filter(({ Parent_ID }) => isNone(Parent_ID)).map(({ Package_ID }) => Package_ID),
  );
  for (const row of inTreeOrder(tables.objects)) {
    const metaclass = metaclassOf(row);
    if (metaclass === undefined) continue;
    model.classes.push({
      id: classId(row.Object_ID),
      package: isNone(row.Package_ID) || roots.has(row.Package_ID) ? undefined : packageId(row.Package_ID),
      metaclass,
      abstract: isTrue(row.Abstract),
      name: row.Name,
      guid: row.ea_guid,
      notes: row.Note,
      stereotypes: annotations.stereotypesOf(row.ea_guid, row.Stereotype),
      tags: annotations.objectTags(row.Object_ID),
      origin: originOf(`t_object ${row.Object_ID}`),
    });
  }
  const owners = new Set(tables.objects.map(({ Object_ID }) => Object_ID));
  const classes = new Set(model.classes.map(({ id }) => id));
  for (const row of inTreeOrder(tables.attributes)) {
    // Attributes of what is no class (an instance, a table of a database model) are no part of the model.
    if (owners.has(row.Object_ID) && !classes.has(classId(row.Object_ID))) continue;
    model.attributes.push({
      owner: classId(row.Object_ID),
      name: row.Name,
      guid: row.ea_guid,
      notes: row.Notes,
      stereotypes: annotations.stereotypesOf(row.ea_guid, row.Stereotype),
      tags: annotations.attributeTags(row.ID),
      type: { id: isNone(row.Classifier) ? undefined : classId(row.Classifier), name: row.Type },
      multiplicity: { lower: row.LowerBound, upper: row.UpperBound },
      default: row.Default,
      static: isTrue(row.IsStatic),
      constant: isTrue(row.Const),
      origin: originOf(`t_attribute ${row.ID}`),
    });
  }
}

function addConnectors(
  model: RawModel,
  tables: ProjectTables,
  annotations: Annotations,
  originOf: OriginOf,
): void {
  const objects = new Map(tables.objects.map((row) => [row.Object_ID, row]));
  /** Connectors of instances, notes, packages are no part of the model; one that leads nowhere is, and is reported. */
  const joinsClasses = (row: ConnectorRow): boolean =>
    [row.Start_Object_ID, row.End_Object_ID].every((number) => {
      const object = objects.get(number);
      return object === undefined || metaclassOf(object) !== undefined;
    });
  const inOrder = [...tables.connectors].sort((a, b) => Number(a.Connector_ID) - Number(b.Connector_ID));
  for (const row of inOrder.filter(joinsClasses)) {
    const element: RawElement = {
      name: row.Name,
      guid: row.ea_guid,
      notes: row.Notes,
      stereotypes: annotations.stereotypesOf(row.ea_guid, row.Stereotype),
      tags: annotations.connectorTags(row.Connector_ID),
      origin: originOf(`t_connector ${row.Connector_ID}`),
    };
    switch (row.Connector_Type) {
      case 'Generalization':
        model.generalizations.push({
          specific: classId(row.Start_Object_ID),
          general: { id: classId(row.End_Object_ID) },
          guid: row.ea_guid,
          stereotypes: element.stereotypes ?? [],
          origin: element.origin,
        });
        break;
      case 'Association':
      case 'Aggregation':
      case 'Composition':
        model.associations.push({ ...element, ends: endsOf(row, annotations, element.origin) });
        break;
    }
  }
}

/** `SourceRole` stands at the source and is the role that the source class plays: the property of the target class. */
const endsOf = (
  row: ConnectorRow,
  annotations: Annotations,
  origin: Origin,
): readonly [RawAssociationEnd, RawAssociationEnd] => [
  {
    name: row.SourceRole,
    notes: row.SourceRoleNote,
    stereotypes: annotations.endStereotypes('source', row.ea_guid, row.SourceStereotype),
    tags: annotations.endTags('source', row.ea_guid),
    class: { id: classId(row.Start_Object_ID) },
    multiplicity: row.SourceCard,
    aggregation: aggregationOf(row.SourceIsAggregate),
    navigable: eaNavigability('source', row.SourceStyle, row.Direction),
    origin,
  },
  {
    name: row.DestRole,
    notes: row.DestRoleNote,
    stereotypes: annotations.endStereotypes('target', row.ea_guid, row.DestStereotype),
    tags: annotations.endTags('target', row.ea_guid),
    class: { id: classId(row.End_Object_ID) },
    multiplicity: row.DestCard,
    aggregation: aggregationOf(row.DestIsAggregate),
    navigable: eaNavigability('target', row.DestStyle, row.Direction),
    origin,
  },
];

/** The end at the whole says so, with 1 for shared and 2 for composite. */
const aggregationOf = (code: string): Aggregation =>
  code === '2' ? 'composite' : code === '1' ? 'shared' : 'none';

const isTrue = (text: string): boolean => text === '1' || text === '-1' || text.toLowerCase() === 'true';
const isNone = (reference: string): boolean => reference === '' || reference === '0';
