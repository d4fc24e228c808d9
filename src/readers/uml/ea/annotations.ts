import type { TaggedValue } from '../../../model/information/index.js';
import { stereotypeNames } from '../xmi/ea-xref.js';
import type { ProjectTables } from './project-tables.js';

/** Which end of a connector is meant. */
export type EndSide = 'source' | 'target';

/** Stereotypes and tagged values, which the tool keeps in tables of their own. */
export interface Annotations {
  /** Those of `t_xref`, else the one that the element's own row has. */
  stereotypesOf(guid: string, own: string): readonly string[];
  endStereotypes(side: EndSide, connector: string, own: string): readonly string[];
  objectTags(number: string): readonly TaggedValue[];
  attributeTags(number: string): readonly TaggedValue[];
  connectorTags(number: string): readonly TaggedValue[];
  endTags(side: EndSide, connector: string): readonly TaggedValue[];
}

/** How `t_xref` calls the stereotypes of ends, whose connector it names. */
const END_TYPES: Readonly<Record<string, EndSide>> = {
  'connectorSrcEnd property': 'source',
  'connectorDestEnd property': 'target',
};

/** How `t_taggedvalue` calls what its values belong to. */
const END_CLASSES: Readonly<Record<string, EndSide>> = {
  ASSOCIATION_SOURCE: 'source',
  ASSOCIATION_TARGET: 'target',
};

/** Looks up, by what they belong to, the tables of stereotypes and tagged values. */
export function collectAnnotations(tables: ProjectTables): Annotations {
  const stereotypes = new Map<string, string[]>();
  for (const { Name, Type, Description, Client } of tables.stereotypes) {
    if (Name === 'Stereotypes')
      add(stereotypes, keyOf(END_TYPES[Type], Client), ...stereotypeNames(Description));
  }
  const objects = new Map<string, TaggedValue[]>();
  for (const { Object_ID, Property, Value, Notes } of tables.objectTags) {
    add(objects, Object_ID, taggedValue(Property, Value, Notes));
  }
  const ends = new Map<string, TaggedValue[]>();
  for (const { ElementID, BaseClass, TagValue, Notes } of tables.endTags) {
    const side = END_CLASSES[BaseClass];
    if (side !== undefined) add(ends, keyOf(side, ElementID), endTag(TagValue, Notes));
  }
  const attributes = tagsByElement(tables.attributeTags);
  const connectors = tagsByElement(tables.connectorTags);
  const named = (key: string, own: string): readonly string[] => {
    const all = stereotypes.get(key) ?? [];
    const isThere = all.some((name) => name.toLowerCase() === own.toLowerCase());
    return own === '' || isThere ? all : [own, ...all];
  };
  return {
    stereotypesOf: (guid, own) => named(keyOf(undefined, guid), own),
    endStereotypes: (side, connector, own) => named(keyOf(side, connector), own),
    objectTags: (number) => objects.get(number) ?? [],
    attributeTags: (number) => attributes.get(number) ?? [],
    connectorTags: (number) => connectors.get(number) ?? [],
    endTags: (side, connector) => ends.get(keyOf(side, connector)) ?? [],
  };
}

const keyOf = (side: EndSide | undefined, guid: string): string => `${side ?? ''}${guid.toUpperCase()}`;

const tagsByElement = (rows: ProjectTables['attributeTags']): ReadonlyMap<string, readonly TaggedValue[]> => {
  const tags = new Map<string, TaggedValue[]>();
  for (const { ElementID, Property, VALUE, NOTES } of rows) {
    add(tags, ElementID, taggedValue(Property, VALUE, NOTES));
  }
  return tags;
};

/** A value that does not fit its column stands in the notes. */
const taggedValue = (name: string, value: string, notes: string): TaggedValue =>
  value === '<memo>' ? { name, value: notes } : { name, value, ...(notes === '' ? {} : { notes }) };

const NOTES_MARK = '$ea_notes=';

/** Tags of ends have one column for value and notes. */
function endTag(name: string, text: string): TaggedValue {
  const mark = text.indexOf(NOTES_MARK);
  if (mark < 0) return { name, value: text };
  return taggedValue(name, text.slice(0, mark), text.slice(mark + NOTES_MARK.length));
}

function add<T>(groups: Map<string, T[]>, key: string, ...items: readonly T[]): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [...items]);
  else group.push(...items);
}
