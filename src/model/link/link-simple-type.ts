import { restrictionOfUrType } from '../../diagnostics/catalogue/xsd-simple-type.js';
import { expandedName } from '../../foundation/expanded-name.js';
import {
  componentId,
  type ComponentId,
  type SimpleType,
  type TypeDefinition,
  type Variety,
} from '../schema/index.js';
import { ANY_SIMPLE_TYPE } from './built-in-components.js';
import type { QNameReference, SimpleDerivationFragment, SimpleTypeFragment } from './fragment/index.js';
import { type LinkContext, nextId, type Scope, scopeOf } from './link-context.js';
import { linkGlobalType } from './link-type.js';
import { isLinked } from './nesting.js';
import { adoptedName } from './redefine.js';
import { resolveSimpleType } from './resolve.js';

/** Links a simple type under an id of its own: `scope.id` for a global one. */
export function linkSimpleType(ctx: LinkContext, scope: Scope, fragment: SimpleTypeFragment): ComponentId {
  const type: SimpleType = {
    kind: 'simple-type',
    id: scope.id,
    ...(fragment.name === undefined || isReplaced(ctx, scope)
      ? {}
      : { name: expandedName(scope.home.targetNamespace, fragment.name) }),
    ...linkDerivation(ctx, scope, fragment.derivation),
    final: fragment.final,
    annotation: fragment.annotation,
    span: fragment.span,
  };
  ctx.types.set(type.id, type);
  return type.id;
}

const isReplaced = (ctx: LinkContext, scope: Scope): boolean =>
  ctx.definitions.type.get(scope.id)?.isReplaced === true;

/** A simple type in place, under the next id that the step gives. */
export function linkInlineSimpleType(
  ctx: LinkContext,
  scope: Scope,
  fragment: SimpleTypeFragment,
  step = 'type()',
): ComponentId {
  return linkSimpleType(ctx, scopeOf(scope.home, nextId(scope, step)), fragment);
}

function linkDerivation(
  ctx: LinkContext,
  scope: Scope,
  derivation: SimpleDerivationFragment,
): Pick<SimpleType, 'baseType' | 'variety' | 'facets'> {
  switch (derivation.kind) {
    case 'restriction': {
      const { base, simpleType, facets } = derivation;
      if (base !== undefined && componentId('type', base.name) === ANY_SIMPLE_TYPE) {
        ctx.diagnostics.add(restrictionOfUrType, { at: base.span });
      }
      const baseType = linkReferenceOrInline(ctx, scope, base, simpleType, 'st-props-correct.2');
      return { baseType, variety: varietyOf(ctx.types.get(baseType)), facets };
    }
    case 'list': {
      const { itemType, simpleType } = derivation;
      const item = linkReferenceOrInline(ctx, scope, itemType, simpleType, 'st-props-correct.2');
      return { baseType: ANY_SIMPLE_TYPE, variety: { kind: 'list', itemType: item }, facets: [] };
    }
    case 'union': {
      const memberTypes = [
        ...derivation.memberTypes.flatMap((member) => linkMember(ctx, scope, member)),
        ...derivation.simpleTypes.map((member) => linkInlineSimpleType(ctx, scope, member)),
      ];
      const explicit = memberTypes.flatMap((member) => membersInstead(ctx, member));
      return { baseType: ANY_SIMPLE_TYPE, variety: { kind: 'union', memberTypes: explicit }, facets: [] };
    }
    case 'broken':
      return { baseType: ANY_SIMPLE_TYPE, variety: varietyOf(undefined), facets: [] };
  }
}

/**
 * 3.14.2, {member type definitions}: a union among the members is replaced by its own members. So the facets of a union that is
 * restricted do not hold there. One without facets says the same and keeps its name.
 */
function membersInstead(ctx: LinkContext, id: ComponentId): readonly ComponentId[] {
  const type = ctx.types.get(id);
  const isRestricted = type?.kind === 'simple-type' && type.baseType !== ANY_SIMPLE_TYPE;
  return isRestricted && type.variety.kind === 'union' ? type.variety.memberTypes : [id];
}

/** A restriction has the variety of its base. */
const varietyOf = (type: TypeDefinition | undefined): Variety =>
  type?.kind === 'simple-type' ? type.variety : { kind: 'atomic', primitive: ANY_SIMPLE_TYPE };

function linkReferenceOrInline(
  ctx: LinkContext,
  scope: Scope,
  reference: QNameReference | undefined,
  inline: SimpleTypeFragment | undefined,
  rule: string,
): ComponentId {
  if (reference !== undefined) return linkSimpleReference(ctx, scope, reference, rule) ?? ANY_SIMPLE_TYPE;
  return inline === undefined ? ANY_SIMPLE_TYPE : linkInlineSimpleType(ctx, scope, inline);
}

/** src-simple-type.4: no union is a member of itself. */
function linkMember(ctx: LinkContext, scope: Scope, member: QNameReference): readonly ComponentId[] {
  const id = linkSimpleReference(ctx, scope, member, 'src-simple-type.4');
  return id === undefined ? [] : [id];
}

/** Resolves and links what a simple type is made of. Undefined where that leads back to a type being linked. */
function linkSimpleReference(
  ctx: LinkContext,
  scope: Scope,
  reference: QNameReference,
  rule: string,
): ComponentId | undefined {
  const resolved = resolveSimpleType(ctx, scope.home, reference);
  const id = scope.redefines?.own === resolved ? scope.redefines.original : resolved;
  const name = adoptedName(scope.home, reference.name);
  const facts = { at: reference.span, rule, what: 'type', name, how: 'is made of' } as const;
  return isLinked(ctx, linkGlobalType(ctx, id), facts) ? id : undefined;
}
