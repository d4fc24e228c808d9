import { typeRemoved } from '../../../../diagnostics/catalogue/cmp-names.js';
import { qualifiedText } from '../../changes/words.js';
import { defineRule } from '../rule.js';

/** A global type is gone. */
export const typeRemovedRule = defineRule('component', typeRemoved, 'narrows', ({ before, after, space }) =>
  space === 'type' && after === undefined && before !== undefined
    ? { before: qualifiedText(before.name) }
    : undefined,
);
