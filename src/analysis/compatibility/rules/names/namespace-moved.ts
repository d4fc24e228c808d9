import { namespaceMoved } from '../../../../diagnostics/catalogue/cmp-names.js';
import { namespaceName } from '../../../content-model/index.js';
import { defineRule } from '../rule.js';

/** A namespace of one model is another one in the other. */
export const namespaceMovedRule = defineRule(
  'namespace',
  namespaceMoved,
  'both',
  ({ before, after, moved }) =>
    moved && before !== undefined && after !== undefined
      ? { before: namespaceName(before.name), after: namespaceName(after.name) }
      : undefined,
);
