import { nillableAdded } from '../../../../diagnostics/catalogue/cmp-element.js';
import { defineRule } from '../rule.js';

/** An element may be nil. */
export const nillableAddedRule = defineRule('element', nillableAdded, 'widens', ({ before, after }) =>
  before?.nillable === false && after?.nillable === true ? {} : undefined,
);
