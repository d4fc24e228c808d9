import type { Span } from '../../foundation/span.js';
import type { ComponentId } from './component-id.js';
import type { ModelGroup } from './model-group.js';
import type { Wildcard } from './wildcard.js';

export interface Particle {
  readonly kind: 'particle';
  readonly minOccurs: number;
  readonly maxOccurs: number | 'unbounded';
  readonly term: Term;
  readonly span: Span;
}

/** Points at an element declaration, global or local, by its id. */
export interface ElementDeclarationRef {
  readonly kind: 'element-declaration-ref';
  readonly element: ComponentId;
}

export type Term = ElementDeclarationRef | ModelGroup | Wildcard;
