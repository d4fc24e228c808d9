import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from './annotation.js';
import type { ComponentId } from './component-id.js';

export interface IdentityConstraint {
  readonly kind: 'identity-constraint';
  readonly id: ComponentId;
  readonly name: ExpandedName;
  readonly category: 'key' | 'keyref' | 'unique';
  readonly selector: XPathSubset;
  readonly fields: readonly XPathSubset[];
  /** keyref: the key or unique it refers to. */
  readonly referencedKey?: ComponentId;
  readonly annotation: Annotation;
  readonly span: Span;
}

/** A selector or field of section 3.11.6: a union of paths. */
export interface XPathSubset {
  readonly text: string;
  readonly paths: readonly XPathPath[];
}

export interface XPathPath {
  /** The path starts with `.//`. */
  readonly descendant: boolean;
  /** Child steps, in order; `.` steps are left out. */
  readonly steps: readonly NameTest[];
  /** Fields may end with an attribute step. */
  readonly attribute?: NameTest;
}

/** `*`, `prefix:*`, or a name. */
export type NameTest =
  | { readonly kind: 'any' }
  | { readonly kind: 'namespace'; readonly namespace: string }
  | { readonly kind: 'name'; readonly name: ExpandedName };
