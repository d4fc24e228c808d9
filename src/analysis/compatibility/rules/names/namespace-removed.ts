import { namespaceRemoved } from '../../../../diagnostics/catalogue/cmp-names.js';
import { contentsText } from './contents-text.js';
import { defineRule } from '../rule.js';

/** A namespace is gone with all that was in it. */
export const namespaceRemovedRule = defineRule('namespace', namespaceRemoved, 'both', ({ before, after }) =>
  before !== undefined && after === undefined ? { before: contentsText(before) } : undefined,
);
