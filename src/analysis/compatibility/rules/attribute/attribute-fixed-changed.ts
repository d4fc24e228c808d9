import { attributeFixedChanged } from '../../../../diagnostics/catalogue/cmp-attribute.js';
import { valueChange } from '../value-change.js';
import { defineRule } from '../rule.js';

/** The one value that an attribute may have changed, came or went. */
export const attributeFixedChangedRule = defineRule(
  'attribute',
  attributeFixedChanged,
  'both',
  ({ before, after, declarations }) =>
    before === undefined || after === undefined
      ? undefined
      : valueChange(
          before.valueConstraint ?? declarations.before?.valueConstraint,
          after.valueConstraint ?? declarations.after?.valueConstraint,
          'fixed',
        ),
);
