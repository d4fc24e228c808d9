import { derivationBlocked } from '../../../../diagnostics/catalogue/cmp-type.js';
import { defineRule } from '../rule.js';

/** `block` of a type changed: which derived types may stand in for it. */
export const derivationBlockedRule = defineRule(
  'complex-type',
  derivationBlocked,
  'both',
  ({ before, after }) => {
    if (before === undefined || after === undefined) return undefined;
    const [old, now] = [before, after].map(
      (one) => [...one.prohibitedSubstitutions].sort().join(' ') || 'none',
    );
    return old === now ? undefined : { before: old, after: now };
  },
);
