import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { ComplexType, Particle, Schema } from '../../model/schema/index.js';
import { checkAttributeDeclaration } from './a-props-correct.js';
import { checkAttributeUses } from './attribute-uses.js';
import { checkIdentityConstraint } from './c-props-correct.js';
import type { ConstraintContext } from './constraint-context.js';
import { checkContentParticles, checkModelGroup } from './cos-all-limited.js';
import { checkExtension } from './cos-ct-extends.js';
import { checkElementsConsistent } from './cos-element-consistent.js';
import { checkUniqueParticleAttribution } from './cos-nonambig.js';
import { checkRestriction } from './derivation-ok-restriction.js';
import { checkElementDeclaration } from './e-props-correct.js';
import { checkSimpleTypes } from './simple-type/check-simple-types.js';
import { checkRedefinedAttributeGroup, checkRedefinedGroup } from './src-redefine.js';

/**
 * Checks the schema component constraints over a linked schema. What the linker tells already (resolution, duplicates,
 * circular definitions) is not told again.
 */
export function checkSchema(schema: Schema): readonly Diagnostic[] {
  const ctx: ConstraintContext = { schema, diagnostics: new DiagnosticBag() };
  for (const element of schema.elements.values()) checkElementDeclaration(ctx, element);
  for (const attribute of schema.attributes.values()) checkAttributeDeclaration(ctx, attribute);
  for (const group of schema.attributeGroups.values()) {
    checkAttributeUses(ctx, group);
    checkRedefinedAttributeGroup(ctx, group);
  }
  for (const group of schema.modelGroups.values()) {
    checkModelGroup(ctx, group.modelGroup);
    checkRedefinedGroup(ctx, group);
  }
  for (const constraint of schema.identityConstraints.values()) checkIdentityConstraint(ctx, constraint);
  const checked = new Set<Particle>();
  for (const type of schema.types.values()) {
    if (type.kind === 'complex-type') checkComplexType(ctx, type, checked);
  }
  ctx.diagnostics.push(...checkSimpleTypes(schema));
  return ctx.diagnostics.sorted();
}

function checkComplexType(ctx: ConstraintContext, type: ComplexType, checked: Set<Particle>): void {
  checkAttributeUses(ctx, type);
  checkExtension(ctx, type);
  checkRestriction(ctx, type);
  const { contentType } = type;
  const particle = 'particle' in contentType ? contentType.particle : undefined;
  // An extension that adds nothing has the very particle of its base type.
  if (particle === undefined || checked.has(particle)) return;
  checked.add(particle);
  checkContentParticles(ctx, particle);
  checkElementsConsistent(ctx, particle);
  checkUniqueParticleAttribution(ctx, particle);
}
