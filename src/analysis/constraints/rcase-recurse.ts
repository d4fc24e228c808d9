// Particle Derivation OK (All:All, Sequence:Sequence -- Recurse) (rcase-Recurse), (Choice:Choice -- RecurseLax)
// (rcase-RecurseLax), (Sequence:All -- RecurseUnordered) (rcase-RecurseUnordered) and (Sequence:Choice -- MapAndSum)
// (rcase-MapAndSum), all 3.9.6.

import { sameName } from '../../foundation/expanded-name.js';
import { isEmptiable, isRangeWithin, times } from '../content-model/effective-total-range.js';
import type { RestrictionContext, RestrictionFault } from './restriction-fault.js';
import { describe } from './restriction-fault.js';
import { showRange } from './occurrence-range.js';
import type { GroupView, ParticleView } from './pointless-particles.js';

/** rcase-Recurse: the members map in order, and members of the base that are passed over are emptiable. */
export function recurse(ctx: RestrictionContext, r: GroupView, b: GroupView): RestrictionFault | undefined {
  const fault = outOfRange('rcase-Recurse.1', r, b);
  if (fault !== undefined) return fault;
  const failed = firstFit(ctx, r, b);
  if (failed === undefined) return undefined;
  const isSmall = r.children.length * b.children.length <= LARGEST_SEARCH;
  if (isSmall && mapsInOrder(ctx, r, b)) return undefined;
  return failed;
}

/** Two thousand members each are far beyond any model in which the first fit is not the right one. */
const LARGEST_SEARCH = 4_000_000;

/** Maps each member to the first one of the base that fits: right unless the base model is ambiguous. */
function firstFit(ctx: RestrictionContext, r: GroupView, b: GroupView): RestrictionFault | undefined {
  let at = 0;
  for (const child of r.children) {
    let found = false;
    for (; !found; at++) {
      const candidate = b.children[at];
      if (candidate === undefined) return unmapped('rcase-Recurse.2', ctx, child, b);
      found = fits(ctx, child, candidate);
      if (!found && !isViewEmptiable(candidate)) return unmapped('rcase-Recurse.2', ctx, child, b);
    }
  }
  const missing = b.children.slice(at).find((candidate) => !isViewEmptiable(candidate));
  return missing === undefined ? undefined : notEmptiable('rcase-Recurse.2.2', r, missing);
}

/** Whether any order-preserving mapping exists: every place that the members so far can have led to is kept. */
function mapsInOrder(ctx: RestrictionContext, r: GroupView, b: GroupView): boolean {
  let reached = new Set([0]);
  for (const child of r.children) {
    const next = new Set<number>();
    let isOpen = false;
    for (const [at, candidate] of b.children.entries()) {
      isOpen ||= reached.has(at);
      if (!isOpen) continue;
      if (fits(ctx, child, candidate)) next.add(at + 1);
      isOpen = isViewEmptiable(candidate);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return [...reached].some((at) => b.children.slice(at).every(isViewEmptiable));
}

/** rcase-RecurseLax: the members map in order; members of the base may be passed over. */
export function recurseLax(
  ctx: RestrictionContext,
  r: GroupView,
  b: GroupView,
): RestrictionFault | undefined {
  const fault = outOfRange('rcase-RecurseLax.1', r, b);
  if (fault !== undefined) return fault;
  // A substitution group is a set: its members have no order.
  if (b.head !== undefined) return mapEach('rcase-RecurseLax.2', ctx, r, b);
  let at = 0;
  for (const child of r.children) {
    let candidate = b.children[at];
    while (candidate !== undefined && !fits(ctx, child, candidate)) candidate = b.children[++at];
    if (candidate === undefined) return unmapped('rcase-RecurseLax.2', ctx, child, b);
    // Several members may stand for one head, which is a choice of them all.
    if (candidate.kind !== 'choice' || candidate.head === undefined) at++;
  }
  return undefined;
}

/** rcase-RecurseUnordered: no two members map to the same one, and what is passed over is emptiable. */
export function recurseUnordered(
  ctx: RestrictionContext,
  r: GroupView,
  b: GroupView,
): RestrictionFault | undefined {
  const fault = outOfRange('rcase-RecurseUnordered.1', r, b);
  if (fault !== undefined) return fault;
  const free = new Set(b.children);
  for (const child of r.children) {
    const mapped = [...free].find((candidate) => fits(ctx, child, candidate));
    if (mapped === undefined) return unmapped('rcase-RecurseUnordered.2', ctx, child, b);
    free.delete(mapped);
  }
  const missing = [...free].find((candidate) => !isViewEmptiable(candidate));
  return missing === undefined ? undefined : notEmptiable('rcase-RecurseUnordered.2.3', r, missing);
}

/** rcase-MapAndSum: each member takes one turn of the choice. */
export function mapAndSum(ctx: RestrictionContext, r: GroupView, b: GroupView): RestrictionFault | undefined {
  const fault = mapEach('rcase-MapAndSum.1', ctx, r, b);
  if (fault !== undefined) return fault;
  const count = r.children.length;
  return outOfRange('rcase-MapAndSum.2', { ...r, min: r.min * count, max: times(r.max, count) }, b);
}

function mapEach(
  rule: string,
  ctx: RestrictionContext,
  r: GroupView,
  b: GroupView,
): RestrictionFault | undefined {
  for (const child of r.children) {
    const mapped = b.children.some((candidate) => fits(ctx, child, candidate));
    if (!mapped) return unmapped(rule, ctx, child, b);
  }
  return undefined;
}

/** Most pairs are two elements of other names: they are told apart without a word. */
function fits(ctx: RestrictionContext, r: ParticleView, b: ParticleView): boolean {
  if (r.kind === 'element' && b.kind === 'element' && !sameName(r.element.name, b.element.name)) return false;
  return ctx.restricts(r, b) === undefined;
}

export const isViewEmptiable = (view: ParticleView): boolean => view.min === 0 || isEmptiable(view.particle);

function outOfRange(rule: string, r: GroupView, b: GroupView): RestrictionFault | undefined {
  if (isRangeWithin(r, b)) return undefined;
  return {
    rule,
    why: `${describe(r)} may occur ${showRange(r)}, but the group of the base type only ${showRange(b)}`,
    at: r.particle.span,
    base: b.particle.span,
  };
}

/** A member without counterpart: the reason is most telling where the base has an element of the same name. */
function unmapped(
  rule: string,
  ctx: RestrictionContext,
  child: ParticleView,
  b: GroupView,
): RestrictionFault {
  if (child.kind === 'element') {
    const { name } = child.element;
    const namesake = b.children.find(
      (other) => other.kind === 'element' && sameName(other.element.name, name),
    );
    const inner = namesake === undefined ? undefined : ctx.restricts(child, namesake);
    if (inner !== undefined) return inner;
  }
  return {
    rule,
    why: `${describe(child)} has no counterpart in the base type`,
    at: child.particle.span,
    base: b.particle.span,
  };
}

function notEmptiable(rule: string, r: GroupView, missing: ParticleView): RestrictionFault {
  return {
    rule,
    why: `${describe(missing)} is required by the base type, but left out`,
    at: r.particle.span,
    base: missing.particle.span,
  };
}
