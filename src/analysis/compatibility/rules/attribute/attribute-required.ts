import { attributeRequired } from '../../../../diagnostics/catalogue/cmp-attribute.js';
import { defineRule } from '../rule.js';

/** An attribute that could be left out must be there. */
export const attributeRequiredRule = defineRule(
  'attribute',
  attributeRequired,
  'narrows',
  ({ before, after }) =>
    before?.required === false && after?.required === true
      ? { before: 'optional', after: 'required' }
      : undefined,
);
