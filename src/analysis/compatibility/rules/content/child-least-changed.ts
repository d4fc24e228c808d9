import { childLeastChanged } from '../../../../diagnostics/catalogue/cmp-content.js';
import { occursText } from '../../changes/words.js';
import { isOptional } from './is-optional.js';
import { defineRule } from '../rule.js';

/** A child that was required and is required must be there another number of times. */
export const childLeastChangedRule = defineRule(
  'member',
  childLeastChanged,
  ({ before, after }) => ((before?.occurs.min ?? 0) < (after?.occurs.min ?? 0) ? 'narrows' : 'widens'),
  ({ before, after, place }) =>
    before !== undefined &&
    after !== undefined &&
    before.occurs.min !== after.occurs.min &&
    isOptional(before, place) === isOptional(after, place)
      ? { before: occursText(before.occurs), after: occursText(after.occurs) }
      : undefined,
);
