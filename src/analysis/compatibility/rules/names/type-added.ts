import { typeAdded } from '../../../../diagnostics/catalogue/cmp-names.js';
import { qualifiedText } from '../../changes/words.js';
import { defineRule } from '../rule.js';

/** A global type is new. */
export const typeAddedRule = defineRule('component', typeAdded, 'widens', ({ before, after, space }) =>
  space === 'type' && before === undefined && after !== undefined
    ? { after: qualifiedText(after.name) }
    : undefined,
);
