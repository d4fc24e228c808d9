import { anyRemoved } from '../../../../diagnostics/catalogue/cmp-content.js';
import { wildcardText } from '../../changes/words.js';
import { defineRule } from '../rule.js';

/** Any other attribute was allowed. */
export const anyRemovedRule = defineRule('wildcard', anyRemoved, 'narrows', ({ before, after }) =>
  after === undefined && before !== undefined ? { before: wildcardText(before) } : undefined,
);
