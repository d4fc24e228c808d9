import { childRepeatsLess } from '../../../../diagnostics/catalogue/cmp-content.js';
import { occursText } from '../../changes/words.js';
import { isMore } from './is-more.js';
import { defineRule } from '../rule.js';

/** A child may not be there as often. */
export const childRepeatsLessRule = defineRule('member', childRepeatsLess, 'narrows', ({ before, after }) =>
  before !== undefined && after !== undefined && isMore(before.occurs.max, after.occurs.max)
    ? { before: occursText(before.occurs), after: occursText(after.occurs) }
    : undefined,
);
