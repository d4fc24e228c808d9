import { valueAdded } from '../../../../diagnostics/catalogue/cmp-type.js';
import { newValues } from './values.js';
import { defineRule } from '../rule.js';

/** An enumeration has values that it did not have. */
export const valueAddedRule = defineRule('simple-type', valueAdded, 'widens', (fact) => newValues(fact));
