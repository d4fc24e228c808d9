import { contentTypeChanged } from '../../../../diagnostics/catalogue/cmp-content.js';
import { typeChange } from './type-change.js';
import { defineRule } from '../rule.js';

/** The text of an element is of another simple type. */
export const contentTypeChangedRule = defineRule('type-use', contentTypeChanged, 'both', (fact, match) =>
  fact.of === 'content' || fact.of === 'item' ? typeChange(fact, match) : undefined,
);
