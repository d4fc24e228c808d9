import { facetsChanged } from '../../../../diagnostics/catalogue/cmp-type.js';
import { facetChange } from './facet-change.js';
import { defineRule } from '../rule.js';

/** Patterns or white space changed; which way is for the proof to say. */
export const facetsChangedRule = defineRule('simple-type', facetsChanged, 'both', (fact) =>
  facetChange(fact, 'other'),
);
