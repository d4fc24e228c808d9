import { definitionAdded } from '../../../../diagnostics/catalogue/cmp-names.js';
import { definitionText } from './definition-text.js';
import { defineRule } from '../rule.js';

/** A group, attribute group or global attribute is new. */
export const definitionAddedRule = defineRule(
  'component',
  definitionAdded,
  // Lax wildcards check what is declared.
  ({ space }) => (space === 'attribute' ? 'both' : 'none'),
  ({ before, after, space }) =>
    space !== 'element' && space !== 'type' && before === undefined && after !== undefined
      ? { after: definitionText(space, after.name.localName) }
      : undefined,
);
