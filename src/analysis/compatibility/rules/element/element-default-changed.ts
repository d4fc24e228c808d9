import { elementDefaultChanged } from '../../../../diagnostics/catalogue/cmp-element.js';
import { valueChange } from '../value-change.js';
import { defineRule } from '../rule.js';

/** An empty element means another value. */
export const elementDefaultChangedRule = defineRule(
  'element',
  elementDefaultChanged,
  'none',
  ({ before, after }) => valueChange(before?.valueConstraint, after?.valueConstraint, 'default'),
);
