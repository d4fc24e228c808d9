import type { ModelElement } from './element.js';

export interface EnumerationLiteral extends ModelElement {
  /** The code that the model gives it (its initial value); never an ordinal that a tool has counted. */
  readonly code?: string;
}
