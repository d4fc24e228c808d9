import { attributeDefaultChanged } from '../../../../diagnostics/catalogue/cmp-attribute.js';
import { valueChange } from '../value-change.js';
import { defineRule } from '../rule.js';

/** A missing attribute means another value. */
export const attributeDefaultChangedRule = defineRule(
  'attribute',
  attributeDefaultChanged,
  'none',
  ({ before, after, declarations }) =>
    before === undefined || after === undefined
      ? undefined
      : valueChange(
          before.valueConstraint ?? declarations.before?.valueConstraint,
          after.valueConstraint ?? declarations.after?.valueConstraint,
          'default',
        ),
);
