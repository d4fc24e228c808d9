import { simpleBaseChanged } from '../../../../diagnostics/catalogue/cmp-type.js';
import { simpleBaseChange } from './derivation-text.js';
import { defineRule } from '../rule.js';

/** A simple type restricts another one, or is of another variety. */
export const simpleBaseChangedRule = defineRule('simple-type', simpleBaseChanged, 'both', (fact, match) =>
  simpleBaseChange(fact, match),
);
