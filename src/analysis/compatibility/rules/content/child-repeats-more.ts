import { childRepeatsMore } from '../../../../diagnostics/catalogue/cmp-content.js';
import { occursText } from '../../changes/words.js';
import { isMore } from './is-more.js';
import { defineRule } from '../rule.js';

/** A child may be there more often. */
export const childRepeatsMoreRule = defineRule('member', childRepeatsMore, 'widens', ({ before, after }) =>
  before !== undefined && after !== undefined && isMore(after.occurs.max, before.occurs.max)
    ? { before: occursText(before.occurs), after: occursText(after.occurs) }
    : undefined,
);
