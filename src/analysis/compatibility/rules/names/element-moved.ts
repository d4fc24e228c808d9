import { elementMoved } from '../../../../diagnostics/catalogue/cmp-names.js';
import { movedAlone } from './renamed.js';
import { defineRule } from '../rule.js';

/** A global element went to another namespace, without the rest of its own. */
export const elementMovedRule = defineRule('component', elementMoved, 'both', (fact, match) =>
  fact.space === 'element' ? movedAlone(fact, match) : undefined,
);
