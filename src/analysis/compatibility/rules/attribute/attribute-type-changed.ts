import { attributeTypeChanged } from '../../../../diagnostics/catalogue/cmp-attribute.js';
import { typeChange } from '../content/type-change.js';
import { defineRule } from '../rule.js';

/** An attribute has another type. */
export const attributeTypeChangedRule = defineRule('type-use', attributeTypeChanged, 'both', (fact, match) =>
  fact.of === 'attribute' ? typeChange(fact, match) : undefined,
);
