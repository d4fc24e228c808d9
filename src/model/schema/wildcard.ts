import type { Span } from '../../foundation/span.js';
import type { Annotation } from './annotation.js';

/** {namespace constraint}: any, not a namespace (and not absent), or a set of namespaces ('' is absent). */
export type NamespaceConstraint =
  | { readonly kind: 'any' }
  | { readonly kind: 'not'; readonly namespace: string }
  | { readonly kind: 'enumeration'; readonly namespaces: readonly string[] };

export interface Wildcard {
  readonly kind: 'wildcard';
  readonly namespaceConstraint: NamespaceConstraint;
  readonly processContents: 'strict' | 'lax' | 'skip';
  readonly annotation: Annotation;
  readonly span: Span;
}
