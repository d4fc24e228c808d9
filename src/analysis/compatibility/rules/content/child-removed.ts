import { childRemoved } from '../../../../diagnostics/catalogue/cmp-content.js';
import { occursText } from '../../changes/words.js';
import { defineRule } from '../rule.js';

/** A child is gone. */
export const childRemovedRule = defineRule(
  'member',
  childRemoved,
  ({ before }) => (before?.optional === false ? 'both' : 'narrows'),
  ({ before, after }) =>
    after === undefined && before !== undefined ? { before: occursText(before.occurs) } : undefined,
);
