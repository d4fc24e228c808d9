// Redefinition Constraints and Semantics (src-redefine, 4.2.2), clauses 6.2.2 and 7.2.2: a group that is redefined without
// a reference to itself narrows what it replaces.

import { redefinedGroupNotRestriction } from '../../diagnostics/catalogue/xsd-constraints.js';
import type {
  AttributeGroupDefinition,
  ModelGroup,
  ModelGroupDefinition,
  Particle,
} from '../../model/schema/index.js';
import type { ConstraintContext } from './constraint-context.js';
import { particleRestriction } from './cos-particle-restrict.js';
import { checkAttributes } from './derivation-ok-restriction.js';

/** Clause 6.2.2: the group, occurring once, is a restriction of the original group, occurring once. */
export function checkRedefinedGroup(ctx: ConstraintContext, group: ModelGroupDefinition): void {
  const original = group.restricts === undefined ? undefined : ctx.schema.modelGroups.get(group.restricts);
  if (original === undefined) return;
  const fault = particleRestriction(ctx.schema, once(group.modelGroup), once(original.modelGroup));
  if (fault === undefined) return;
  ctx.diagnostics.add(redefinedGroupNotRestriction, {
    at: fault.at ?? group.span,
    group: group.name,
    why: fault.why,
    related: [{ at: fault.base ?? original.span, label: 'the group that is redefined' }],
  });
}

/** Clause 7.2.2: attribute uses and wildcard as in a restriction of a complex type, clauses 2 to 4. */
export function checkRedefinedAttributeGroup(ctx: ConstraintContext, group: AttributeGroupDefinition): void {
  const original =
    group.restricts === undefined ? undefined : ctx.schema.attributeGroups.get(group.restricts);
  if (original !== undefined) checkAttributes(ctx, group, original);
}

const once = (term: ModelGroup): Particle => ({
  kind: 'particle',
  minOccurs: 1,
  maxOccurs: 1,
  term,
  span: term.span,
});
