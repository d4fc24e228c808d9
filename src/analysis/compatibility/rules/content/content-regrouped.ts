import { contentRegrouped } from '../../../../diagnostics/catalogue/cmp-content.js';
import { defineRule } from '../rule.js';

/** The same children stand in other groups: sequence, choice, all. */
export const contentRegroupedRule = defineRule(
  'content-model',
  contentRegrouped,
  'both',
  ({ before, after }) => ({ before, after }),
);
