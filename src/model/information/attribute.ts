import type { ElementId } from './element-id.js';
import type { ModelElement } from './element.js';
import type { Multiplicity } from './multiplicity.js';

/** The type of an attribute: a class of the model, or a name that the model does not define (`int`, a dangling type). */
export type TypeReference =
  { readonly kind: 'class'; readonly id: ElementId } | { readonly kind: 'unresolved'; readonly name: string };

export interface Attribute extends ModelElement {
  readonly type: TypeReference;
  readonly multiplicity: Multiplicity;
  /** The initial value, quotes of the tool removed. */
  readonly default?: string;
  readonly static: boolean;
  readonly constant: boolean;
}
