import { attributeRemoved } from '../../../../diagnostics/catalogue/cmp-attribute.js';
import { defineRule } from '../rule.js';

/** An attribute is gone. */
export const attributeRemovedRule = defineRule(
  'attribute',
  attributeRemoved,
  ({ before }) => (before?.required === true ? 'both' : 'narrows'),
  ({ before, after }) =>
    after === undefined && before !== undefined
      ? { before: before.required ? 'required' : 'optional' }
      : undefined,
);
