import { anyChanged } from '../../../../diagnostics/catalogue/cmp-content.js';
import { wildcardText } from '../../changes/words.js';
import { inNew } from './wildcard-in-new.js';
import { defineRule } from '../rule.js';

/** A wildcard allows other namespaces or checks otherwise. */
export const anyChangedRule = defineRule('wildcard', anyChanged, 'both', ({ before, after }, match) => {
  if (before === undefined || after === undefined) return undefined;
  const [old, now] = [wildcardText(inNew(before, match)), wildcardText(after)];
  return old === now ? undefined : { before: wildcardText(before), after: now };
});
