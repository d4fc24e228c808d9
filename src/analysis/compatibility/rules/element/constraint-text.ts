import type { IdentityConstraint } from '../../../../model/schema/index.js';

/** An identity constraint in one line: `key of meter by @id`. */
export const constraintText = ({ category, selector, fields }: IdentityConstraint): string =>
  `${category} of ${selector.text} by ${fields.map(({ text }) => text).join(', ')}`;
