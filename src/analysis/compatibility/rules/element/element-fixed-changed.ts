import { elementFixedChanged } from '../../../../diagnostics/catalogue/cmp-element.js';
import { valueChange } from '../value-change.js';
import { defineRule } from '../rule.js';

/** The one value that an element may have changed, came or went. */
export const elementFixedChangedRule = defineRule(
  'element',
  elementFixedChanged,
  ({ before, after }) =>
    before?.valueConstraint?.kind !== 'fixed'
      ? 'narrows'
      : after?.valueConstraint?.kind !== 'fixed'
        ? 'widens'
        : 'both',
  ({ before, after }) => valueChange(before?.valueConstraint, after?.valueConstraint, 'fixed'),
);
