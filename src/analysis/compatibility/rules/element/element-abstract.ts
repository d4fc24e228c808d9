import { elementAbstract } from '../../../../diagnostics/catalogue/cmp-element.js';
import { defineRule } from '../rule.js';

/** An element may no longer stand in a message itself. */
export const elementAbstractRule = defineRule('element', elementAbstract, 'narrows', ({ before, after }) =>
  before?.abstract === false && after?.abstract === true ? {} : undefined,
);
