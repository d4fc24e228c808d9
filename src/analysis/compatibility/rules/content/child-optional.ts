import { childOptional } from '../../../../diagnostics/catalogue/cmp-content.js';
import { occursText } from '../../changes/words.js';
import { isOptional } from './is-optional.js';
import { defineRule } from '../rule.js';

/** A child that had to be there may be left out. */
export const childOptionalRule = defineRule('member', childOptional, 'widens', ({ before, after, place }) =>
  before !== undefined && after !== undefined && !isOptional(before, place) && isOptional(after, place)
    ? { before: occursText(before.occurs), after: occursText(after.occurs) }
    : undefined,
);
