import { constraintRemoved } from '../../../../diagnostics/catalogue/cmp-element.js';
import { constraintText } from './constraint-text.js';
import { defineRule } from '../rule.js';

/** Values no longer have to be unique or found. */
export const constraintRemovedRule = defineRule(
  'identity-constraint',
  constraintRemoved,
  'widens',
  ({ before, after }) =>
    after === undefined && before !== undefined ? { before: constraintText(before) } : undefined,
);
