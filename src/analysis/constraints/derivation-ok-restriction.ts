// Derivation Valid (Restriction, Complex) (derivation-ok-restriction, 3.4.6).

import { clark } from '../../foundation/expanded-name.js';
import {
  derivationForbidden,
  restrictedAttributeNotAllowed,
  restrictedAttributeOptional,
  restrictedAttributeType,
  restrictedAttributeValue,
  restrictedAttributeWildcard,
  restrictedContentMismatch,
  restrictedParticle,
  restrictedSimpleContent,
} from '../../diagnostics/catalogue/xsd-constraints.js';
import type {
  AttributeDeclaration,
  AttributeUse,
  ComplexType,
  Schema,
  ValueConstraint,
  Wildcard,
} from '../../model/schema/index.js';
import { allowsNamespace, isNamespaceSubset } from '../../model/schema/index.js';
import { isEmptiable } from '../content-model/effective-total-range.js';
import type { ConstraintContext } from './constraint-context.js';
import { isUrType } from './constraint-context.js';
import { particleRestriction } from './cos-particle-restrict.js';
import { isAsStrict } from './process-contents.js';
import { isValidlyDerived } from './type-derivation.js';
import { isSameValue } from './value-space.js';

/** derivation-ok-restriction, all clauses. */
export function checkRestriction(ctx: ConstraintContext, type: ComplexType): void {
  const { schema, diagnostics } = ctx;
  const base = schema.types.get(type.baseType);
  if (type.derivationMethod !== 'restriction' || base?.kind !== 'complex-type' || base.id === type.id) return;
  if (base.final.includes('restriction')) {
    diagnostics.add(derivationForbidden, {
      at: type.span,
      rule: 'derivation-ok-restriction.1',
      method: 'restriction',
      base: base.name,
      related: [{ at: base.span, label: 'the base type' }],
    });
  }
  if (isUrType(base)) return;
  checkAttributes(ctx, type, base);
  checkContent(ctx, type, base);
}

/** What a restriction narrows: a complex type, or an attribute group that is redefined (src-redefine, clause 7.2.2). */
export interface AttributeOwner {
  readonly name?: ComplexType['name'];
  readonly attributeUses: readonly AttributeUse[];
  readonly attributeWildcard?: Wildcard;
  readonly span: ComplexType['span'];
}

/** Clauses 2, 3 and 4. */
export function checkAttributes(ctx: ConstraintContext, type: AttributeOwner, base: AttributeOwner): void {
  const { schema, diagnostics } = ctx;
  const inherited = usesByName(schema, base.attributeUses);
  const own = usesByName(schema, type.attributeUses);
  const related = [{ at: base.span, label: 'the base type' }];
  for (const [name, mine] of own) {
    const theirs = inherited.get(name);
    const at = mine.use.span;
    const attribute = mine.attribute.name;
    if (theirs === undefined) {
      if (base.attributeWildcard !== undefined) {
        if (allowsNamespace(base.attributeWildcard.namespaceConstraint, attribute.namespace)) continue;
      }
      diagnostics.add(restrictedAttributeNotAllowed, { at, attribute, base: base.name, related });
    } else {
      checkAttributePair(ctx, mine, theirs, base);
    }
  }
  for (const [name, { use, attribute }] of inherited) {
    if (!use.required || own.has(name)) continue;
    diagnostics.add(restrictedAttributeOptional, {
      at: type.span,
      attribute: attribute.name,
      base: base.name,
      related,
    });
  }
  checkWildcard(ctx, type, base);
}

/** Clause 2.1. */
function checkAttributePair(
  ctx: ConstraintContext,
  mine: UsedAttribute,
  theirs: UsedAttribute,
  base: AttributeOwner,
): void {
  const { schema, diagnostics } = ctx;
  if (mine.use === theirs.use) return;
  const facts = {
    at: mine.use.span,
    attribute: mine.attribute.name,
    base: base.name,
    related: [{ at: theirs.use.span, label: 'inherited from here' }],
  };
  if (theirs.use.required && !mine.use.required) {
    diagnostics.add(restrictedAttributeOptional, { ...facts, rule: 'derivation-ok-restriction.2.1.1' });
  }
  if (!isValidlyDerived(schema, mine.attribute.type, theirs.attribute.type)) {
    diagnostics.add(restrictedAttributeType, facts);
  }
  const fixed = effectiveConstraint(theirs);
  if (fixed?.kind !== 'fixed') return;
  const kept = effectiveConstraint(mine);
  const isKept =
    kept?.kind === 'fixed' &&
    isSameValue(
      schema,
      { type: mine.attribute.type, constraint: kept },
      { type: theirs.attribute.type, constraint: fixed },
    );
  if (!isKept) diagnostics.add(restrictedAttributeValue, { ...facts, fixed: fixed.lexical });
}

/** Clause 4. */
function checkWildcard(ctx: ConstraintContext, type: AttributeOwner, base: AttributeOwner): void {
  const { attributeWildcard: own } = type;
  if (own === undefined) return;
  const why = wildcardFault(own, base.attributeWildcard);
  if (why === undefined) return;
  ctx.diagnostics.add(restrictedAttributeWildcard, {
    at: own.span,
    base: base.name,
    why,
    related: [{ at: base.attributeWildcard?.span ?? base.span, label: 'the base type' }],
  });
}

function wildcardFault(own: Wildcard, inherited: Wildcard | undefined): string | undefined {
  if (inherited === undefined) return 'the base type has none';
  if (!isNamespaceSubset(own.namespaceConstraint, inherited.namespaceConstraint)) {
    return 'it allows namespaces that the base type does not allow';
  }
  return isAsStrict(own, inherited)
    ? undefined
    : `processContents "${own.processContents}" is weaker than "${inherited.processContents}"`;
}

/** Clause 5. */
function checkContent(ctx: ConstraintContext, type: ComplexType, base: ComplexType): void {
  const { schema, diagnostics } = ctx;
  const own = type.contentType;
  const inherited = base.contentType;
  const related = [{ at: base.span, label: 'the base type' }];
  const isBaseEmptiable =
    inherited.kind === 'empty' ||
    (inherited.kind !== 'simple' && (inherited.particle === undefined || isEmptiable(inherited.particle)));
  const mismatch = (): void =>
    diagnostics.add(restrictedContentMismatch, {
      at: type.span,
      base: base.name,
      found: own.kind,
      expected:
        isBaseEmptiable || inherited.kind === 'simple'
          ? inherited.kind
          : `${inherited.kind} and not emptiable`,
      related,
    });
  if (own.kind === 'simple') {
    if (inherited.kind === 'simple') {
      if (isValidlyDerived(schema, own.type, inherited.type)) return;
      diagnostics.add(restrictedSimpleContent, { at: type.span, base: base.name, related });
    } else if (inherited.kind !== 'mixed' || !isBaseEmptiable) {
      mismatch();
    }
    return;
  }
  if (inherited.kind === 'simple') {
    mismatch();
    return;
  }
  if (own.kind === 'empty') {
    if (!isBaseEmptiable) mismatch();
    return;
  }
  if (own.kind === 'mixed' && inherited.kind !== 'mixed') {
    mismatch();
    return;
  }
  const ownParticle = own.particle;
  const inheritedParticle = inherited.kind === 'empty' ? undefined : inherited.particle;
  if (ownParticle === undefined) {
    if (!isBaseEmptiable) mismatch();
    return;
  }
  const fault = particleRestriction(schema, ownParticle, inheritedParticle);
  if (fault === undefined) return;
  diagnostics.add(restrictedParticle, {
    at: fault.at ?? ownParticle.span,
    base: base.name,
    why: fault.why,
    rule: fault.rule,
    related:
      fault.base === undefined ? related : [{ at: fault.base, label: 'the particle of the base type' }],
  });
}

interface UsedAttribute {
  readonly use: AttributeUse;
  readonly attribute: AttributeDeclaration;
}

const effectiveConstraint = ({ use, attribute }: UsedAttribute): ValueConstraint | undefined =>
  use.valueConstraint ?? attribute.valueConstraint;

function usesByName(schema: Schema, uses: readonly AttributeUse[]): ReadonlyMap<string, UsedAttribute> {
  const byName = new Map<string, UsedAttribute>();
  for (const use of uses) {
    const attribute = schema.attributes.get(use.attribute);
    if (attribute !== undefined) byName.set(clark(attribute.name), { use, attribute });
  }
  return byName;
}
