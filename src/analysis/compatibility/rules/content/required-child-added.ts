import { requiredChildAdded } from '../../../../diagnostics/catalogue/cmp-content.js';
import { occursText } from '../../changes/words.js';
import { defineRule } from '../rule.js';

/** A child is new and must be there. */
export const requiredChildAddedRule = defineRule('member', requiredChildAdded, 'both', ({ before, after }) =>
  before === undefined && after?.optional === false ? { after: occursText(after.occurs) } : undefined,
);
