import { enumerationAdded } from '../../../../diagnostics/catalogue/cmp-type.js';
import { becameEnumeration } from './values.js';
import { defineRule } from '../rule.js';

/** Only listed values are allowed, where others were. */
export const enumerationAddedRule = defineRule('simple-type', enumerationAdded, 'narrows', (fact) =>
  becameEnumeration(fact),
);
