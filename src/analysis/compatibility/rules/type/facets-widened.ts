import { facetsWidened } from '../../../../diagnostics/catalogue/cmp-type.js';
import { facetChange } from './facet-change.js';
import { defineRule } from '../rule.js';

/** Facets allow more than before. */
export const facetsWidenedRule = defineRule('simple-type', facetsWidened, 'widens', (fact) =>
  facetChange(fact, 'wider'),
);
