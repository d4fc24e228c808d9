import type { Span } from '../../foundation/span.js';

/** Where an element was read: a place in a text, or a row of a table (`t_attribute 4711`) of a project file. */
export type Origin = { readonly span: Span } | { readonly source: string; readonly record: string };

/** A tagged value: UML 1.x TaggedValue, the tags of Enterprise Architect, a foreign property of an RDF resource. */
export interface TaggedValue {
  readonly name: string;
  readonly value: string;
  /** A long text or a remark that the tool keeps beside the value. */
  readonly notes?: string;
}

/** What every element of an information model has. */
export interface ModelElement {
  /** As the model writes it, white space trimmed. */
  readonly name: string;
  /** What survives renames: the GUID of Enterprise Architect as `{8-4-4-4-12}` in upper case, an IRI, or an xmi:id that is a GUID. */
  readonly guid?: string;
  /** Notes: plain text, line ends as `\n`, character references of the tool expanded; '' when there are none. */
  readonly notes: string;
  /** Every stereotype, as the model writes it, in order, none twice. */
  readonly stereotypes: readonly string[];
  /** In order of name, then value. */
  readonly taggedValues: readonly TaggedValue[];
  readonly origin: Origin;
}
