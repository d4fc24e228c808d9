import { typeRenamed } from '../../../../diagnostics/catalogue/cmp-names.js';
import { renamed } from './renamed.js';
import { defineRule } from '../rule.js';

/** A global type has another name. */
export const typeRenamedRule = defineRule('component', typeRenamed, 'both', (fact) =>
  fact.space === 'type' ? renamed(fact) : undefined,
);
