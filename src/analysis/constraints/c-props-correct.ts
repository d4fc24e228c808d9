// Identity-constraint Definition Properties Correct (c-props-correct, 3.11.6). The syntax of the paths (c-selector-xpath,
// c-fields-xpaths) is told when they are read.

import {
  keyReferenceArity,
  keyReferenceToKeyReference,
} from '../../diagnostics/catalogue/xsd-constraints.js';
import type { IdentityConstraint } from '../../model/schema/index.js';
import type { ConstraintContext } from './constraint-context.js';

/** c-props-correct: a keyref refers to a key or unique constraint with as many fields. */
export function checkIdentityConstraint(ctx: ConstraintContext, constraint: IdentityConstraint): void {
  if (constraint.referencedKey === undefined) return;
  const key = ctx.schema.identityConstraints.get(constraint.referencedKey);
  if (key === undefined) return;
  const facts = {
    at: constraint.span,
    name: constraint.name,
    related: [{ at: key.span, label: 'refers to this' }],
  };
  if (key.category === 'keyref') {
    ctx.diagnostics.add(keyReferenceToKeyReference, { ...facts, refer: key.name });
  } else if (key.fields.length !== constraint.fields.length) {
    ctx.diagnostics.add(keyReferenceArity, {
      ...facts,
      fields: constraint.fields.length,
      expected: key.fields.length,
    });
  }
}
