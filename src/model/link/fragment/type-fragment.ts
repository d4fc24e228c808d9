import type { Span } from '../../../foundation/span.js';
import type { Annotation, ComplexType, SimpleType } from '../../schema/index.js';
import type { AttributesFragment, FacetFragment } from './attribute-fragment.js';
import type { ParticleFragment } from './particle-fragment.js';
import type { QNameReference } from './reference.js';

/** `simpleType`, global or in place. */
export interface SimpleTypeFragment {
  readonly kind: 'simple-type';
  /** Absent in place. */
  readonly name?: string;
  readonly final: SimpleType['final'];
  readonly derivation: SimpleDerivationFragment;
  readonly annotation: Annotation;
  readonly span: Span;
}

export type SimpleDerivationFragment =
  | {
      readonly kind: 'restriction';
      readonly base?: QNameReference;
      readonly simpleType?: SimpleTypeFragment;
      readonly facets: readonly FacetFragment[];
    }
  | { readonly kind: 'list'; readonly itemType?: QNameReference; readonly simpleType?: SimpleTypeFragment }
  | {
      readonly kind: 'union';
      readonly memberTypes: readonly QNameReference[];
      readonly simpleTypes: readonly SimpleTypeFragment[];
    }
  /** The derivation could not be read: anything goes. */
  | { readonly kind: 'broken' };

/** `complexType`, global or in place. */
export interface ComplexTypeFragment {
  readonly kind: 'complex-type';
  /** Absent in place. */
  readonly name?: string;
  readonly abstract: boolean;
  readonly final: ComplexType['final'];
  readonly block: ComplexType['prohibitedSubstitutions'];
  readonly content: SimpleContentFragment | ComplexContentFragment;
  readonly annotation: Annotation;
  readonly span: Span;
}

/** `simpleContent` with the derivation inside. */
export interface SimpleContentFragment {
  readonly kind: 'simple-content';
  readonly derivationMethod: ComplexType['derivationMethod'];
  /** Absent only if it could not be read. */
  readonly base?: QNameReference;
  readonly simpleType?: SimpleTypeFragment;
  readonly facets: readonly FacetFragment[];
  readonly attributes: AttributesFragment;
  readonly span: Span;
}

/** `complexContent` with the derivation inside, or the shorthand without both: a restriction of anyType. */
export interface ComplexContentFragment {
  readonly kind: 'complex-content';
  readonly derivationMethod: ComplexType['derivationMethod'];
  /** Absent in the shorthand, and if it could not be read. */
  readonly base?: QNameReference;
  /** `mixed` of complexContent, else of complexType. */
  readonly mixed: boolean;
  readonly particle?: ParticleFragment;
  readonly attributes: AttributesFragment;
  readonly span: Span;
}
