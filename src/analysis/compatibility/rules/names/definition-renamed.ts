import { definitionRenamed } from '../../../../diagnostics/catalogue/cmp-names.js';
import { renamed } from './renamed.js';
import { defineRule } from '../rule.js';

/** A group, attribute group or global attribute has another name. */
export const definitionRenamedRule = defineRule('component', definitionRenamed, 'none', (fact) =>
  fact.space !== 'element' && fact.space !== 'type' ? renamed(fact) : undefined,
);
