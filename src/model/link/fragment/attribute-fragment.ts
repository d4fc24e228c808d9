import type { Span } from '../../../foundation/span.js';
import type { Annotation, Facet, ValueConstraint } from '../../schema/index.js';
import type { WildcardFragment } from './particle-fragment.js';
import type { QNameReference } from './reference.js';
import type { SimpleTypeFragment } from './type-fragment.js';

/** An `attribute` element that declares: global, or local to a type or attribute group. */
export interface AttributeFragment {
  readonly kind: 'attribute';
  readonly name: string;
  /** The name is in the target namespace: always true of a global declaration. */
  readonly qualified: boolean;
  readonly type?: QNameReference;
  readonly inlineType?: SimpleTypeFragment;
  readonly valueConstraint?: ValueConstraint;
  readonly annotation: Annotation;
  readonly span: Span;
}

/** An `attribute` element inside a type or attribute group: a local declaration, or a reference to a global one. */
export interface AttributeUseFragment {
  readonly kind: 'attribute-use';
  readonly use: 'optional' | 'required' | 'prohibited';
  readonly attribute: AttributeFragment | QNameReference;
  readonly valueConstraint?: ValueConstraint;
  readonly annotation: Annotation;
  readonly span: Span;
}

/** `attributeGroup ref`. */
export interface AttributeGroupReferenceFragment {
  readonly kind: 'attribute-group-reference';
  readonly ref: QNameReference;
  readonly span: Span;
}

/** What stands where attributes are declared, in document order, and the `anyAttribute` behind it. */
export interface AttributesFragment {
  readonly items: readonly (AttributeUseFragment | AttributeGroupReferenceFragment)[];
  readonly wildcard?: WildcardFragment;
}

/** `attributeGroup name`. */
export interface AttributeGroupFragment {
  readonly kind: 'attribute-group';
  readonly name: string;
  readonly attributes: AttributesFragment;
  readonly annotation: Annotation;
  readonly span: Span;
}

/** A facet needs no reference to be resolved: the fragment is the component. */
export type FacetFragment = Facet;
