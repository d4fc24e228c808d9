// Attribute Use Correct (au-props-correct, 3.5.6), Attribute Group Definition Properties Correct (ag-props-correct,
// 3.6.6) clauses 2 and 3, Complex Type Definition Properties Correct (ct-props-correct, 3.4.6) clauses 4 and 5.

import { clark } from '../../foundation/expanded-name.js';
import {
  attributeUseContradictsFixed,
  duplicateAttribute,
  twoIdentifierAttributes,
} from '../../diagnostics/catalogue/xsd-constraints.js';
import type {
  AttributeDeclaration,
  AttributeGroupDefinition,
  AttributeUse,
  ComplexType,
} from '../../model/schema/index.js';
import { checkAttributeValue } from './a-props-correct.js';
import type { ConstraintContext } from './constraint-context.js';
import { isIdentifierType } from './type-derivation.js';
import { isSameValue } from './value-space.js';

/** The attribute uses of a complex type or an attribute group: each of them, and all of them together. */
export function checkAttributeUses(
  ctx: ConstraintContext,
  owner: ComplexType | AttributeGroupDefinition,
): void {
  const { schema, diagnostics } = ctx;
  const isType = owner.kind === 'complex-type';
  const called = isType
    ? owner.name === undefined
      ? 'an anonymous type'
      : `type ${clark(owner.name)}`
    : `attribute group ${clark(owner.name)}`;
  const byName = new Map<string, AttributeUse>();
  let identifier: AttributeDeclaration | undefined;
  for (const use of owner.attributeUses) {
    const attribute = schema.attributes.get(use.attribute);
    if (attribute === undefined) continue;
    checkAttributeUse(ctx, use, attribute);
    const other = byName.get(clark(attribute.name));
    if (other !== undefined) {
      diagnostics.add(duplicateAttribute, {
        at: use.span,
        rule: isType ? 'ct-props-correct.4' : 'ag-props-correct.2',
        attribute: attribute.name,
        owner: called,
        related: [{ at: other.span, label: 'the first one' }],
      });
      continue;
    }
    byName.set(clark(attribute.name), use);
    if (!isIdentifierType(schema, attribute.type)) continue;
    if (identifier !== undefined) {
      diagnostics.add(twoIdentifierAttributes, {
        at: use.span,
        rule: isType ? 'ct-props-correct.5' : 'ag-props-correct.3',
        first: identifier.name,
        second: attribute.name,
        owner: called,
        related: [{ at: identifier.span, label: 'the other one' }],
      });
    }
    identifier = attribute;
  }
}

/** au-props-correct, clause 2, and the value of the use itself. */
function checkAttributeUse(ctx: ConstraintContext, use: AttributeUse, attribute: AttributeDeclaration): void {
  const { schema, diagnostics } = ctx;
  const own = use.valueConstraint;
  if (own === undefined) return;
  checkAttributeValue(ctx, attribute, own, use.span);
  const declared = attribute.valueConstraint;
  if (declared?.kind !== 'fixed') return;
  const { type } = attribute;
  if (own.kind === 'fixed' && isSameValue(schema, { type, constraint: own }, { type, constraint: declared }))
    return;
  diagnostics.add(attributeUseContradictsFixed, {
    at: use.span,
    attribute: attribute.name,
    fixed: declared.lexical,
    related: [{ at: attribute.span, label: 'declared here' }],
  });
}
