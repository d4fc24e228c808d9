import { valueRemoved } from '../../../../diagnostics/catalogue/cmp-type.js';
import { lostValues } from './values.js';
import { defineRule } from '../rule.js';

/** An enumeration lost values. */
export const valueRemovedRule = defineRule('simple-type', valueRemoved, 'narrows', (fact) =>
  lostValues(fact),
);
