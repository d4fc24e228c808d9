import { requiredAttributeAdded } from '../../../../diagnostics/catalogue/cmp-attribute.js';
import { defineRule } from '../rule.js';

/** An attribute is new and must be there. */
export const requiredAttributeAddedRule = defineRule(
  'attribute',
  requiredAttributeAdded,
  'both',
  ({ before, after }) =>
    before === undefined && after?.required === true ? { after: 'required' } : undefined,
);
