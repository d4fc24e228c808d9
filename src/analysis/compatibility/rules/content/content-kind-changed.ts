import { contentKindChanged } from '../../../../diagnostics/catalogue/cmp-content.js';
import { contentKind } from './content-kind.js';
import { defineRule } from '../rule.js';

/** The content of a type is of another kind: empty, text, elements, mixed. */
export const contentKindChangedRule = defineRule(
  'complex-type',
  contentKindChanged,
  ({ before, after }) =>
    before?.contentType.kind === 'element-only' && after?.contentType.kind === 'mixed' ? 'widens' : 'both',
  ({ before, after }) => {
    if (before === undefined || after === undefined) return undefined;
    const [old, now] = [contentKind(before), contentKind(after)];
    return old === now ? undefined : { before: old, after: now };
  },
);
