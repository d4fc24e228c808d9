import { constraintChanged } from '../../../../diagnostics/catalogue/cmp-element.js';
import { constraintText } from './constraint-text.js';
import { defineRule } from '../rule.js';

/** Other values must be unique or found. */
export const constraintChangedRule = defineRule(
  'identity-constraint',
  constraintChanged,
  'both',
  ({ before, after }) => {
    if (before === undefined || after === undefined) return undefined;
    const [old, now] = [constraintText(before), constraintText(after)];
    return old === now ? undefined : { before: old, after: now };
  },
);
