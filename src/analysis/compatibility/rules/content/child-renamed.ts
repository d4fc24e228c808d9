import { childRenamed } from '../../../../diagnostics/catalogue/cmp-content.js';
import { areBothGlobal, memberName } from '../../match/members.js';
import { defineRule } from '../rule.js';

/** A child has another name and is otherwise the same. */
export const childRenamedRule = defineRule('member', childRenamed, 'both', ({ before, after }) => {
  if (before === undefined || after === undefined) return undefined;
  const [old, now] = [memberName(before), memberName(after)];
  return old === now || areBothGlobal(before, after) ? undefined : { before: old, after: now };
});
