import { clark } from '../../foundation/expanded-name.js';
import type { AttributeUse, ComplexType, TypeDefinition } from '../schema/index.js';
import { extendedWildcard } from './effective-wildcard.js';
import type { AttributesFragment } from './fragment/index.js';
import { linkAttributes } from './link-attribute.js';
import type { LinkContext, Scope } from './link-context.js';

type Attributes = Pick<ComplexType, 'attributeUses' | 'attributeWildcard' | 'prohibitedAttributes'>;

/** The attribute uses and the wildcard of a complex type: its own and what the derivation inherits (3.4.2). */
export function effectiveAttributes(
  ctx: LinkContext,
  scope: Scope,
  fragment: AttributesFragment,
  derivationMethod: ComplexType['derivationMethod'],
  base: TypeDefinition,
): Attributes {
  const { uses, prohibited, wildcard: own } = linkAttributes(ctx, scope, fragment);
  const inherited = base.kind === 'complex-type' ? base.attributeUses : [];
  const isExtension = derivationMethod === 'extension';
  const ofBase = base.kind === 'complex-type' ? base.attributeWildcard : undefined;
  const wildcard = isExtension ? extendedWildcard(ctx, ofBase, own) : own;
  return {
    attributeUses: isExtension
      ? [...new Set([...inherited, ...uses])]
      : restrictedUses(ctx, inherited, uses, new Set(prohibited.map(({ name }) => clark(name)))),
    ...(wildcard === undefined ? {} : { attributeWildcard: wildcard }),
    ...(prohibited.length === 0 ? {} : { prohibitedAttributes: prohibited }),
  };
}

/** Each inherited use in its place: as it was, as the restriction states it, or gone; then what is stated beyond that. */
function restrictedUses(
  ctx: LinkContext,
  inherited: readonly AttributeUse[],
  own: readonly AttributeUse[],
  prohibited: ReadonlySet<string>,
): readonly AttributeUse[] {
  const nameOf = ({ attribute }: AttributeUse): string => {
    const name = ctx.attributes.get(attribute)?.name;
    return name === undefined ? attribute : clark(name);
  };
  const restated = new Map<string, AttributeUse[]>();
  for (const use of own) restated.set(nameOf(use), [...(restated.get(nameOf(use)) ?? []), use]);
  const kept = inherited.flatMap((use) => {
    const name = nameOf(use);
    const mine = restated.get(name);
    restated.delete(name);
    return mine ?? (prohibited.has(name) ? [] : [use]);
  });
  return [...kept, ...[...restated.values()].flat()];
}
