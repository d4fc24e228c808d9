import { typeConcrete } from '../../../../diagnostics/catalogue/cmp-type.js';
import { defineRule } from '../rule.js';

/** A type may be used itself. */
export const typeConcreteRule = defineRule('complex-type', typeConcrete, 'widens', ({ before, after }) =>
  before?.abstract === true && after?.abstract === false ? {} : undefined,
);
