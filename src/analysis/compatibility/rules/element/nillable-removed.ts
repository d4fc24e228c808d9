import { nillableRemoved } from '../../../../diagnostics/catalogue/cmp-element.js';
import { defineRule } from '../rule.js';

/** An element may no longer be nil. */
export const nillableRemovedRule = defineRule('element', nillableRemoved, 'narrows', ({ before, after }) =>
  before?.nillable === true && after?.nillable === false ? {} : undefined,
);
