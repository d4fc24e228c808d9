import { wildcardInexpressible } from '../../diagnostics/catalogue/xsd-link.js';
import {
  type ComponentId,
  intersectionOfNamespaces,
  unionOfNamespaces,
  type Wildcard,
} from '../schema/index.js';
import type { LinkContext } from './link-context.js';

/**
 * The complete wildcard (3.4.2): the wildcard that stands here and those of the attribute groups, intersected. What it
 * does with attributes is what the one here says, else the first group's.
 */
export function completeWildcard(
  ctx: LinkContext,
  owner: ComponentId,
  own: Wildcard | undefined,
  ofGroups: readonly Wildcard[],
): Wildcard | undefined {
  const [first, ...others] = own === undefined ? ofGroups : [own, ...ofGroups];
  if (first === undefined) return undefined;
  let { namespaceConstraint } = first;
  for (const other of others) {
    const both = intersectionOfNamespaces(namespaceConstraint, other.namespaceConstraint);
    if (both === undefined) {
      const rule = owner.startsWith('attributeGroup:') ? 'src-attribute_group.2' : 'src-ct.4';
      ctx.diagnostics.add(wildcardInexpressible, { at: first.span, rule, how: 'intersection' });
      return first;
    }
    namespaceConstraint = both;
  }
  return { ...first, namespaceConstraint };
}

/** The wildcard of an extension: the base's and its own, united (3.4.2, src-ct.5). */
export function extendedWildcard(
  ctx: LinkContext,
  base: Wildcard | undefined,
  own: Wildcard | undefined,
): Wildcard | undefined {
  if (base === undefined || own === undefined) return own ?? base;
  const namespaceConstraint = unionOfNamespaces(own.namespaceConstraint, base.namespaceConstraint);
  if (namespaceConstraint !== undefined) return { ...own, namespaceConstraint };
  ctx.diagnostics.add(wildcardInexpressible, { at: own.span, rule: 'src-ct.5', how: 'union' });
  return own;
}
