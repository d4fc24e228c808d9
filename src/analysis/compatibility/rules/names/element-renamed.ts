import { elementRenamed } from '../../../../diagnostics/catalogue/cmp-names.js';
import { renamed } from './renamed.js';
import { defineRule } from '../rule.js';

/** A global element has another name. */
export const elementRenamedRule = defineRule('component', elementRenamed, 'both', (fact) =>
  fact.space === 'element' ? renamed(fact) : undefined,
);
