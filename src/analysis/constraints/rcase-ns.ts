// Particle Derivation OK (Elt:Any -- NSCompat) (rcase-NSCompat), (Any:Any -- NSSubset) (rcase-NSSubset) and
// (All/Choice/Sequence:Any -- NSRecurseCheckCardinality) (rcase-NSRecurseCheckCardinality), all 3.9.6.

import { clark } from '../../foundation/expanded-name.js';
import { allowsNamespace, isNamespaceSubset } from '../../model/schema/index.js';
import { effectiveTotalRange, isRangeWithin } from '../content-model/effective-total-range.js';
import type { RestrictionContext, RestrictionFault } from './restriction-fault.js';
import { isAsStrict } from './process-contents.js';
import { showRange } from './occurrence-range.js';
import type { ElementView, GroupView, ParticleView, WildcardView } from './pointless-particles.js';

/** rcase-NSCompat. */
export function nsCompat(r: ElementView, b: WildcardView): RestrictionFault | undefined {
  return outOfRange('rcase-NSCompat.2', r, b, r) ?? elementFits(r, b);
}

/** rcase-NSSubset. */
export function nsSubset(r: WildcardView, b: WildcardView): RestrictionFault | undefined {
  return outOfRange('rcase-NSSubset.1', r, b, r) ?? wildcardFits(r, b);
}

/** rcase-NSRecurseCheckCardinality: the range counts for the whole group, so the members are looked at without theirs. */
export function nsRecurseCheckCardinality(
  _ctx: RestrictionContext,
  r: GroupView,
  b: WildcardView,
): RestrictionFault | undefined {
  const total = r.head === undefined ? effectiveTotalRange(r.particle) : r;
  return outOfRange('rcase-NSRecurseCheckCardinality.2', total, b, r) ?? membersFit(r, b);
}

function membersFit(r: ParticleView, b: WildcardView): RestrictionFault | undefined {
  if (r.kind === 'element') return elementFits(r, b);
  if (r.kind === 'wildcard') return wildcardFits(r, b);
  for (const child of r.children) {
    const fault = membersFit(child, b);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function elementFits(r: ElementView, b: WildcardView): RestrictionFault | undefined {
  if (allowsNamespace(b.wildcard.namespaceConstraint, r.element.name.namespace)) return undefined;
  return {
    rule: 'rcase-NSCompat.1',
    why: `element ${clark(r.element.name)} is in a namespace that the wildcard of the base type does not allow`,
    at: r.particle.span,
    base: b.particle.span,
  };
}

function wildcardFits(r: WildcardView, b: WildcardView): RestrictionFault | undefined {
  const fault = (clause: string, why: string): RestrictionFault => ({
    rule: `rcase-NSSubset.${clause}`,
    why,
    at: r.particle.span,
    base: b.particle.span,
  });
  if (!isNamespaceSubset(r.wildcard.namespaceConstraint, b.wildcard.namespaceConstraint)) {
    return fault('2', 'a wildcard allows namespaces that the wildcard of the base type does not allow');
  }
  if (!isAsStrict(r.wildcard, b.wildcard)) {
    const [own, inherited] = [r.wildcard.processContents, b.wildcard.processContents];
    return fault('3', `processContents "${own}" is weaker than "${inherited}" in the base type`);
  }
  return undefined;
}

function outOfRange(
  rule: string,
  range: Pick<WildcardView, 'min' | 'max'>,
  b: WildcardView,
  r: ParticleView,
): RestrictionFault | undefined {
  if (isRangeWithin(range, b)) return undefined;
  return {
    rule,
    why: `elements may occur ${showRange(range)} where the wildcard of the base type may occur ${showRange(b)}`,
    at: r.particle.span,
    base: b.particle.span,
  };
}
