import { elementRemoved } from '../../../../diagnostics/catalogue/cmp-names.js';
import { qualifiedText } from '../../changes/words.js';
import { defineRule } from '../rule.js';

/** A global element is gone. */
export const elementRemovedRule = defineRule(
  'component',
  elementRemoved,
  'narrows',
  ({ before, after, space }) =>
    space === 'element' && after === undefined && before !== undefined
      ? { before: qualifiedText(before.name) }
      : undefined,
);
