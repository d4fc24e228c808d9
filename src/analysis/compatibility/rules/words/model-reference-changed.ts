import { modelReferenceChanged } from '../../../../diagnostics/catalogue/cmp-words.js';
import { referencedName } from '../../match/model-reference.js';
import { defineRule } from '../rule.js';

/** A component stands for another element of the information model. */
export const modelReferenceChangedRule = defineRule(
  'annotation',
  modelReferenceChanged,
  'none',
  ({ before, after }) => {
    if (before === undefined || after === undefined) return undefined;
    const [old = 'none', now = 'none'] = [referencedName(before), referencedName(after)];
    return old === now ? undefined : { before: old, after: now };
  },
);
