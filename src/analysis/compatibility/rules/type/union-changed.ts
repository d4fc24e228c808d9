import { unionChanged } from '../../../../diagnostics/catalogue/cmp-type.js';
import { defineRule } from '../rule.js';

/** A union has other member types. */
export const unionChangedRule = defineRule('members-of-union', unionChanged, 'both', ({ before, after }) => ({
  before,
  after,
}));
