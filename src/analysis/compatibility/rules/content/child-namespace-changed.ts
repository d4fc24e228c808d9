import { childNamespaceChanged } from '../../../../diagnostics/catalogue/cmp-content.js';
import { clark } from '../../../../foundation/expanded-name.js';
import { namespaceName } from '../../../content-model/index.js';
import { areBothGlobal } from '../../match/members.js';
import { defineRule } from '../rule.js';

/** A child has the same local name in another namespace, though its namespace did not move. */
export const childNamespaceChangedRule = defineRule(
  'member',
  childNamespaceChanged,
  'both',
  ({ before, after }, match) => {
    if (before?.term.kind !== 'element' || after?.term.kind !== 'element' || areBothGlobal(before, after))
      return undefined;
    const [old, now] = [before.term.element.name, after.term.element.name];
    return old.localName !== now.localName || match.nameInNew(old) === clark(now)
      ? undefined
      : { before: namespaceName(old.namespace), after: namespaceName(now.namespace) };
  },
);
