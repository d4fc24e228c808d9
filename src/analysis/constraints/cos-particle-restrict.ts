// Particle Valid (Restriction) (cos-particle-restrict, 3.9.6): the table of cases.

import type { Particle, Schema } from '../../model/schema/index.js';
import { isEmptiable } from '../content-model/effective-total-range.js';
import type { GroupView, ParticleView } from './pointless-particles.js';
import { viewOf } from './pointless-particles.js';
import { nameAndTypeOk } from './rcase-name-and-type-ok.js';
import { nsCompat, nsRecurseCheckCardinality, nsSubset } from './rcase-ns.js';
import { isViewEmptiable, mapAndSum, recurse, recurseLax, recurseUnordered } from './rcase-recurse.js';
import type { RestrictionContext, RestrictionFault } from './restriction-fault.js';
import { describe } from './restriction-fault.js';

/** Undefined if `derived` is a valid restriction of `base`. */
export function particleRestriction(
  schema: Schema,
  derived: Particle | undefined,
  base: Particle | undefined,
): RestrictionFault | undefined {
  const known = new Map<ParticleView, Map<ParticleView, RestrictionFault | undefined>>();
  const ctx: RestrictionContext = {
    schema,
    restricts: (r, b) => {
      const ofR = known.get(r) ?? new Map<ParticleView, RestrictionFault | undefined>();
      known.set(r, ofR);
      if (!ofR.has(b)) ofR.set(b, restrictsByCase(ctx, r, b));
      return ofR.get(b);
    },
  };
  if (derived === base) return undefined;
  const r = viewOf(schema, derived);
  const b = viewOf(schema, base);
  if (r === undefined) return base === undefined || isEmptiable(base) ? undefined : emptied(base);
  if (b === undefined) return { rule: RULE, why: 'the base type allows no content', at: r.particle.span };
  return ctx.restricts(r, b);
}

const RULE = 'cos-particle-restrict';

function restrictsByCase(
  ctx: RestrictionContext,
  r: ParticleView,
  b: ParticleView,
): RestrictionFault | undefined {
  // A choice without branches counts as empty, as its effective total range does.
  if (r.kind === 'choice' && r.children.length === 0 && !isViewEmptiable(b)) return emptied(b.particle);
  switch (r.kind) {
    case 'element':
      if (b.kind === 'element') return nameAndTypeOk(ctx.schema, r, b);
      if (b.kind === 'wildcard') return nsCompat(r, b);
      return recurseAsIfGroup(ctx, r, b);
    case 'wildcard':
      return b.kind === 'wildcard' ? nsSubset(r, b) : forbidden(r, b);
    case 'all':
      if (b.kind === 'wildcard') return nsRecurseCheckCardinality(ctx, r, b);
      return b.kind === 'all' ? recurse(ctx, r, b) : forbidden(r, b);
    case 'choice':
      if (b.kind === 'wildcard') return nsRecurseCheckCardinality(ctx, r, b);
      if (b.kind === 'choice') return recurseLax(ctx, r, b);
      // The head of a substitution group stays one element where the base has a group around it.
      if (r.head !== undefined && b.kind !== 'element') return recurseAsIfGroup(ctx, r, b);
      return forbidden(r, b);
    case 'sequence':
      if (b.kind === 'wildcard') return nsRecurseCheckCardinality(ctx, r, b);
      if (b.kind === 'all') return recurseUnordered(ctx, r, b);
      if (b.kind === 'choice') return mapAndSum(ctx, r, b);
      return b.kind === 'sequence' ? recurse(ctx, r, b) : forbidden(r, b);
  }
}

/** rcase-RecurseAsIfGroup: the element counts as the only member of a group of the base's kind. */
function recurseAsIfGroup(
  ctx: RestrictionContext,
  r: ParticleView,
  b: GroupView,
): RestrictionFault | undefined {
  const group: GroupView = {
    kind: b.kind,
    particle: r.particle,
    children: [r],
    head: undefined,
    min: 1,
    max: 1,
  };
  return b.kind === 'choice' ? recurseLax(ctx, group, b) : recurse(ctx, group, b);
}

const emptied = (base: Particle): RestrictionFault => ({
  rule: RULE,
  why: 'it is empty, but the base type requires content',
  base: base.span,
});

function forbidden(r: ParticleView, b: ParticleView): RestrictionFault {
  return {
    rule: RULE,
    why: `${describe(r)} cannot restrict ${describe(b)}`,
    at: r.particle.span,
    base: b.particle.span,
  };
}
