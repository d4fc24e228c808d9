import { definitionRemoved } from '../../../../diagnostics/catalogue/cmp-names.js';
import { definitionText } from './definition-text.js';
import { defineRule } from '../rule.js';

/** A group, attribute group or global attribute is gone. */
export const definitionRemovedRule = defineRule(
  'component',
  definitionRemoved,
  // Lax wildcards check what is declared.
  ({ space }) => (space === 'attribute' ? 'both' : 'none'),
  ({ before, after, space }) =>
    space !== 'element' && space !== 'type' && after === undefined && before !== undefined
      ? { before: definitionText(space, before.name.localName) }
      : undefined,
);
