import type { ComponentId } from '../schema/index.js';
import type { ComplexTypeFragment, SimpleTypeFragment } from './fragment/index.js';
import { linkComplexType } from './link-complex-type.js';
import { type LinkContext, type Scope, scopeOfDefinition } from './link-context.js';
import { linkSimpleType } from './link-simple-type.js';

/** Links a global type if that is still to be done. False if it is being linked right now: a circle. */
export function linkGlobalType(ctx: LinkContext, id: ComponentId): boolean {
  if (ctx.types.has(id)) return true;
  if (ctx.open.has(id)) return false;
  const definition = ctx.definitions.type.get(id);
  if (definition === undefined) return true;
  ctx.open.add(id);
  linkType(ctx, scopeOfDefinition(definition), definition.fragment);
  ctx.open.delete(id);
  return true;
}

export function linkType(
  ctx: LinkContext,
  scope: Scope,
  fragment: SimpleTypeFragment | ComplexTypeFragment,
): ComponentId {
  return fragment.kind === 'simple-type'
    ? linkSimpleType(ctx, scope, fragment)
    : linkComplexType(ctx, scope, fragment);
}
