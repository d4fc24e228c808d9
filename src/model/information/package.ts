import type { ElementId } from './element-id.js';
import type { ModelElement } from './element.js';

export interface ModelPackage extends ModelElement {
  readonly kind: 'package';
  readonly id: ElementId;
  /** The package that owns it; absent at the top. */
  readonly parent?: ElementId;
  /** Owned packages and classes, each in the order of the source. */
  readonly packages: readonly ElementId[];
  readonly classes: readonly ElementId[];
}
