import { childReordered } from '../../../../diagnostics/catalogue/cmp-content.js';
import { defineRule } from '../rule.js';

/** A child stands elsewhere in a sequence. */
export const childReorderedRule = defineRule('member', childReordered, 'both', ({ before, after, place }) =>
  before !== undefined && after !== undefined && place.reordered
    ? { before: place.before, after: place.after }
    : undefined,
);
