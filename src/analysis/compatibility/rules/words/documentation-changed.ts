import { documentationChanged } from '../../../../diagnostics/catalogue/cmp-words.js';
import { wordsChange } from './words-change.js';
import { defineRule } from '../rule.js';

/** The words about a component changed. */
export const documentationChangedRule = defineRule(
  'annotation',
  documentationChanged,
  'none',
  ({ before, after }) => wordsChange(before, after),
);
