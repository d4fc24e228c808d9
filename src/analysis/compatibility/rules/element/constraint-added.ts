import { constraintAdded } from '../../../../diagnostics/catalogue/cmp-element.js';
import { constraintText } from './constraint-text.js';
import { defineRule } from '../rule.js';

/** Values must be unique or found that could be anything. */
export const constraintAddedRule = defineRule(
  'identity-constraint',
  constraintAdded,
  'narrows',
  ({ before, after }) =>
    before === undefined && after !== undefined ? { after: constraintText(after) } : undefined,
);
