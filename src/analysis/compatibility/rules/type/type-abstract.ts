import { typeAbstract } from '../../../../diagnostics/catalogue/cmp-type.js';
import { defineRule } from '../rule.js';

/** A type may no longer be used itself, only types that derive from it. */
export const typeAbstractRule = defineRule('complex-type', typeAbstract, 'narrows', ({ before, after }) =>
  before?.abstract === false && after?.abstract === true ? {} : undefined,
);
