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

/** The value of an attribute; without a namespace unless one is named. */
export const attributeValue = (element: XmlElement, localName: string, namespace = ''): string | undefined =>
  element.attributes.find(({ name }) => name.localName === localName && name.namespace === namespace)?.value;

/** The elements among the children. */
export const childElements = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

/** The text of an element, that of the elements in it included. */
export const textContent = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textContent(child))).join('');
