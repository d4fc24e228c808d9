import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';

/** An element of a parsed document, with places. Used by all readers of XML models. */
export interface XmlElement {
  readonly name: ExpandedName;
  readonly prefix: string;
  readonly attributes: readonly XmlAttribute[];
  /** Elements and text in order. Comments and processing instructions are left out. */
  readonly children: readonly (XmlElement | string)[];
  /** All bindings in scope, prefix to namespace name; '' is the default namespace when one is in force. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** The start tag. */
  readonly span: Span;
  /** The whole element, from `<` of the start tag to `>` of the end tag. */
  readonly extent: Span;
}

export interface XmlAttribute {
  readonly name: ExpandedName;
  readonly prefix: string;
  /** Normalised as CDATA: references expanded, white space characters as spaces. */
  readonly value: string;
  /** The whole attribute, name to closing quote. */
  readonly span: Span;
}
