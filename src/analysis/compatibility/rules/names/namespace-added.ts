import { namespaceAdded } from '../../../../diagnostics/catalogue/cmp-names.js';
import { contentsText } from './contents-text.js';
import { defineRule } from '../rule.js';

/** A namespace is new with all that is in it. */
export const namespaceAddedRule = defineRule('namespace', namespaceAdded, 'both', ({ before, after }) =>
  before === undefined && after !== undefined ? { after: contentsText(after) } : undefined,
);
