import type { ElementId } from './element-id.js';
import type { ModelElement } from './element.js';
import type { Multiplicity } from './multiplicity.js';

export type Aggregation = 'none' | 'shared' | 'composite';

/**
 * One end of an association. `name` is the role that the class AT THIS END plays: seen from the class at the other end
 * it is the property `Other.name` of type `class`.
 */
export interface AssociationEnd extends ModelElement {
  readonly class: ElementId;
  readonly multiplicity: Multiplicity;
  /** Of the class at this end as the whole. */
  readonly aggregation: Aggregation;
  /** Whether it can be reached from the other end; absent where the model does not say. */
  readonly navigable?: boolean;
}

export interface Association extends ModelElement {
  readonly id: ElementId;
  /** Source and target as the model draws them. A role that the model leaves out has the name ''. */
  readonly ends: readonly [AssociationEnd, AssociationEnd];
}
