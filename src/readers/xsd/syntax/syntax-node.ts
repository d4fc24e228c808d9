import type { Span } from '../../../foundation/span.js';
import type { XmlElement } from '../../xml/xml-element.js';
import type { ShapeName } from './shape.js';

/** An element of a schema document that stands where the schema for schemas allows it, or near enough to be read. */
export interface SyntaxNode {
  readonly shape: ShapeName;
  readonly element: XmlElement;
  /** The attributes that the shape knows. */
  readonly attributes: ReadonlyMap<string, SyntaxAttribute>;
  /** Annotations included. What could not stand here is left out. */
  readonly children: readonly SyntaxNode[];
}

export interface SyntaxAttribute {
  /** White space normalised by the attribute's type. */
  readonly value: string;
  readonly isValid: boolean;
  readonly span: Span;
}

/** The attribute is there, whether or not its value could be read. */
export const states = (node: SyntaxNode, name: string): boolean => node.attributes.has(name);

/** The value of an attribute that is there and is valid. */
export function valueOf(node: SyntaxNode, name: string): string | undefined {
  const attribute = node.attributes.get(name);
  return attribute?.isValid === true ? attribute.value : undefined;
}

/** The first child element with one of these local names. */
export const childOf = (node: SyntaxNode, ...names: readonly string[]): SyntaxNode | undefined =>
  node.children.find((child) => names.includes(child.element.name.localName));

export const childrenOf = (node: SyntaxNode, ...names: readonly string[]): readonly SyntaxNode[] =>
  node.children.filter((child) => names.includes(child.element.name.localName));
