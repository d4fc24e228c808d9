import { enumerationRemoved } from '../../../../diagnostics/catalogue/cmp-type.js';
import { ceasedEnumeration } from './values.js';
import { defineRule } from '../rule.js';

/** Other values than the listed ones are allowed. */
export const enumerationRemovedRule = defineRule('simple-type', enumerationRemoved, 'widens', (fact) =>
  ceasedEnumeration(fact),
);
