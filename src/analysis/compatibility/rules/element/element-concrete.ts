import { elementConcrete } from '../../../../diagnostics/catalogue/cmp-element.js';
import { defineRule } from '../rule.js';

/** An element may stand in a message itself. */
export const elementConcreteRule = defineRule('element', elementConcrete, 'widens', ({ before, after }) =>
  before?.abstract === true && after?.abstract === false ? {} : undefined,
);
