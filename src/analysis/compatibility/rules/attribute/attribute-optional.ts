import { attributeOptional } from '../../../../diagnostics/catalogue/cmp-attribute.js';
import { defineRule } from '../rule.js';

/** An attribute that had to be there may be left out. */
export const attributeOptionalRule = defineRule(
  'attribute',
  attributeOptional,
  'widens',
  ({ before, after }) =>
    before?.required === true && after?.required === false
      ? { before: 'required', after: 'optional' }
      : undefined,
);
