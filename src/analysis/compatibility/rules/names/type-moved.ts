import { typeMoved } from '../../../../diagnostics/catalogue/cmp-names.js';
import { movedAlone } from './renamed.js';
import { defineRule } from '../rule.js';

/** A global type went to another namespace, without the rest of its own. */
export const typeMovedRule = defineRule('component', typeMoved, 'both', (fact, match) =>
  fact.space === 'type' ? movedAlone(fact, match) : undefined,
);
