import { childTypeChanged } from '../../../../diagnostics/catalogue/cmp-content.js';
import { typeChange } from './type-change.js';
import { defineRule } from '../rule.js';

/** An element has another type. */
export const childTypeChangedRule = defineRule('type-use', childTypeChanged, 'both', (fact, match) =>
  fact.of === 'element' ? typeChange(fact, match) : undefined,
);
