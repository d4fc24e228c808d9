import type { ComponentId } from '../../../../model/schema/index.js';
import { effectiveFacets, simpleTypeBehind, type StatedFacet } from '../../../simple-type/index.js';
import type { Comparison } from '../comparison.js';

/** Whether two simple types say the same in the same words, names aside. */
export function isSameDefinition(c: Comparison, a: ComponentId, b: ComponentId, depth = 0): boolean {
  if (depth > 20) return false;
  const typeA = simpleTypeBehind(c.from, a);
  const typeB = simpleTypeBehind(c.to, b);
  if (typeA === undefined || typeB === undefined) return false;
  const [left, right] = [effectiveFacets(c.from, a), effectiveFacets(c.to, b)];
  if (left.primitive !== right.primitive || left.whiteSpace !== right.whiteSpace) return false;
  if (left.facets.size !== right.facets.size || left.patterns.length !== right.patterns.length) return false;
  for (const [kind, stated] of left.facets) if (!isSameList(stated, right.facets.get(kind))) return false;
  if (!left.patterns.every((step, at) => isSameList(step, right.patterns[at]))) return false;
  const [own, other] = [typeA.variety, typeB.variety];
  if (own.kind === 'list')
    return other.kind === 'list' && isSameDefinition(c, own.itemType, other.itemType, depth + 1);
  if (own.kind === 'union')
    return (
      other.kind === 'union' &&
      own.memberTypes.length === other.memberTypes.length &&
      own.memberTypes.every((member, at) => {
        const counterpart = other.memberTypes[at];
        return counterpart !== undefined && isSameDefinition(c, member, counterpart, depth + 1);
      })
    );
  return other.kind === 'atomic';
}

function isSameList(left: readonly StatedFacet[], right: readonly StatedFacet[] | undefined): boolean {
  if (right?.length !== left.length) return false;
  return left.every(({ facet }, at) => {
    const other = right[at]?.facet;
    if (other?.value !== facet.value) return false;
    if (!facet.value.includes(':')) return true;
    return JSON.stringify(facet.namespaces) === JSON.stringify(other.namespaces);
  });
}
