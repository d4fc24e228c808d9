import { typeNamed } from '../../../../diagnostics/catalogue/cmp-content.js';
import { namingChange } from './type-change.js';
import { defineRule } from '../rule.js';

/** A type that was written in place has a name now, or the other way round. */
export const typeNamedRule = defineRule('type-use', typeNamed, 'none', (fact, match) =>
  namingChange(fact, match),
);
