import { facetsNarrowed } from '../../../../diagnostics/catalogue/cmp-type.js';
import { facetChange } from './facet-change.js';
import { defineRule } from '../rule.js';

/** Facets allow less than before. */
export const facetsNarrowedRule = defineRule('simple-type', facetsNarrowed, 'narrows', (fact) =>
  facetChange(fact, 'narrower'),
);
