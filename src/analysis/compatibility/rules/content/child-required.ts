import { childRequired } from '../../../../diagnostics/catalogue/cmp-content.js';
import { occursText } from '../../changes/words.js';
import { isOptional } from './is-optional.js';
import { defineRule } from '../rule.js';

/** A child that could be left out must be there. */
export const childRequiredRule = defineRule('member', childRequired, 'narrows', ({ before, after, place }) =>
  before !== undefined && after !== undefined && isOptional(before, place) && !isOptional(after, place)
    ? { before: occursText(before.occurs), after: occursText(after.occurs) }
    : undefined,
);
