import { childAdded } from '../../../../diagnostics/catalogue/cmp-content.js';
import { occursText } from '../../changes/words.js';
import { defineRule } from '../rule.js';

/** A child is new and may be left out. */
export const childAddedRule = defineRule('member', childAdded, 'widens', ({ before, after }) =>
  before === undefined && after?.optional === true ? { after: occursText(after.occurs) } : undefined,
);
