import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import { nameTable, type NameTable } from '../xml/name-table.js';
import type { Reader } from '../xml/reader.js';
import type { Tag, Writer } from '../encode/writer.js';

/** A complex type as generated code describes it: the table is that of its child elements. */
export interface ComplexTypeInfo extends NameTable {
  readonly kind: 'complex';
  /** Clark name; '' for an anonymous type. */
  readonly name: string;
  readonly attributes: NameTable;
  /**
   * Occurrence of each child of a flat sequence, for messages: `1` required, `?` optional, `+` and `*` repeatable, `|` one
   * of a choice with the next. Empty where a content model of its own says it.
   */
  readonly occurs: string;
  /** Reads attributes and content of the element whose start tag was read, and its end tag. */
  readonly read: (r: Reader) => unknown;
  /** Writes attributes and content of an element whose name was written, and its end tag. */
  readonly write: (w: Writer, value: never, tag: Tag) => void;
}

/** A simple type as something an element can have. */
export interface SimpleTypeInfo {
  readonly kind: 'simple';
  readonly name: string;
  readonly codec: SimpleTypeCodec;
}

export type TypeInfo = ComplexTypeInfo | SimpleTypeInfo;

export const complexType = (
  name: string,
  namespace: string,
  children: readonly string[],
  attributes: readonly string[],
  occurs: string,
  read: (r: Reader) => unknown,
  write: (w: Writer, value: never, tag: Tag) => void,
): ComplexTypeInfo => {
  const table = nameTable(namespace, children);
  return {
    kind: 'complex',
    name,
    local: table.local,
    namespace: table.namespace,
    text: table.text,
    firstWord: table.firstWord,
    heads: table.heads,
    chain: table.chain,
    mask: table.mask,
    attributes: attributes.length === 0 ? NO_NAMES : nameTable('', attributes),
    occurs,
    read,
    write,
  };
};

const NO_NAMES: NameTable = /* @__PURE__ */ nameTable('', []);
