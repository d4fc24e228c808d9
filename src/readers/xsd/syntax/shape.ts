import type { ValueType } from './value-type.js';

/** An attribute without namespace that an element may have. */
export interface AttributeRule {
  readonly type: ValueType;
  readonly required: boolean;
}

/** One position of a content model: each child element that may stand here, and the shape it then has. */
export interface Slot {
  readonly children: Readonly<Record<string, ShapeName>>;
  readonly min: 0 | 1;
  readonly max: 1 | 'unbounded';
  /** A child with one of these names ends the content: the slots behind it are closed. */
  readonly last?: readonly string[];
}

/** What the schema for schemas says of an element in one context. */
export interface Shape {
  /** The local name of the element. */
  readonly element: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** `any`: text and elements of any kind, never looked into. */
  readonly content: readonly Slot[] | 'any';
  /** The content as a person would write it. */
  readonly grammar: string;
}

export type FacetName =
  | 'length'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'enumeration'
  | 'whiteSpace'
  | 'maxInclusive'
  | 'maxExclusive'
  | 'minInclusive'
  | 'minExclusive'
  | 'totalDigits'
  | 'fractionDigits';

/** An element in a context: `element` at the top differs from `element` inside a type. */
export type ShapeName =
  | 'schema'
  | 'include'
  | 'import'
  | 'redefine'
  | 'annotation'
  | 'appinfo'
  | 'documentation'
  | 'notation'
  | 'element/global'
  | 'element/local'
  | 'element/in-all'
  | 'attribute/global'
  | 'attribute/local'
  | 'complexType/global'
  | 'complexType/local'
  | 'simpleContent'
  | 'complexContent'
  | 'restriction/simple-content'
  | 'restriction/complex-content'
  | 'extension/simple-content'
  | 'extension/complex-content'
  | 'group/definition'
  | 'group/reference'
  | 'attributeGroup/definition'
  | 'attributeGroup/reference'
  | 'all/particle'
  | 'all/definition'
  | 'choice/particle'
  | 'choice/definition'
  | 'sequence/particle'
  | 'sequence/definition'
  | 'any'
  | 'anyAttribute'
  | 'unique'
  | 'key'
  | 'keyref'
  | 'selector'
  | 'field'
  | 'simpleType/global'
  | 'simpleType/local'
  | 'restriction/simple-type'
  | 'list'
  | 'union'
  | FacetName;
