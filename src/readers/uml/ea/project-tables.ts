/** A row with every value as text; null, and what the table has no column for, is ''. */
export type Row<Column extends string> = Readonly<Record<Column, string>>;

/** Reads the rows of a table, whatever database holds it. A table that is not there has no rows. */
export type RowReader = <Column extends string>(
  table: string,
  columns: readonly Column[],
) => readonly Row<Column>[];

/** Tables without which a database is no project of Enterprise Architect. */
export const REQUIRED_TABLES = ['t_package', 't_object', 't_attribute', 't_connector'] as const;

/** The tables of an Enterprise Architect project that hold its class model; diagrams and the rest are not read. */
export type ProjectTables = ReturnType<typeof readProjectTables>;

/** Reads everything at once, so that the database can be closed. */
export const readProjectTables = (rows: RowReader) => ({
  packages: rows('t_package', ['Package_ID', 'Parent_ID', 'Name', 'Notes', 'TPos', 'ea_guid']),
  objects: rows('t_object', [
    ...(['Object_ID', 'Object_Type', 'Name', 'Note', 'Package_ID'] as const),
    ...(['Stereotype', 'Abstract', 'PDATA1', 'TPos', 'ea_guid'] as const),
  ]),
  attributes: rows('t_attribute', [
    ...(['ID', 'Object_ID', 'Name', 'Type', 'Classifier', 'LowerBound', 'UpperBound'] as const),
    ...(['Default', 'Stereotype', 'IsStatic', 'Const', 'Pos', 'Notes', 'ea_guid'] as const),
  ]),
  connectors: rows('t_connector', [
    ...(['Connector_ID', 'Connector_Type', 'Name', 'Notes', 'Direction', 'Stereotype', 'ea_guid'] as const),
    ...(['Start_Object_ID', 'SourceRole', 'SourceCard', 'SourceRoleNote', 'SourceStyle'] as const),
    ...(['End_Object_ID', 'DestRole', 'DestCard', 'DestRoleNote', 'DestStyle'] as const),
    ...(['SourceIsAggregate', 'DestIsAggregate', 'SourceStereotype', 'DestStereotype'] as const),
  ]),
  /** Stereotypes of every element; the column `Stereotype` of the other tables has only the first. */
  stereotypes: rows('t_xref', ['Name', 'Type', 'Description', 'Client']),
  objectTags: rows('t_objectproperties', ['Object_ID', 'Property', 'Value', 'Notes']),
  attributeTags: rows('t_attributetag', ['ElementID', 'Property', 'VALUE', 'NOTES']),
  connectorTags: rows('t_connectortag', ['ElementID', 'Property', 'VALUE', 'NOTES']),
  /** Of the ends of connectors: `TagValue` is the name, `Notes` the value. */
  endTags: rows('t_taggedvalue', ['ElementID', 'BaseClass', 'TagValue', 'Notes']),
});
