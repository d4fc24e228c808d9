import { attributeAdded } from '../../../../diagnostics/catalogue/cmp-attribute.js';
import { defineRule } from '../rule.js';

/** An attribute is new and may be left out. */
export const attributeAddedRule = defineRule('attribute', attributeAdded, 'widens', ({ before, after }) =>
  before === undefined && after?.required === false ? { after: 'optional' } : undefined,
);
