import { elementAdded } from '../../../../diagnostics/catalogue/cmp-names.js';
import { qualifiedText } from '../../changes/words.js';
import { defineRule } from '../rule.js';

/** A global element is new. */
export const elementAddedRule = defineRule('component', elementAdded, 'widens', ({ before, after, space }) =>
  space === 'element' && before === undefined && after !== undefined
    ? { after: qualifiedText(after.name) }
    : undefined,
);
