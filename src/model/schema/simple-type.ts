import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Annotation } from './annotation.js';
import type { ComponentId } from './component-id.js';

export interface SimpleType {
  readonly kind: 'simple-type';
  readonly id: ComponentId;
  /** Absent on anonymous types. */
  readonly name?: ExpandedName;
  readonly baseType: ComponentId;
  readonly variety: Variety;
  /** The facets that this very derivation step states. The effective ones follow the chain of base types. */
  readonly facets: readonly Facet[];
  readonly final: readonly ('extension' | 'restriction' | 'list' | 'union')[];
  readonly annotation: Annotation;
  readonly span: Span;
}

export type Variety =
  /** `primitive` is the built-in primitive type's id; for anySimpleType itself, its own id. */
  | { readonly kind: 'atomic'; readonly primitive: ComponentId }
  | { readonly kind: 'list'; readonly itemType: ComponentId }
  | { readonly kind: 'union'; readonly memberTypes: readonly ComponentId[] };

export type FacetKind =
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

/** One facet element: several `pattern`s in one step are alternatives, `enumeration`s are members of one set. */
export interface Facet {
  readonly kind: FacetKind;
  readonly value: string;
  readonly fixed: boolean;
  /** Namespace bindings in scope, for enumerations of QName and NOTATION. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly annotation: Annotation;
  readonly span: Span;
}
