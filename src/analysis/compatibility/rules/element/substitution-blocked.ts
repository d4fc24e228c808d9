import { substitutionBlocked } from '../../../../diagnostics/catalogue/cmp-element.js';
import { defineRule } from '../rule.js';

/** `block` or `final` of an element changed: what may stand in for it. */
export const substitutionBlockedRule = defineRule(
  'element',
  substitutionBlocked,
  'both',
  ({ before, after }) => {
    if (before === undefined || after === undefined) return undefined;
    const [old, now] = [before, after].map(
      (one) => [...one.disallowedSubstitutions].sort().join(' ') || 'none',
    );
    return old === now ? undefined : { before: old, after: now };
  },
);
