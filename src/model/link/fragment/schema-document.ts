import type { Span } from '../../../foundation/span.js';
import type { Annotation } from '../../schema/index.js';
import type { AttributeFragment, AttributeGroupFragment } from './attribute-fragment.js';
import type { ElementFragment } from './element-fragment.js';
import type { GroupFragment } from './particle-fragment.js';
import type { ComplexTypeFragment, SimpleTypeFragment } from './type-fragment.js';

/** One schema document as written: names expanded, defaults of the document applied, nothing resolved. */
export interface SchemaDocument {
  /** `SourceText.uri`. */
  readonly source: string;
  readonly label: string;
  /** '' where the document has none. */
  readonly targetNamespace: string;
  readonly version?: string;
  /** `elementFormDefault` is `qualified`. */
  readonly qualifiesElements: boolean;
  readonly includes: readonly IncludeFragment[];
  readonly imports: readonly ImportFragment[];
  readonly redefines: readonly RedefineFragment[];
  readonly components: readonly GlobalFragment[];
  readonly annotation: Annotation;
  readonly span: Span;
}

export type GlobalFragment =
  | SimpleTypeFragment
  | ComplexTypeFragment
  | ElementFragment
  | AttributeFragment
  | GroupFragment
  | AttributeGroupFragment
  | NotationFragment;

/** What `redefine` may hold. */
export type RedefinableFragment =
  SimpleTypeFragment | ComplexTypeFragment | GroupFragment | AttributeGroupFragment;

/** `notation`. */
export interface NotationFragment {
  readonly kind: 'notation';
  readonly name: string;
  readonly systemIdentifier?: string;
  readonly publicIdentifier?: string;
  readonly annotation: Annotation;
  readonly span: Span;
}

/** `include`. */
export interface IncludeFragment {
  readonly schemaLocation: string;
  readonly span: Span;
}

/** `import`. */
export interface ImportFragment {
  /** '' for the components without namespace. */
  readonly namespace: string;
  readonly schemaLocation?: string;
  readonly span: Span;
}

/** `redefine`. */
export interface RedefineFragment {
  readonly schemaLocation: string;
  readonly components: readonly RedefinableFragment[];
  readonly span: Span;
}
