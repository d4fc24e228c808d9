import { clark, type ExpandedName, expandedName } from '../../foundation/expanded-name.js';
import type {
  AttributeGroupDefinition,
  AttributeUse,
  ComponentId,
  ProhibitedAttribute,
  Wildcard,
} from '../schema/index.js';
import { ANY_SIMPLE_TYPE } from './built-in-components.js';
import { completeWildcard } from './effective-wildcard.js';
import type {
  AttributeFragment,
  AttributeGroupReferenceFragment,
  AttributesFragment,
  AttributeUseFragment,
} from './fragment/index.js';
import { type LinkContext, nextId, type Scope, scopeOf, scopeOfDefinition } from './link-context.js';
import { linkInlineSimpleType } from './link-simple-type.js';
import { linkWildcard } from './link-wildcard.js';
import { isLinked, type Outcome } from './nesting.js';
import { adoptedName, selfReferences } from './redefine.js';
import { resolve, resolveSimpleType } from './resolve.js';

/** What the attributes and attribute groups of a type or attribute group come to. */
export interface LinkedAttributes {
  readonly uses: readonly AttributeUse[];
  readonly prohibited: readonly ProhibitedAttribute[];
  readonly wildcard?: Wildcard;
}

/** Links the attributes that stand in a type or attribute group, attribute groups put in place of references to them. */
export function linkAttributes(
  ctx: LinkContext,
  scope: Scope,
  fragment: AttributesFragment,
): LinkedAttributes {
  // A use that comes in twice through two groups is one use.
  const uses = new Set<AttributeUse>();
  const prohibited: ProhibitedAttribute[] = [];
  const wildcards: Wildcard[] = [];
  for (const item of fragment.items) {
    if (item.kind === 'attribute-use') {
      if (item.use === 'prohibited') prohibited.push(...linkProhibited(ctx, scope, item));
      else for (const use of linkUse(ctx, scope, item)) uses.add(use);
      continue;
    }
    const group = linkGroupReference(ctx, scope, item);
    for (const use of group?.attributeUses ?? []) uses.add(use);
    if (group?.attributeWildcard !== undefined) wildcards.push(group.attributeWildcard);
  }
  const own = fragment.wildcard === undefined ? undefined : linkWildcard(scope.home, fragment.wildcard);
  const wildcard = completeWildcard(ctx, scope.id, own, wildcards);
  return { uses: [...uses], prohibited, ...(wildcard === undefined ? {} : { wildcard }) };
}

function linkUse(ctx: LinkContext, scope: Scope, fragment: AttributeUseFragment): readonly AttributeUse[] {
  const attribute = linkUsedAttribute(ctx, scope, fragment);
  if (attribute === undefined) return [];
  const { valueConstraint, annotation, span } = fragment;
  return [
    {
      kind: 'attribute-use',
      required: fragment.use === 'required',
      attribute,
      ...(valueConstraint === undefined ? {} : { valueConstraint }),
      annotation,
      span,
    },
  ];
}

function linkUsedAttribute(
  ctx: LinkContext,
  scope: Scope,
  { attribute }: AttributeUseFragment,
): ComponentId | undefined {
  if (!('kind' in attribute)) return resolve(ctx, scope.home, attribute, 'attribute');
  const id = nextId(scope, `attribute(${clark(nameOf(scope, attribute))})`);
  linkAttribute(ctx, scopeOf(scope.home, id), attribute, scope.id);
  return id;
}

const nameOf = ({ home }: Scope, { qualified, name }: AttributeFragment): ExpandedName =>
  expandedName(qualified ? home.targetNamespace : '', name);

/** A prohibited attribute is no component; the references in it are resolved nevertheless. */
function linkProhibited(
  ctx: LinkContext,
  scope: Scope,
  { attribute, span }: AttributeUseFragment,
): readonly ProhibitedAttribute[] {
  if ('kind' in attribute) {
    if (attribute.type !== undefined) resolveSimpleType(ctx, scope.home, attribute.type);
    return [{ name: nameOf(scope, attribute), span }];
  }
  resolve(ctx, scope.home, attribute, 'attribute');
  return [{ name: adoptedName(scope.home, attribute.name), span }];
}

/** Links an attribute declaration under the id of its scope. */
export function linkAttribute(
  ctx: LinkContext,
  scope: Scope,
  fragment: AttributeFragment,
  declaredIn: 'global' | ComponentId,
): void {
  const { type, inlineType, valueConstraint, annotation, span } = fragment;
  const inline = inlineType === undefined ? ANY_SIMPLE_TYPE : linkInlineSimpleType(ctx, scope, inlineType);
  ctx.attributes.set(scope.id, {
    kind: 'attribute-declaration',
    id: scope.id,
    name: nameOf(scope, fragment),
    type: type === undefined ? inline : resolveSimpleType(ctx, scope.home, type),
    scope: declaredIn,
    ...(valueConstraint === undefined ? {} : { valueConstraint }),
    annotation,
    span,
  });
}

/** src-attribute_group.3: no attribute group holds itself. A reference that would is left out. */
function linkGroupReference(
  ctx: LinkContext,
  scope: Scope,
  { ref }: AttributeGroupReferenceFragment,
): AttributeGroupDefinition | undefined {
  const resolved = resolve(ctx, scope.home, ref, 'attributeGroup');
  if (resolved === undefined) return undefined;
  const id = scope.redefines?.own === resolved ? scope.redefines.original : resolved;
  const name = adoptedName(scope.home, ref.name);
  const rule = 'src-attribute_group.3';
  const facts = { at: ref.span, rule, what: 'attributeGroup', name, how: 'holds' } as const;
  return isLinked(ctx, linkAttributeGroup(ctx, id), facts) ? ctx.attributeGroups.get(id) : undefined;
}

/** Links an attribute group definition if that is still to be done. */
export function linkAttributeGroup(ctx: LinkContext, id: ComponentId): Outcome {
  const definition = ctx.definitions.attributeGroup.get(id);
  if (definition === undefined) return 'linked';
  return ctx.nesting.link(id, () => {
    const { home, fragment, original } = definition;
    const { uses, wildcard } = linkAttributes(ctx, scopeOfDefinition(definition), fragment.attributes);
    const restricts = original !== undefined && selfReferences(home, fragment).length === 0;
    ctx.attributeGroups.set(id, {
      kind: 'attribute-group-definition',
      id,
      name: expandedName(home.targetNamespace, fragment.name),
      attributeUses: uses,
      ...(wildcard === undefined ? {} : { attributeWildcard: wildcard }),
      ...(restricts ? { restricts: original } : {}),
      annotation: fragment.annotation,
      span: fragment.span,
    });
  });
}
