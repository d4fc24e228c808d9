import type { ComponentId } from '../schema/index.js';
import type { ComplexTypeFragment, SimpleTypeFragment } from './fragment/index.js';
import { linkComplexType } from './link-complex-type.js';
import { type LinkContext, type Scope, scopeOfDefinition } from './link-context.js';
import { linkSimpleType } from './link-simple-type.js';
import type { Outcome } from './nesting.js';

/** Links a global type if that is still to be done. */
export function linkGlobalType(ctx: LinkContext, id: ComponentId): Outcome {
  const definition = ctx.definitions.type.get(id);
  // Built-in types are linked from the start.
  if (definition === undefined) return 'linked';
  return ctx.nesting.link(id, () => linkType(ctx, scopeOfDefinition(definition), definition.fragment));
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
