import type { Span } from '../../foundation/span.js';
import type { ComponentId, Schema } from '../../model/schema/index.js';

/** Where a type or an element is declared. */
export const spanOf = (schema: Schema, id: ComponentId): Span | undefined =>
  (schema.types.get(id) ?? schema.elements.get(id) ?? schema.attributes.get(id))?.span;
