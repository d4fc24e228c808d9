import { attributeRenamed } from '../../../../diagnostics/catalogue/cmp-attribute.js';
import { clark } from '../../../../foundation/expanded-name.js';
import { defineRule } from '../rule.js';

/** An attribute has another name and is otherwise the same. */
export const attributeRenamedRule = defineRule(
  'attribute',
  attributeRenamed,
  'both',
  ({ declarations: { before, after } }, match) =>
    before === undefined || after === undefined || match.nameInNew(before.name) === clark(after.name)
      ? undefined
      : {
          before: before.name.localName === after.name.localName ? clark(before.name) : before.name.localName,
          after: before.name.localName === after.name.localName ? clark(after.name) : after.name.localName,
        },
);
