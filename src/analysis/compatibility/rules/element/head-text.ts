import type { ComponentId, Schema } from '../../../../model/schema/index.js';

/** The head of a substitution group, by name. */
export const headText = (schema: Schema, head: ComponentId | undefined): string =>
  head === undefined ? 'none' : (schema.elements.get(head)?.name.localName ?? head);
