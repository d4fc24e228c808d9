import type { Span } from '../../../foundation/span.js';
import type { Annotation, Wildcard } from '../../schema/index.js';
import type { ElementFragment } from './element-fragment.js';
import type { QNameReference } from './reference.js';

/** Occurrence and what occurs, as written: groups are not yet put in place of references to them. */
export interface ParticleFragment {
  readonly minOccurs: number;
  readonly maxOccurs: number | 'unbounded';
  readonly term: TermFragment;
  readonly span: Span;
}

export type TermFragment =
  ElementFragment | ElementReferenceFragment | GroupReferenceFragment | ModelGroupFragment | WildcardFragment;

/** `element ref`. */
export interface ElementReferenceFragment {
  readonly kind: 'element-reference';
  readonly ref: QNameReference;
}

/** `group ref`. */
export interface GroupReferenceFragment {
  readonly kind: 'group-reference';
  readonly ref: QNameReference;
}

/** `all`, `choice` or `sequence`. */
export interface ModelGroupFragment {
  readonly kind: 'model-group';
  readonly compositor: 'sequence' | 'choice' | 'all';
  readonly particles: readonly ParticleFragment[];
  readonly annotation: Annotation;
  readonly span: Span;
}

/** `group name`. */
export interface GroupFragment {
  readonly kind: 'group';
  readonly name: string;
  readonly modelGroup: ModelGroupFragment;
  readonly annotation: Annotation;
  readonly span: Span;
}

/** The `namespace` of a wildcard; what it means depends on the target namespace, which a chameleon does not know. */
export type WildcardNamespaces =
  | { readonly kind: 'any' }
  | { readonly kind: 'other' }
  | {
      readonly kind: 'list';
      /** '' is `##local`. */
      readonly namespaces: readonly string[];
      /** `##targetNamespace` is one of them. */
      readonly withTarget: boolean;
    };

/** `any` or `anyAttribute`. */
export interface WildcardFragment {
  readonly kind: 'wildcard';
  readonly namespaces: WildcardNamespaces;
  readonly processContents: Wildcard['processContents'];
  readonly annotation: Annotation;
  readonly span: Span;
}
