import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from './annotation.js';
import type { AttributeUse } from './attribute-declaration.js';
import type { ComponentId } from './component-id.js';
import type { Particle } from './particle.js';
import type { Wildcard } from './wildcard.js';

export interface ComplexType {
  readonly kind: 'complex-type';
  readonly id: ComponentId;
  /** Absent on anonymous types. */
  readonly name?: ExpandedName;
  readonly baseType: ComponentId;
  readonly derivationMethod: 'extension' | 'restriction';
  readonly final: readonly ('extension' | 'restriction')[];
  readonly abstract: boolean;
  /** All uses, those inherited from the base type included (base first), prohibited ones taken out. */
  readonly attributeUses: readonly AttributeUse[];
  /** The complete wildcard, after the union or intersection that the derivation asks for. */
  readonly attributeWildcard?: Wildcard;
  /** What a restriction takes out by `use="prohibited"`. */
  readonly prohibitedAttributes?: readonly ProhibitedAttribute[];
  /** The effective content type: for an extension, base content followed by own content. */
  readonly contentType: ContentType;
  /** For an extension: what it adds to the base's particle. Absent where it adds nothing or is no extension. */
  readonly ownParticle?: Particle;
  /** {prohibited substitutions} (`block`). */
  readonly prohibitedSubstitutions: readonly ('extension' | 'restriction')[];
  readonly annotation: Annotation;
  readonly span: Span;
}

/** No component: an attribute use that is written only to take an inherited one out. */
export interface ProhibitedAttribute {
  readonly name: ExpandedName;
  readonly span: Span;
}

export type ContentType =
  | { readonly kind: 'empty' }
  | { readonly kind: 'simple'; readonly type: ComponentId }
  | { readonly kind: 'element-only'; readonly particle: Particle }
  | { readonly kind: 'mixed'; readonly particle?: Particle };
