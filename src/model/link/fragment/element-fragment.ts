import type { Span } from '../../../foundation/span.js';
import type {
  Annotation,
  Derivation,
  IdentityConstraint,
  ValueConstraint,
  XPathSubset,
} from '../../schema/index.js';
import type { QNameReference } from './reference.js';
import type { ComplexTypeFragment, SimpleTypeFragment } from './type-fragment.js';

/** An `element` element that declares: global, or local to a type or group. */
export interface ElementFragment {
  readonly kind: 'element';
  readonly name: string;
  /** The name is in the target namespace: always true of a global declaration. */
  readonly qualified: boolean;
  readonly type?: QNameReference;
  readonly inlineType?: SimpleTypeFragment | ComplexTypeFragment;
  /** A type was stated but could not be read: its absence means nothing. */
  readonly isTypeBroken: boolean;
  readonly valueConstraint?: ValueConstraint;
  readonly nillable: boolean;
  readonly abstract: boolean;
  readonly substitutionGroup?: QNameReference;
  readonly final: readonly Derivation[];
  readonly block: readonly Derivation[];
  readonly identityConstraints: readonly IdentityConstraintFragment[];
  readonly annotation: Annotation;
  readonly span: Span;
}

/** `key`, `keyref` or `unique`. */
export interface IdentityConstraintFragment {
  readonly kind: 'identity-constraint';
  readonly name: string;
  readonly category: IdentityConstraint['category'];
  readonly selector: XPathSubset;
  readonly fields: readonly XPathSubset[];
  readonly refer?: QNameReference;
  readonly annotation: Annotation;
  readonly span: Span;
}
