import { anyAdded } from '../../../../diagnostics/catalogue/cmp-content.js';
import { wildcardText } from '../../changes/words.js';
import { defineRule } from '../rule.js';

/** Any other attribute is allowed now. */
export const anyAddedRule = defineRule('wildcard', anyAdded, 'widens', ({ before, after }) =>
  before === undefined && after !== undefined ? { after: wildcardText(after) } : undefined,
);
